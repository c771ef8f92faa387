"""What might be, and what is denied."""

import pytest

from kg.extract.modality import denied, unreal


@pytest.mark.parametrize(
    ("words", "unreal_", "denied_"),
    [
        ("the authority could", True, False),
        ("the authority did not", False, True),
        ("the authority has", False, False),
        ("if it fails, no", True, True),
    ],
)
def test_words_before_an_act_can_undo_it(words: str, unreal_: bool, denied_: bool) -> None:
    assert (unreal(words), denied(words)) == (unreal_, denied_)

"""Settings are read once, and everything wrong with them is said at once."""

from pathlib import Path

import pytest

from kg.errors import ConfigError
from kg.settings import PREFIX, Settings, read_settings


def test_values_come_from_the_environment() -> None:
    settings = read_settings({"GDPR_KG_DATA_DIR": "/data", "GDPR_KG_QUERY_TIMEOUT": "2.5", "HOME": "/root"})
    assert settings.data_dir == Path("/data")
    assert settings.query_timeout == 2.5


def test_every_wrong_and_every_unknown_variable_is_named() -> None:
    with pytest.raises(ConfigError) as raised:
        read_settings({"GDPR_KG_WORKERS": "0", "GDPR_KG_BASE_IRI": "not an iri", "GDPR_KG_DATADIR": "/data"})
    for name in ("GDPR_KG_WORKERS", "GDPR_KG_BASE_IRI", "GDPR_KG_DATADIR: there is no such setting"):
        assert name in str(raised.value)


def test_settings_cannot_be_changed() -> None:
    settings = read_settings({})
    with pytest.raises(Exception, match="frozen"):
        settings.workers = 3


def test_every_setting_says_what_it_is() -> None:
    assert all(field.description for field in Settings.model_fields.values())
    assert PREFIX == "GDPR_KG_"

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError, NotAcceptable, QueryError, QueryTooLarge, StoreError
from kg.graph.query import frames
from kg.graph.terms import XSD, Iri, Literal

terms = (
    st.builds(Iri, st.text())
    | st.builds(Literal, st.text(), st.just(XSD + "date"))
    | st.builds(Literal, st.text(), language=st.just("en"))
)
requests = st.builds(
    frames.Request,
    text=st.text(),
    accept=st.text(),
    seconds=st.floats(0, 100),
    cpu_seconds=st.floats(0, 100),
    answer_bytes=st.integers(0, 2**40),
    default_graphs=st.lists(st.text()).map(tuple),
    named_graphs=st.lists(st.text()).map(tuple),
    substitutions=st.dictionaries(st.text(), terms),
)


def unframed(frame: bytes, kind: bytes) -> bytes:
    found, length = frames.HEADER.unpack(frame[: frames.HEADER.size])
    assert found == kind
    assert length == len(frame) - frames.HEADER.size
    return frame[frames.HEADER.size :]


@given(requests)
def test_a_request_arrives_as_it_was(request: frames.Request) -> None:
    assert frames.unpack_request(unframed(frames.pack_request(request), frames.QUERY)) == request


def test_a_setup_arrives_as_it_was() -> None:
    setup = frames.Setup("/data/snapshots/000001", 5)
    assert frames.unpack_setup(unframed(frames.pack_setup(setup), frames.SETUP)) == setup


@pytest.mark.parametrize("error", [QueryError("a"), QueryTooLarge("b"), NotAcceptable("c"), StoreError("d")])
def test_an_error_keeps_its_class_and_words(error: KgError) -> None:
    arrived = frames.unpack_error(unframed(frames.pack_error(error), frames.ERROR))
    assert (type(arrived), str(arrived)) == (type(error), str(error))

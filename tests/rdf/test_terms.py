import pytest
from hypothesis import given
from hypothesis import strategies as st

from shanhai.rdf.terms import Iri, Literal, Quad, canonical_hash, nquads, ntriples
from shanhai.store.embedded import canonical_nquads

texts = st.text(st.characters(codec="utf-8"), max_size=30)
iris = st.sampled_from(["https://e.org/a", "https://e.org/缙云", "urn:x:1"]).map(Iri)
literals = st.one_of(
    texts.map(Literal),
    texts.map(lambda t: Literal(t, "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "zh")),
    texts.map(lambda t: Literal(t, "https://e.org/type")),
)
quads = st.builds(Quad, iris, iris, st.one_of(iris, literals), iris)


@given(st.lists(quads, max_size=12))
def test_our_n_quads_are_the_canonical_form_of_an_independent_implementation(found):
    """RDFC-1.0 as pyoxigraph computes it, for datasets without blank nodes."""
    assert canonical_nquads(nquads(found)) == nquads(found)


def test_each_quad_once_and_sorted_whatever_the_order():
    a = Quad(Iri("urn:b"), Iri("urn:p"), Literal("x"), Iri("urn:g"))
    b = Quad(Iri("urn:a"), Iri("urn:p"), Iri("urn:o"), Iri("urn:g"))
    assert nquads([a, b, a]) == nquads([b, a])
    assert nquads([a, b]).decode().splitlines()[0].startswith("<urn:a>")
    assert canonical_hash(nquads([a, b])) == canonical_hash(nquads([b, a]))


@pytest.mark.parametrize("bad", ["https://e.org/a b", "https://e.org/<", 'urn:"', "urn:a\n"])
def test_what_is_no_iri_is_never_written(bad):
    with pytest.raises(ValueError, match="not an IRI"):
        ntriples(Iri(bad))

"""draft"""
from shanhai.vocabulary.ontology import Ontology
def page(ontology: Ontology) -> str:
    return ontology.sha256

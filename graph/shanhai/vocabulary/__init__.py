"""Names of the ontology as constants, and their labels in Chinese and English."""

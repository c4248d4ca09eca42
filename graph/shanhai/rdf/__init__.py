"""RDF: claims and reference data as quads, shapes, validation."""

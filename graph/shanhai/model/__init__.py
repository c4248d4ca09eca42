"""What is known, as plain frozen values: no RDF, no engine, no file."""

"""Questions: what may be asked, the named ones, and the evidence under their answers."""

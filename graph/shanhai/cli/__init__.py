"""The command line: a mirror of the library, no logic of its own."""

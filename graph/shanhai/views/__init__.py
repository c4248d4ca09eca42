"""Pictures and pages: each one self-contained file that asks for nothing."""

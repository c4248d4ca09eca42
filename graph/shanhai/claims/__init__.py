"""Claim files: what people write, read strictly, with every fault at its line."""

"""Stores: engines behind one protocol, and what they answer.

``embedded`` is the only door to pyoxigraph, ``reference`` the only one to rdflib; ``worker``
runs a query in a process that can be ended.
"""

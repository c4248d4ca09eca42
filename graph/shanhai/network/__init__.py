"""Networks: projections of the graph into rows and ties, measures, summaries, layout.

networkx and numpy are imported inside functions of this floor only, so that a command which
draws no network does not pay for them.
"""

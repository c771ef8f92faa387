"""A corpus into the graph: the ledger of what was read, extraction on all cores, publication."""

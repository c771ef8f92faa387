"""Queries, each evaluated in a process of its own with a deadline, a memory limit and no way to the network."""

"""A small model that finds the names of sanctioned parties, trained from scratch, and what it adds to the rules."""

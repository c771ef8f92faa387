"""Writing by users: SPARQL updates and graphs, carried out one after the other in a process of its own."""

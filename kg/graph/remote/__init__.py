"""A store that is another program: any server of SPARQL 1.1, asked and written over HTTP."""

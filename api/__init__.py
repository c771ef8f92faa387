"""What is served over HTTP: SPARQL, REST and web pages."""

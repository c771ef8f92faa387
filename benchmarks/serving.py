"""How fast the SPARQL endpoint is, what its isolation costs, and what clients cost each other.

Run by `make bench`, or alone: `python -m benchmarks.serving`. The peers are those of the extra `[bench]`.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks import eight, enforcement, neighbours, points, readers, servers, streaming
from benchmarks.timing import report

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        graph, instance = Path(folder) / "graph.nt", Path(folder) / "instance"
        enforcement.write(graph)
        instance.mkdir()
        servers.publish_graph(instance, graph)
        codes = [
            report("Point queries over HTTP, 16 connections, 412,000 triples", points.measure(instance, graph, 3, 5)),
            report("Eight queries over HTTP", eight.measure(instance, graph, 3)),
            report("Four attackers and one normal client on two workers", neighbours.measure(instance, 5)),
            report("Large answers", streaming.measure(instance, 3)),
            report("Readers of large answers, two workers", readers.measure(instance)),
        ]
    sys.exit(max(codes))

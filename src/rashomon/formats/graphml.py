"""The network as GraphML: directed, every fact typed."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.case import Case
from rashomon.exports.ledger import Ledger
from rashomon.exports.network import FIELDS, LOSSES, Facts, network
from rashomon.exports.safe_text import xml_text
from rashomon.formats import Format

_TYPES = {str: "string", int: "int", float: "double", bool: "boolean"}


def graphml(case: Case, ledger: Ledger) -> Iterator[str]:
    """Give the document in parts."""
    nodes, edges = network(case, ledger)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for scope in ("node", "edge"):
        for name, kind in FIELDS.items():
            yield f'<key id="{scope}_{name}" for="{scope}" attr.name="{name}" attr.type="{_TYPES[kind]}"/>\n'
    yield '<graph id="case" edgedefault="directed">\n'
    for node in nodes:
        yield f'<node id="{xml_text(node.id)}">{_data("node", node.facts)}</node>\n'
    for number, edge in enumerate(edges):
        ends = f'source="{xml_text(edge.source)}" target="{xml_text(edge.target)}"'
        yield f'<edge id="e{number}" {ends}>{_data("edge", edge.facts)}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _data(scope: str, facts: Facts) -> str:
    return "".join(f'<data key="{scope}_{name}">{xml_text(value)}</data>' for name, value in facts.items())


FORMAT = Format(
    suffix="graphml",
    what="the same network",
    opens="Cytoscape, yEd, networkx, igraph, graphology",
    checked="networkx, igraph, graphology",
    write=graphml,
    losses=LOSSES,
)

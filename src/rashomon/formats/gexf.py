"""The network as GEXF 1.3, which Gephi opens: directed, labels on nodes and edges, every fact typed."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.case import Case
from rashomon.exports.ledger import Ledger
from rashomon.exports.network import FIELDS, LOSSES, Facts, network
from rashomon.exports.safe_text import xml_text
from rashomon.formats import Format

_TYPES = {str: "string", int: "integer", float: "double", bool: "boolean"}
_OWN = {name: kind for name, kind in FIELDS.items() if name != "label"}


def gexf(case: Case, ledger: Ledger) -> Iterator[str]:
    """Give the document in parts."""
    nodes, edges = network(case, ledger)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield '<graph defaultedgetype="directed" mode="static">\n'
    for scope in ("node", "edge"):
        yield f'<attributes class="{scope}">\n'
        for name, kind in _OWN.items():
            yield f'<attribute id="{name}" title="{name}" type="{_TYPES[kind]}"/>\n'
        yield "</attributes>\n"
    yield "<nodes>\n"
    for node in nodes:
        label = xml_text(node.facts.get("label", ""))
        yield f'<node id="{xml_text(node.id)}" label="{label}">{_values(node.facts)}</node>\n'
    yield "</nodes>\n<edges>\n"
    for number, edge in enumerate(edges):
        ends = f'source="{xml_text(edge.source)}" target="{xml_text(edge.target)}"'
        label = xml_text(edge.facts.get("label", "") or edge.facts["kind"])
        yield f'<edge id="{number}" {ends} label="{label}">{_values(edge.facts)}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _values(facts: Facts) -> str:
    told = "".join(f'<attvalue for="{n}" value="{xml_text(v)}"/>' for n, v in facts.items() if n in _OWN)
    return f"<attvalues>{told}</attvalues>"


FORMAT = Format(
    suffix="gexf",
    what="reports, voices, entities, claims, lines and the links between them",
    opens="Gephi, networkx, graphology",
    checked="networkx, graphology",
    write=gexf,
    losses=LOSSES,
)

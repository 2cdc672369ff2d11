"""What the rules are that findings name by an IRI: those of evidence, and the hygiene queries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Triple

from .hygiene import HygieneQuery, hygiene_queries
from .namespaces import DCTERMS, RDFS, RULES, SKOS
from .rule_table import RULE_TABLE, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .languages import Text

_SAYS: Final = NamedNode(DCTERMS + "description")
_ADVISES: Final = NamedNode(SKOS + "note")
_LABEL: Final = NamedNode(RDFS + "label")


def describe_rule(name: str) -> list[Triple]:
    """Describe a rule: its name, what it says of what breaks it, and what to do; nothing where there is no such rule.

    Where a finding names something, a description has a place for it.

    >>> for triple in describe_rule("graph-is-span"):
    ...     print(triple.object.value)
    graph-is-span
    The graph {graph} is not a span of an article.
    الرسم {graph} ليس مقطعًا من مقال.
    Write each fact in the graph of the words that state it: <NAME#char=BEGIN,END> { … }.
    اكتب كل حقيقة في رسم الكلمات التي تنص عليها: <NAME#char=BEGIN,END> { … }.
    """
    known: list[HygieneQuery | Rule] = [*hygiene_queries(), *RULE_TABLE.values()]
    rule = next((each for each in known if each.name == name), None)
    if rule is None:
        return []
    node = NamedNode(RULES + name)
    label = Triple(node, _LABEL, Literal(name))
    return [label, *_in_both(node, _SAYS, rule.message), *_in_both(node, _ADVISES, rule.advice)]


def _in_both(node: NamedNode, predicate: NamedNode, text: Text) -> Iterator[Triple]:
    for tag, said in (("en", text.en), ("ar", text.ar)):
        shown = said.replace("{{", "{").replace("}}", "}")  # as it is once it has been filled
        yield Triple(node, predicate, Literal(shown, language=tag))

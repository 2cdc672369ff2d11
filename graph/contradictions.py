"""Contradictions: what owlrl says in a sentence of its own, read back into a finding about an individual."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from .cases import find
from .languages import Text
from .namespaces import compact

if TYPE_CHECKING:
    from .findings import Finding


@dataclass(frozen=True, slots=True)
class _Kind:
    """One sentence of owlrl's, its parts by name, and the same in words for readers; `x` is the individual."""

    sentence: re.Pattern[str]
    problem: Text


_KINDS: Final = (
    _Kind(
        re.compile(r"Disjoint classes (?P<a>\S+) and (?P<b>\S+) have a common individual (?P<x>\S+)"),
        Text(
            en="{x} is both {a} and {b}, which exclude each other.",
            ar="{x} من صنف {a} ومن صنف {b} معًا، وهما متنافيان.",
        ),
    ),
    _Kind(
        # owlrl names the second class again where it means the individual
        re.compile(r"Violation of complementarity for classes (?P<a>\S+) and (?P<b>\S+) on element \S+"),
        Text(
            en="something is both {a} and {b}, each of which is what the other is not.",
            ar="شيء ما من صنف {a} ومن صنف {b} معًا، وكل منهما نفي للآخر.",
        ),
    ),
    _Kind(
        re.compile(r"Irreflexive property used on (?P<x>\S+) with (?P<a>\S+)"),
        Text(en="{x} stands in {a} to itself.", ar="{x} مرتبط بنفسه بالخاصية {a}."),
    ),
    _Kind(
        re.compile(r"Erroneous usage of asymmetric property (?P<a>\S+) on (?P<x>\S+) and (?P<b>\S+)"),
        Text(en="{x} and {b} stand in {a} to each other.", ar="كل من {x} و{b} مرتبط بالآخر بالخاصية {a}."),
    ),
    _Kind(
        re.compile(r"Erroneous usage of disjoint properties (?P<a>\S+) and (?P<b>\S+) on (?P<x>\S+) and (?P<c>\S+)"),
        Text(
            en="{x} stands to {c} in both {a} and {b}, which exclude each other.",
            ar="{x} مرتبط بـ{c} بالخاصيتين {a} و{b} معًا، وهما متنافيتان.",
        ),
    ),
    _Kind(
        re.compile(r"'sameAs' and '\w+' cannot be used on the same subject-object pair: \((?P<x>\S+), (?P<a>\S+)\)"),
        Text(
            en="{x} and {a} are said to be the same, and to be different.",
            ar="يُقال عن {x} و{a} إنهما واحد وإنهما مختلفان.",
        ),
    ),
    _Kind(
        re.compile(r"(?P<x>\S+) is defined of type 'Nothing'"),
        Text(en="{x} is of a class that nothing can be of.", ar="{x} من صنف لا يكون منه شيء."),
    ),
    _Kind(
        re.compile(r"Lexical value of the literal '(?P<x>.*)' does not match its datatype \((?P<a>\S+)\)", re.DOTALL),
        Text(en="“{x}” is no value of {a}.", ar="«{x}» ليست قيمة من {a}."),
    ),
)


def contradiction(sentence: str) -> Finding:
    """Make a finding out of what owlrl says of a contradiction.

    >>> contradiction("http://example.org/x is defined of type 'Nothing'").said_in("en")
    'The facts contradict the ontology: <http://example.org/x> is of a class that nothing can be of.'
    """
    for kind in _KINDS:
        if found := kind.sentence.fullmatch(sentence):
            parts = {name: _written(part) for name, part in found.groupdict().items()}
            finding = find("consistent", **_both(kind.problem.filled(**parts)))
            individual = found.groupdict().get("x", "")
            return replace(finding, focus=NamedNode(individual)) if "://" in individual else finding
    return find("consistent", **_both(Text(en=sentence, ar=sentence)))


def _both(problem: Text) -> dict[str, str]:
    return {"problem_en": problem.en, "problem_ar": problem.ar}


def _written(part: str) -> str:
    return compact(part) if "://" in part else part

"""Contradictions: what facts and ontology say together that cannot be, and how that is told as a finding."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal

from .cases import find
from .languages import Text
from .namespaces import TYPE
from .terms import Term, write_in_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .findings import Finding
    from .triples import Triple


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Triples that cannot all be true under the ontology.

    `rule` is the W3C's name of the rule that they break, or `eq-bound` where something has more names than the
    reasoner follows; `terms` are what the broken axiom is about and `axioms` its triples; `focus` is the thing that
    the contradiction is about.
    """

    rule: str
    terms: tuple[Term, ...]
    premises: tuple[Triple, ...]
    axioms: tuple[Triple, ...] = ()
    focus: Term | None = None


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of contradiction in words; `{x}` is the focus, the other places are filled by `parts`."""

    rules: tuple[str, ...]
    problem: Text
    parts: Callable[[Contradiction], Mapping[str, Term]]


def finding_of(contradiction: Contradiction) -> Finding:
    """Tell of a contradiction as a finding about its focus."""
    kind = _KIND_OF[contradiction.rule]
    parts = {name: write_in_sentence(term) for name, term in kind.parts(contradiction).items()}
    focus = contradiction.focus
    problem = kind.problem.filled(x="" if focus is None else write_in_sentence(focus), **parts)
    finding = find("consistent", problem_en=problem.en, problem_ar=problem.ar)
    told = next((each for each in reversed(contradiction.premises) if each[0] == focus), None)
    return replace(finding, focus=focus, path=told and told[1], value=told and told[2])


def _classes(contradiction: Contradiction) -> Mapping[str, Term]:
    """Take the classes that the focus is given, or where it is given one by what else is said, those of the axiom."""
    given = [object_ for _, predicate, object_ in contradiction.premises if predicate == TYPE]
    told = given if len(given) == len(contradiction.premises) == 2 else contradiction.terms  # noqa: PLR2004 - both
    return {"a": told[0], "b": told[-1]}


def _relation(contradiction: Contradiction) -> Mapping[str, Term]:
    _, predicate, object_ = contradiction.premises[0]
    return {"a": predicate, "b": object_}


def _relations(contradiction: Contradiction) -> Mapping[str, Term]:
    subject, one, object_ = contradiction.premises[0]
    _, other, _ = contradiction.premises[-1]
    return {"a": one, "b": other, "c": object_ if subject == contradiction.focus else subject}


def _other_name(contradiction: Contradiction) -> Mapping[str, Term]:
    if not contradiction.premises:
        return {"a": contradiction.terms[0]}
    subject, _, object_ = contradiction.premises[0]
    return {"a": object_ if subject == contradiction.focus else subject}


def _literal(contradiction: Contradiction) -> Mapping[str, Term]:
    literals = [object_ for _, _, object_ in contradiction.premises if isinstance(object_, Literal)]
    return {"b": literals[-1], "a": contradiction.terms[-1]}


def _literals(contradiction: Contradiction) -> Mapping[str, Term]:
    one, other = [(p, o) for _, p, o in contradiction.premises if isinstance(o, Literal)][-2:]
    return {"a": one[0], "b": one[1], "c": other[1]}


def _nothing(_: Contradiction) -> Mapping[str, Term]:
    return {}


def _relation_both_ways(contradiction: Contradiction) -> Mapping[str, Term]:
    subject, predicate, object_ = contradiction.premises[0]
    return {"a": predicate, "b": object_ if subject == contradiction.focus else subject}


def _property(contradiction: Contradiction) -> Mapping[str, Term]:
    return {"a": next(predicate for _, predicate, _ in reversed(contradiction.premises) if predicate != TYPE)}


_KINDS: Final = (
    _Kind(
        ("cax-dw", "cax-adc"),
        Text(
            en="{x} is both {a} and {b}, which exclude each other.",
            ar="{x} من صنف {a} ومن صنف {b} معًا، وهما متنافيان.",
        ),
        _classes,
    ),
    _Kind(
        ("cls-com",),
        Text(
            en="{x} is both {a} and {b}, each of which is what the other is not.",
            ar="{x} من صنف {a} ومن صنف {b} معًا، وكل منهما نفي للآخر.",
        ),
        _classes,
    ),
    _Kind(("prp-irp",), Text(en="{x} stands in {a} to itself.", ar="{x} مرتبط بنفسه بالخاصية {a}."), _relation),
    _Kind(
        ("prp-asyp",),
        Text(en="{x} and {b} stand in {a} to each other.", ar="كل من {x} و{b} مرتبط بالآخر بالخاصية {a}."),
        _relation_both_ways,
    ),
    _Kind(
        ("prp-pdw", "prp-adp"),
        Text(
            en="{x} stands to {c} in both {a} and {b}, which exclude each other.",
            ar="{x} مرتبط بـ{c} بالخاصيتين {a} و{b} معًا، وهما متنافيتان.",
        ),
        _relations,
    ),
    _Kind(
        ("prp-npa1", "prp-npa2"),
        Text(
            en="{x} is said to stand in {a} to {b}, and not to.",
            ar="يُقال عن {x} إنه مرتبط بـ{b} بالخاصية {a} وإنه غير مرتبط به.",
        ),
        _relation,
    ),
    _Kind(
        ("eq-diff1", "eq-diff2", "eq-diff3"),
        Text(
            en="{x} and {a} are said to be the same, and to be different.",
            ar="يُقال عن {x} و{a} إنهما واحد وإنهما مختلفان.",
        ),
        _other_name,
    ),
    _Kind(
        ("eq-bound",),
        Text(
            en="{x} is said to be the same as more things than can be right.",
            ar="يُقال عن {x} إنه هو نفسه أشياء أكثر مما يصح.",
        ),
        _nothing,
    ),
    _Kind(
        ("cls-nothing2",),
        Text(en="{x} is of a class that nothing can be of.", ar="{x} من صنف لا يكون منه شيء."),
        _nothing,
    ),
    _Kind(
        ("cls-maxc1", "cls-maxqc1", "cls-maxqc2"),
        Text(en="{x} has a value of {a} and may have none.", ar="لـ{x} قيمة للخاصية {a} ولا يصح أن تكون له قيمة."),
        _property,
    ),
    _Kind(("dt-not-type",), Text(en="“{b}” is no value of {a}.", ar="«{b}» ليست قيمة من {a}."), _literal),
    _Kind(
        ("dt-diff",),
        Text(
            en="{x} has two values of {a} where there can be one: “{b}” and “{c}”.",
            ar="لـ{x} قيمتان للخاصية {a} ولا يصح إلا واحدة: «{b}» و«{c}».",
        ),
        _literals,
    ),
)
_KIND_OF: Final = MappingProxyType({rule: kind for kind in _KINDS for rule in kind.rules})

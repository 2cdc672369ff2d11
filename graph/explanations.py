"""Explanations: why a triple holds, down to the sentences, as a record, as text, as JSON and as Turtle."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, serialize
from pyoxigraph import Triple as OxigraphTriple

from .evidence import Evidence, evidence
from .languages import Language, Text
from .namespaces import DCTERMS, PREFIXES, RDF, TYPE
from .reasoning import Outcome, Proof, explain
from .store import Change, is_asserted
from .terms import write_term
from .triples import StoredTriples, Triple, quad_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Store

    from .engine import Engine
    from .reasoning import ProofStep
    from .terms import Term

_FIRST: Final = NamedNode(RDF + "first")
_REST: Final = NamedNode(RDF + "rest")
_NIL: Final = NamedNode(RDF + "nil")
_CONFORMS_TO: Final = NamedNode(DCTERMS + "conformsTo")
_RULES_OF_OWL: Final = "https://www.w3.org/TR/owl2-profiles/#"
_UNFOUNDED: Final = Text(en="The graph holds no such triple.", ar="لا يحوي الرسم البياني ثلاثية كهذه.")
_UNFINISHED: Final = Text(
    en="The graph holds this triple, but no proof of it was found with the effort allowed.",
    ar="يحوي الرسم هذه الثلاثية، لكن لم يُعثر على برهان لها ضمن الجهد المسموح به.",
)
_PERHAPS_LONGER: Final = Text(
    en="There may be a shorter proof: the effort allowed was spent.",
    ar="قد يوجد برهان أقصر: استُنفد الجهد المسموح به.",
)
_FOLLOWS: Final = Text(en="follows by {rule}", ar="يلزم بالقاعدة {rule}")
_WITH: Final = Text(en="given {axiom}", ar="على أساس {axiom}")
_STATED_IN: Final = Text(en="stated in {graph}", ar="مذكورة في {graph}")
_SHOWN_ABOVE: Final = Text(en="shown above", ar="مبيَّن أعلاه")


@dataclass(frozen=True)
class Explanation:
    """Why a triple holds: a proof of it, and for every stated triple in the proof the words behind it."""

    proof: Proof
    grounds: Mapping[Triple, tuple[Evidence, ...]]

    @property
    def holds(self) -> bool:
        """Tell whether the triple is stated or proven."""
        return self.proof.outcome not in {Outcome.UNFOUNDED, Outcome.UNFINISHED}

    def to_text(self, language: Language = "en") -> str:
        """Write the proof for people: each conclusion, the rule, and under it what it follows from."""
        return "".join(f"{line}\n" for line in _text_of(self, language))

    def to_json(self) -> str:
        """Write the proof for programs; terms as N-Triples has them."""
        return json.dumps(_as_object(self), ensure_ascii=False, indent=2) + "\n"

    def to_turtle(self) -> str:
        """Write the proof in PROV's words: each triple a statement that was derived from others, or quoted."""
        return (serialize(_triples_of(self), format=RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b"").decode()


def explanation_of(store: Store, engine: Engine, triple: Triple) -> Explanation:
    """Explain a triple of a store: the shortest proof, down to stated triples and their sentences."""

    def asserted(each: Triple) -> bool:
        return is_asserted(store, quad_of(each), Change())

    with StoredTriples(store) as triples:
        proof = explain(engine.rules, triples, asserted, triple)
    premises = {each for step in proof.steps for each in step.premises} | {triple}
    return Explanation(proof, {each: _grounds(store, each) for each in sorted(premises, key=str) if asserted(each)})


def _grounds(store: Store, triple: Triple) -> tuple[Evidence, ...]:
    subject, predicate, object_ = triple
    if not isinstance(subject, NamedNode):
        return ()
    return tuple(each for each in evidence(store, subject, predicate, object_) if not each.inferred)


def _text_of(explanation: Explanation, language: Language) -> Iterator[str]:
    proof = explanation.proof
    if not explanation.holds:
        yield (_UNFOUNDED if proof.outcome is Outcome.UNFOUNDED else _UNFINISHED).said_in(language)
        return
    if proof.outcome is Outcome.PERHAPS_LONGER:
        yield _PERHAPS_LONGER.said_in(language)
    steps = {step.conclusion: step for step in proof.steps}
    yield from _branch(proof.triple, steps, explanation.grounds, language, set())


def _branch(
    triple: Triple,
    steps: Mapping[Triple, ProofStep],
    grounds: Mapping[Triple, tuple[Evidence, ...]],
    language: Language,
    told: set[Triple],
) -> Iterator[str]:
    yield _line(triple)
    if triple in told:
        yield f"  {_SHOWN_ABOVE.said_in(language)}"
        return
    told.add(triple)
    for ground in grounds.get(triple, ()):
        yield f"  «{ground.quote}»" if ground.quote else f"  {_STATED_IN.filled(graph=ground.graph).said_in(language)}"
        if ground.span is not None:
            yield f"    {ground.graph}"
    step = steps.get(triple)
    if step is not None:
        yield f"  {_FOLLOWS.filled(rule=' + '.join(step.rules)).said_in(language)}"
        yield from (f"  {_WITH.filled(axiom=axiom).said_in(language)}" for axiom in _axioms(step))
        for premise in step.premises:
            yield from (f"    {line}" for line in _branch(premise, steps, grounds, language, told))


def _axioms(step: ProofStep) -> Iterator[str]:
    """Write the axioms of a step, the lists in them as Turtle does."""
    firsts = {subject: object_ for subject, predicate, object_ in step.axioms if predicate == _FIRST}
    rests = {subject: object_ for subject, predicate, object_ in step.axioms if predicate == _REST}

    def written(term: Term) -> str:
        items: list[str] = []
        while term in firsts:
            items.append(written(firsts[term]))
            term = rests.get(term, _NIL)
        return f"( {' '.join(items)} )" if items else write_term(term)

    for subject, predicate, object_ in step.axioms:
        if predicate not in (_FIRST, _REST):
            yield f"{written(subject)} {write_term(predicate)} {written(object_)}"


def _line(triple: Triple) -> str:
    return " ".join(map(write_term, triple))


def _as_object(explanation: Explanation) -> dict[str, object]:
    proof = explanation.proof
    return {
        "triple": _terms(proof.triple),
        "outcome": proof.outcome.value,
        "steps": [
            {
                "conclusion": _terms(step.conclusion),
                "rules": list(step.rules),
                "axioms": [_terms(axiom) for axiom in step.axioms],
                "premises": [_terms(premise) for premise in step.premises],
            }
            for step in proof.steps
        ],
        "stated": [
            {"triple": _terms(triple), "grounds": [_ground(each) for each in found]}
            for triple, found in explanation.grounds.items()
        ],
    }


def _terms(triple: Triple) -> list[str]:
    return [str(term) for term in triple]


def _ground(ground: Evidence) -> dict[str, object]:
    return {
        "graph": ground.graph,
        "quote": ground.quote,
        "sentence": ground.sentence,
        "attributedTo": list(ground.attributed_to),
        "relayedBy": list(ground.relayed_by),
    }


def _triples_of(explanation: Explanation) -> Iterator[OxigraphTriple]:
    proof = explanation.proof
    known = [proof.triple, *(step.conclusion for step in proof.steps), *explanation.grounds]
    nodes = {triple: BlankNode(f"statement{number}") for number, triple in enumerate(dict.fromkeys(known), start=1)}
    for triple, node in nodes.items():
        yield OxigraphTriple(node, TYPE, NamedNode(RDF + "Statement"))
        for name, term in zip(("subject", "predicate", "object"), triple, strict=True):
            yield OxigraphTriple(node, NamedNode(RDF + name), term)
        for ground in explanation.grounds.get(triple, ()):
            yield OxigraphTriple(node, _prov("hadPrimarySource"), NamedNode(ground.graph))
            if ground.quote is not None:
                yield OxigraphTriple(NamedNode(ground.graph), _prov("value"), Literal(ground.quote))
    for step in proof.steps:
        node = nodes[step.conclusion]
        for rule in step.rules:
            yield OxigraphTriple(node, _CONFORMS_TO, NamedNode(_RULES_OF_OWL + rule))
        for premise in step.premises:
            yield OxigraphTriple(node, _prov("wasDerivedFrom"), nodes[premise])


def _prov(name: str) -> NamedNode:
    return NamedNode(PREFIXES["prov"] + name)

"""Write proposed facts as TriG in the form of the shipped ones: the article and its spans, then span by span what each states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .facts.ledger import TYPE, Elsewhere, Name, Printed, Term, Value, Whole, Words
from .proposals import Publication
from .reading.furniture import LineKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .proposals import Proposals

_PREFIXES: Final = """@base <https://w3id.org/mithaq/article/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix id: <https://w3id.org/mithaq/id/> .
@prefix mithaq: <https://w3id.org/mithaq#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
_CLDR: Final = '"Unicode CLDR, names of territories, as packaged in Babel"@en'
_OWN: Final = '"Mithaq, table of names in the press"@en'

Place = tuple[int, int]


def write(proposals: Proposals) -> str:
    """Write the TriG of one article."""
    return "\n".join([_PREFIXES, *_article(proposals), *_facts(proposals), *_reference(proposals)])


def _article(proposals: Proposals) -> Iterable[str]:
    """Write the graph of the article itself: what it is, by which patterns it was read, its spans, and the notes on them."""
    name = proposals.article.name
    yield f"# Proposed by mithaq extract for {name}.txt, to be reviewed.\n\n<{name}> {{"
    length, checksum = len(proposals.article.text), proposals.article.sha256
    yield from _lines(f"<{name}>", ["a mithaq:Article", f"mithaq:length {length}", f'mithaq:sha256 "{checksum}"'])
    yield from _source(name, proposals.publication)
    for pattern, confidence in sorted(_patterns(proposals).items()):
        facts = ["a mithaq:Extraction", f"mithaq:ofArticle <{name}>", f"mithaq:confidence {confidence:.2f}"]
        yield from _lines(f"<{name}#{_extraction(pattern)}>", [*facts, f'dcterms:title "{pattern}"@en'])
    kinds = {(each.begin, each.end): each.kind for each in proposals.stretches}
    for place in sorted(_places(proposals), key=_in_reading_order):
        yield from _lines(f"<{_iri(name, place)}>", _description(proposals, place, kinds.get(place)))
    for number, (place, english, arabic) in enumerate(proposals.notes, start=1):
        facts = ["a mithaq:SourceErrorNote", f"mithaq:noteOn <{_iri(name, place)}>"]
        text = f"mithaq:noteText {_string(english)}@en , {_string(arabic)}@ar"
        yield from _lines(f"<{name}#note-{number}>", [*facts, text])
    yield "}"


def _source(name: str, publication: Publication) -> Iterable[str]:
    """Write what the user knows of the publication."""
    if publication == Publication():
        return
    facts = ["a mithaq:SourceRecord", f"mithaq:sourceOf <{name}>", "mithaq:knowledgeBasis mithaq:outsideSource"]
    facts.append(f"mithaq:publicationDateKnown {'true' if publication.published else 'false'}")
    if publication.published:
        facts.append(f'rdfs:comment "Published on {publication.published.isoformat()}, as given to the extraction."@en')
    if publication.url:
        facts.append(f"mithaq:printedAt {_string(publication.url)}^^xsd:anyURI")
    if publication.source:
        facts.append(f"mithaq:publisherAsKnown {_string(publication.source)}@{_language(publication.source)}")
    yield from _lines(f"<{name}#source>", facts)


def _language(text: str) -> str:
    return "ar" if any("\u0621" <= letter <= "\u064a" for letter in text) else "en"


def _patterns(proposals: Proposals) -> dict[str, float]:
    """Give each pattern with the confidence of its least sure fact."""
    found: dict[str, float] = {}
    for claim in proposals.claims:
        found[claim.pattern] = min(found.get(claim.pattern, 1.0), claim.confidence)
    for patterns in proposals.origins.values():
        found |= {pattern: found.get(pattern, 0.5) for pattern in patterns}
    return found


def _extraction(pattern: str) -> str:
    return f"extraction-{pattern}"


def _places(proposals: Proposals) -> set[Place]:
    stated = {(claim.begin, claim.end) for claim in proposals.claims}
    nodes = {
        (node.begin, node.end)
        for claim in proposals.claims
        for node in (claim.subject, claim.object)
        if isinstance(node, Words)
    }
    return (
        stated
        | nodes
        | {(each.begin, each.end) for each in proposals.stretches}
        | {place for place, _, _ in proposals.notes}
    )


def _in_reading_order(place: Place) -> Place:
    return place[0], -place[1]


def _description(proposals: Proposals, place: Place, kind: LineKind | None) -> Sequence[str]:
    name = proposals.article.name
    classes = ["mithaq:TextSpan"]
    if kind is LineKind.OTHER_HEADLINE:
        classes.insert(0, "mithaq:BoilerplateHeadline")
    elif kind is not None:
        classes.insert(0, "mithaq:Sentence")
    facts = [f"a {' , '.join(classes)}"]
    speaker, relay = proposals.attributions.get(place, (None, None))
    facts += [f"mithaq:attributedTo id:{each.local}" for each in (speaker,) if each]
    facts += [f"mithaq:begin {place[0]}", f"mithaq:end {place[1]}"]
    here = proposals.claims_at(place)
    if here:
        facts.append(f"mithaq:confidence {min(claim.confidence for claim in here):.2f}")
    facts += [f"mithaq:exact {_string(proposals.article.text[slice(*place)])}", f"mithaq:inArticle <{name}>"]
    facts += [f"mithaq:relayedBy id:{each.local}" for each in (relay,) if each]
    if kind is None:
        facts.append("mithaq:sentence " + " , ".join(f"<{_iri(name, each)}>" for each in proposals.sentences_of(place)))
    taken = sorted({claim.pattern for claim in here} | proposals.origins.get(place, frozenset()))
    facts += ["mithaq:takenBy " + " , ".join(f"<{name}#{_extraction(each)}>" for each in taken)] if taken else []
    return facts


def _facts(proposals: Proposals) -> Iterable[str]:
    """Write a graph for each span that states anything."""
    for place in sorted({(claim.begin, claim.end) for claim in proposals.claims}, key=_in_reading_order):
        words = " ".join(proposals.article.text[slice(*place)].split())
        yield f"\n# {words}\n<{_iri(proposals.article.name, place)}> {{"
        subjects: dict[str, dict[str, list[str]]] = {}
        for claim in proposals.claims_at(place):
            predicates = subjects.setdefault(_node(proposals, claim.subject), {})
            predicate = "a" if claim.predicate == TYPE else f"mithaq:{claim.predicate}"
            predicates.setdefault(predicate, []).append(_node(proposals, claim.object))
        for subject, predicates in subjects.items():
            ordered = sorted(predicates.items(), key=lambda each: each[0] != "a")
            yield from _lines(
                subject, [f"{predicate} {' , '.join(dict.fromkeys(values))}" for predicate, values in ordered]
            )
        yield "}"


def _reference(proposals: Proposals) -> Iterable[str]:
    if not proposals.labels:
        return
    yield "\n# Names that the article does not print.\n<https://w3id.org/mithaq/graph/reference> {"
    for label in proposals.labels:
        facts = [f"skos:prefLabel {_string(label.english)}@en"] if label.english else []
        facts += [f"skos:prefLabel {_string(label.arabic)}@ar"] if label.arabic else []
        yield from _lines(f"id:{label.identifier}", [*facts, f"dcterms:source {_CLDR if label.of_table else _OWN}"])
    yield "}"


def _node(proposals: Proposals, node: object) -> str:
    if isinstance(node, Name | Term):
        return f"{'id' if isinstance(node, Name) else 'mithaq'}:{node.local}"
    if isinstance(node, Words | Elsewhere | Whole):
        return f"<{_of_article(proposals.article.name, node)}>"
    if isinstance(node, Printed):
        return f"{_string(proposals.article.text[node.begin : node.end])}@ar"
    if not isinstance(node, Value):
        raise TypeError(node)
    return node.text if node.datatype in ("integer", "boolean") else f'"{node.text}"^^xsd:{node.datatype}'


def _of_article(name: str, node: Words | Elsewhere | Whole) -> str:
    if isinstance(node, Whole):
        return name
    return _iri(node.article if isinstance(node, Elsewhere) else name, (node.begin, node.end))


def _iri(name: str, place: Place) -> str:
    return f"{name}#char={place[0]},{place[1]}"


def _string(text: str) -> str:
    escaped = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    )
    return f'"{escaped}"'


def _lines(subject: str, facts: Sequence[str]) -> Iterable[str]:
    yield f"  {subject} " + " ;\n    ".join(facts) + " ."

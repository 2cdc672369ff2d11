"""The words behind triples, written for people and for programs."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from mithaq.graph import PREFIXES, Text, compact, write_term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import Triple

    from mithaq.graph import Evidence, Language

NOTHING_FOUND: Final = Text(en="The graph holds no such triple.", ar="لا يحوي الرسم البياني ثلاثية كهذه.")
_SOURCE: Final = NamedNode(PREFIXES["dcterms"] + "source")
_INFERRED: Final = Text(en="inferred from other facts", ar="مستنتجة من معلومات أخرى")
_STATED_IN: Final = Text(en="stated in {graph}", ar="مذكورة في {graph}")
_SENTENCE: Final = Text(en="sentence", ar="الجملة")
_TRANSLATION: Final = Text(en="in English", ar="بالإنجليزية")
_ATTRIBUTED_TO: Final = Text(en="said by", ar="القائل")
_RELAYED_BY: Final = Text(en="relayed by", ar="الناقل")
_SOURCES: Final = Text(en="sources", ar="المصادر")


def grounds_as_text(grounds: Sequence[Evidence], language: Language) -> str:
    """Write each triple, and under it the words that it was taken from."""
    blocks = (
        "\n".join((_triple(triple), *(line for ground in each for line in _lines(ground, language))))
        for triple, each in groupby(grounds, key=lambda ground: ground.triple)
    )
    return "\n\n".join(blocks) + "\n"


def grounds_as_json(grounds: Sequence[Evidence]) -> str:
    """Write one object for each ground; terms as N-Triples has them."""
    return json.dumps({"evidence": [_as_object(each) for each in grounds]}, ensure_ascii=False, indent=2) + "\n"


def _triple(triple: Triple) -> str:
    return " ".join(write_term(term) for term in (triple.subject, triple.predicate, triple.object))


def _lines(ground: Evidence, language: Language) -> Iterator[str]:
    """Write one ground: the place, the words, and who stands behind them."""
    if ground.span is None:
        stated = _INFERRED if ground.inferred else _STATED_IN.filled(graph=compact(ground.graph))
        yield f"  {stated.said_in(language)}"
    else:
        yield f"  «{ground.quote}»"
        yield f"    {compact(ground.graph)}"
    details = (
        (_SENTENCE, f"«{ground.sentence}»" if ground.sentence not in {None, ground.quote} else ""),
        (_TRANSLATION, ground.translation),
        (_ATTRIBUTED_TO, ", ".join(map(compact, ground.attributed_to))),
        (_RELAYED_BY, ", ".join(map(compact, ground.relayed_by))),
        (_SOURCES, ", ".join(map(write_term, ground.sources)) if ground.triple.predicate != _SOURCE else ""),
    )
    yield from (f"    {label.said_in(language)}: {value}" for label, value in details if value)


def _as_object(ground: Evidence) -> dict[str, object]:
    triple = ground.triple
    return {
        "triple": [str(term) for term in (triple.subject, triple.predicate, triple.object)],
        "graph": ground.graph,
        "inferred": ground.inferred,
        "article": ground.article,
        "begin": ground.span.begin if ground.span else None,
        "end": ground.span.end if ground.span else None,
        "quote": ground.quote,
        "sentence": ground.sentence,
        "translation": ground.translation,
        "attributedTo": list(ground.attributed_to),
        "relayedBy": list(ground.relayed_by),
        "sources": [str(each) for each in ground.sources],
    }

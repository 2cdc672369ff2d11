"""Extraction: read an article, collect what it names, run the patterns over its sentences, and propose facts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..folding import fold
from .facts import kinds
from .facts.bodies import name_bodies, name_people
from .facts.context import Context, Sentence
from .facts.dating import date_things, signing_times
from .facts.designations import name_designated, place_unions
from .facts.duals import place_duals
from .facts.events import name_cities
from .facts.forces import name_forces
from .facts.labels import labels_for
from .facts.naming import name_designations, name_things, note_pairs, note_sentence_pairs
from .facts.offices import expand_pairs, introduce_people, name_later_mentions, name_offices
from .facts.order import drop_impossible
from .facts.owners import give_owners
from .facts.pages import name_page
from .facts.pruning import prune
from .facts.timelines import with_days
from .facts.treaties import name_from_headline, stated_parties
from .mentions.layers import skeletons_of
from .mentions.persons import with_persons
from .occurrences import tell_apart
from .proposals import Proposals, in_article
from .reading.condition import remarks_on
from .reading.furniture import LineKind
from .reading.sentences import sentences_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ..articles import Article

    Second = Callable[[Context], tuple[str, ...]]

_OWN = (LineKind.HEADLINE, LineKind.DATELINE, LineKind.BODY)


def extract(article: Article, published: date | None = None, second: Second | None = None) -> Proposals:
    """Propose facts for an article, by rules; the same article always gives the same proposals.

    `second` is another reader, such as a model, that adds to what the rules have found and says how it fared.
    """
    folded = fold(article.text)
    stretches = sentences_of(folded.text)
    own = [stretch for stretch in stretches if stretch.kind in _OWN]
    skeletons = skeletons_of(folded.text, own)
    sentences = [
        Sentence(place, stretch, skeleton) for place, (stretch, skeleton) in enumerate(zip(own, skeletons, strict=True))
    ]
    context = Context(article.name, folded, list(with_days(folded.text, sentences)), published)
    place_unions(context)
    give_owners(context)
    introduce_people(context)
    context.sentences = with_persons(context)
    place_duals(context)
    remarks = _collect(context, second)
    names = {
        **context.instruments.final_names(signing_times(context), context.tag),
        **context.people.final_names(context.tag),
    }
    classes = context.instruments.classes(stated_parties(context))
    context.ledger.rename(names, classes, context.tag)
    shown = [stretch for stretch in stretches if stretch.kind is not LineKind.FURNITURE]
    proposed = in_article(article, folded, shown, context.ledger, labels_for(context, names))
    return replace(proposed, remarks=(*remarks_on(article.text), *remarks))


def _collect(context: Context, second: Second | None) -> tuple[str, ...]:
    note_pairs(context)
    note_sentence_pairs(context)
    expand_pairs(context)
    for sentence in context.sentences:
        if sentence.stretch.kind is not LineKind.DATELINE:
            kinds.read(context, sentence)
    remarks = second(context) if second else ()
    name_from_headline(context)
    prune(context)
    name_things(context)
    name_offices(context)
    name_later_mentions(context)
    name_forces(context)
    name_people(context)
    name_bodies(context)
    name_designations(context)
    name_designated(context)
    date_things(context)
    drop_impossible(context)
    name_cities(context)
    name_page(context)
    tell_apart(context.ledger, context.folded.text)
    return remarks

"""Counterparts whose office another sentence tells: «أما نظيره الكيني فلان» holds that of the official named last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..mentions.records import Kind, Mention
from .offices import officials

if TYPE_CHECKING:
    from ..mentions.offices import Office, Official
    from .context import Context


def give_models(context: Context) -> None:
    """Give counterparts («نظيره الكيني») the office that the article has told of last, where their own sentence tells none."""
    last: Office | None = None
    for sentence in context.sentences:
        for character in sentence.text:
            mention = sentence.skeleton.mentions.get(character)
            if mention is None or mention.kind is not Kind.OFFICIAL:
                continue
            data = tuple(_modelled(each, last) for each in officials(mention))
            if data:
                sentence.skeleton.mentions[character] = replace(mention, data=data, parts=as_told(mention.parts, data))
            last = next((each.office for each in reversed(data) if each.office and not each.office.referring), last)


def _modelled(official: Official, model: Office | None) -> Official:
    office = official.office
    if office is None or not office.identifier.startswith("?"):
        return official
    if model is None or office.owner is None:
        return replace(official, office=None)
    stem = model.identifier.removesuffix(f"-of-{model.owner.identifier}") if model.owner else model.identifier
    return replace(official, office=replace(office, identifier=f"{stem}-of-{office.owner.identifier}", kind=model.kind))


def as_told(parts: tuple[Mention, ...], told: tuple[Official, ...]) -> tuple[Mention, ...]:
    """Give the parts of a mention of several officials what has been found out of each."""
    rest = list(told)
    found = []
    for part in parts:
        count = len(officials(part)) if part.kind is Kind.OFFICIAL else 0
        found.append(replace(part, data=tuple(rest[:count])) if count else part)
        del rest[:count]
    return tuple(found)

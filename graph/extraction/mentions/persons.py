"""Persons named again by a part of their name, once the article has named them with an office."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .lexicon import plain_words
from .records import Form, Kind, Mention, Thing
from .skeleton import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..facts.context import Context, Sentence
    from ..facts.people import KnownPerson


_YOUNGER = frozenset({"الابن", "الاب", "جونيور", "الثاني", "الثالث"})


def with_persons(context: Context) -> list[Sentence]:
    """Place the later mentions of known persons in the skeletons."""
    forms = dict(_forms(context.people.persons))
    if not forms:
        return context.sentences
    alternatives = "|".join(sorted((form.replace(" ", r"\s+") for form in forms), key=lambda each: -len(each)))
    found = pattern(rf"{{b}}[وف]?(?:ل|ب)?(?P<name>{alternatives}){{e}}")
    return [replace(sentence, skeleton=_placed(sentence, found, forms)) for sentence in context.sentences]


def _forms(persons: list[KnownPerson]) -> Iterator[tuple[str, Thing]]:
    taken: dict[str, int] = {}
    for person in persons:
        for name in person.names:
            for form in {name, name.split()[-1], " ".join(name.split()[-2:])}:
                taken[form] = taken.get(form, 0) + (1 if len(person.names) else 0)
    for person in persons:
        for name in person.names:
            for form in (name, " ".join(name.split()[-2:]), _family(name.split())):
                if len(form) > 3 and form not in plain_words() and not form.startswith("عبد "):
                    yield form, Thing(person.identifier, "Person")


def _family(words: list[str]) -> str:
    """Give the name that later mentions use: «فرديناند ماركوس الابن» is «ماركوس»."""
    return words[-2] if words[-1] in _YOUNGER and len(words) > 1 else words[-1]


def _placed(sentence: Sentence, found: object, forms: dict[str, Thing]):  # type: ignore[no-untyped-def]  # noqa: ANN202
    skeleton = sentence.skeleton
    mentions = []
    for match in found.finditer(skeleton.text):  # type: ignore[attr-defined]
        thing = forms.get(" ".join(match["name"].split()))
        if thing is not None:
            mentions.append(Mention(*skeleton.span(*match.span("name")), Kind.PERSON, Form.NAME, (thing,)))
    return skeleton.placing(mentions) if mentions else skeleton

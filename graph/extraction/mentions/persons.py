"""Persons named again by a part of their name, once the article has named them with an office."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from ..dates.words import either
from .lexicon import given_names, plain_words, surnames
from .records import Form, Kind, Mention, Thing
from .skeleton import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..facts.context import Context, Sentence
    from ..facts.people import KnownPerson
    from .patterns import Pattern
    from .skeleton import Skeleton


_WORD: Final = re.compile(r"[\u0621-\u064a]+")
_KIN: Final = frozenset(
    {
        "شقيقه",
        "شقيقته",
        "شقيقها",
        "اخيه",
        "اخوه",
        "ابنه",
        "نجله",
        "ابنته",
        "والده",
        "والدها",
        "ابيه",
        "عمه",
        "خاله",
        "زوجته",
        "جده",
        "حفيده",
    }
)
_YOUNGER = frozenset({"الابن", "الاب", "جونيور", "الثاني", "الثالث"})


def with_persons(context: Context) -> list[Sentence]:
    """Place the later mentions of known persons in the skeletons."""
    for name in _called_by_surname([each.text for each in context.sentences]):
        if not any(each.is_called([name]) for each in context.people.persons):
            context.people.of_name(name)
    forms = dict(_forms(context.people.persons))
    lengths: dict[str, int] = {}
    for first, *more in map(str.split, forms):
        lengths[first] = max(lengths.get(first, 0), 1 + len(more))
    for form in _of_others([each.text for each in context.sentences], forms, context.people.persons):
        del forms[form]
    return [replace(each, skeleton=_placed(each.skeleton, forms, lengths)) for each in context.sentences]


@cache
def _surnames() -> Pattern:
    says = r"(?:قال|اكد|صرح|اوضح|اضاف|اعتبر|ذكر|اتهم|وصف|توقع|حذر|كتب|اجاب|شدد|لفت|نبه|امل|اعلن|كشف|رد|اشار|هدد|ندد|رحب|راي|نفي|لوح|لمح|المح|رجح|تعهد|وعد|جدد|اعرب|ابدي|غرد|انتقد)"
    return pattern(
        rf"(?:^\"?(?P<quoted>{either(surnames())})\"? ?:|{{w}}{says} \"?(?P<name>{either(surnames())})(?![\u0621-\u064a]))"
    )


def _called_by_surname(texts: Iterable[str]) -> Iterator[str]:
    """Go through the family names of the table whose bearers speak: «قال ترامب إن …», «لافروف: …»."""
    for text in texts:
        for match in _surnames().finditer(text):
            yield match["name"] or match["quoted"]


def _triples(words: list[str]) -> Iterator[tuple[str, str, str]]:
    return zip(words, words[1:], words[2:], strict=False)


def _of_others(texts: Iterable[str], forms: Mapping[str, Thing], persons: Iterable[KnownPerson]) -> set[str]:
    """Give the forms that stand after a given name which is not that of their bearer: «ماهر الأسد» where Bashar is known."""
    own = {each.identifier: {word for name in each.names for word in name.split()} for each in persons}
    return {
        form
        for text in texts
        for kin, given, form in _triples(["", *_WORD.findall(text)])
        if form in forms
        and (given in given_names() or kin.lstrip("وفبل") in _KIN)
        and given not in own[forms[form].identifier]
    }


def _forms(persons: list[KnownPerson]) -> Iterator[tuple[str, Thing]]:
    """Go through the forms by which one person alone can be meant: a family name of two is nobody's."""
    bearers: dict[str, set[str]] = {}
    for person in persons:
        for form in _forms_of(person):
            bearers.setdefault(form, set()).add(person.identifier)
    for person in persons:
        for form in _forms_of(person):
            if len(bearers[form]) == 1 or (form in person.names and " " in form):
                yield form, Thing(person.identifier, "Person")


def _forms_of(person: KnownPerson) -> Iterator[str]:
    for name in person.names:
        for form in (name, " ".join(name.split()[-2:]), _family(name.split())):
            if len(form) > 3 and form not in plain_words() and not form.startswith("عبد "):
                yield form


def _family(words: list[str]) -> str:
    """Give the name that later mentions use: «فرديناند ماركوس الابن» is «ماركوس»."""
    return words[-2] if words[-1] in _YOUNGER and len(words) > 1 else words[-1]


def _placed(skeleton: Skeleton, forms: Mapping[str, Thing], lengths: Mapping[str, int]) -> Skeleton:
    found = _named(skeleton.text, forms, lengths)
    return skeleton.placing(
        [
            Mention(
                *skeleton.span(begin, end), Kind.PERSON, Form.NAME, (forms[" ".join(skeleton.text[begin:end].split())],)
            )
            for begin, end in found
        ]
    )


def _named(text: str, forms: Mapping[str, Thing], lengths: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Go through the places of names in a text, the longest at each place; `lengths` tells how many words follow a first one at most."""
    words, last = list(_WORD.finditer(text)), 0
    for number, word in enumerate(words):
        for clitics in _clitics(word[0]) if word.start() >= last else ():
            begin, length = word.start() + clitics, lengths.get(word[0][clitics:], 0)
            ends = [each.end() for each in words[number : number + length]]
            whole = [end for end in ends if " ".join(text[begin:end].split()) in forms]
            if whole:
                last = whole[-1]
                yield begin, last
                break


def _clitics(word: str) -> Iterator[int]:
    """Go through how many letters before a name may be set apart, the most first."""
    joined = word[0] in "وف"
    if word[joined : joined + 1] in ("ل", "ب"):
        yield joined + 1
    if joined:
        yield 1
    yield 0

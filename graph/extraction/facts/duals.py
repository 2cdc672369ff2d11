"""Two officials named before and then called by their title in the dual: «ووقع الوزيران», «شهد الرئيسان»."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..mentions.offices import Office, Official
from ..mentions.records import Form, Kind, Mention
from ..mentions.skeleton import pattern
from .offices import officials

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .context import Context, Sentence

_TITLES: Final = (
    ("president", r"الرييس(?:ان|ين)"),
    ("minister", r"الوزير(?:ان|ين)"),
    ("king", r"العاهل(?:ان|ين)|الملك(?:ان|ين)"),
    ("prime-minister", r"رييسا الوزراء|رييسي الوزراء|رييسا الحكومتين"),
    ("", r"الزعيم(?:ان|ين)|المسوول(?:ان|ين)|القايد(?:ان|ين)|الرجل(?:ان|ين)"),
)
_REACH: Final = 2
"""How many sentences back the two may have been named."""
_PAIR: Final = 2


def place_duals(context: Context) -> None:
    """Read each dual title, and each title with a polity's adjective alone, as the offices of those whom the article has named so."""
    for index, sentence in enumerate(context.sentences):
        found = [
            mention
            for stem, words in _TITLES
            for match in pattern(
                rf"{{w}}[بكل]?(?P<name>{words}){{e}}(?! ?[\ue000-\ue3ff\ue600-\ue7ff\uf200-\uf3ff])"
            ).finditer(sentence.text)
            if (mention := _both(context, sentence, stem, match.span("name"))) is not None
        ]
        found += _again(context, sentence)
        if found:
            context.sentences[index] = replace(sentence, skeleton=sentence.skeleton.placing(found))


_ONE: Final = (
    r"{w}[بكل]?(?P<name>(?P<title>الوزير|الوزيره|المسوول|المسووله|الدبلوماسي) (?P<owner>{A}))(?! (?:ال|{A}|{O}))"
)


def _again(context: Context, sentence: Sentence) -> Iterator[Mention]:
    """Go through titles that an adjective tells apart: «الوزير المغربي» is the minister of Morocco who was named last."""
    for match in pattern(_ONE).finditer(sentence.text):
        owner = sentence.skeleton.mentions[match["owner"]].things[0]
        begin, end = sentence.skeleton.span(*match.span("name"))
        named = [
            each
            for each in _offices(context, sentence, begin, reach=sentence.place)
            if each.owner is not None
            and each.owner.identifier == owner.identifier
            and (not match["title"].startswith("الوزير") or each.identifier.startswith("minister"))
        ]
        if named:
            office = Office(named[-1].identifier, named[-1].kind, owner, begin, end, paired=True)
            yield Mention(begin, end, Kind.OFFICIAL, Form.DESIGNATION, (), data=(Official(office, None),))


def _both(context: Context, sentence: Sentence, stem: str, place: tuple[int, int]) -> Mention | None:
    begin, end = sentence.skeleton.span(*place)
    last: dict[str, Office] = {}
    for office in _offices(context, sentence, begin):
        if office.owner is not None and office.identifier.startswith(stem):
            last.pop(office.owner.identifier, None)
            last[office.owner.identifier] = office
    offices = list(last.values())[-_PAIR:]
    if len(offices) < _PAIR or (stem and len({_stem(each) for each in offices}) > 1):
        return None
    both = tuple(
        Official(Office(each.identifier, each.kind, each.owner, begin, end, paired=True), None) for each in offices
    )
    return Mention(begin, end, Kind.OFFICIAL, Form.DESIGNATION, (), data=both)


def _stem(office: Office) -> str:
    return office.identifier.removesuffix(f"-of-{office.owner.identifier}") if office.owner else office.identifier


def _offices(context: Context, sentence: Sentence, place: int, *, reach: int = _REACH) -> Iterator[Office]:
    """Go through the offices that are named with whom they belong to, shortly before a place."""
    for earlier in context.sentences[max(0, sentence.place - reach) : sentence.place + 1]:
        for mention in earlier.skeleton.inside(earlier.text, Kind.OFFICIAL):
            if mention.end <= place:
                yield from (each.office for each in officials(mention) if each.office is not None and each.person)

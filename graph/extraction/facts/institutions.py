"""Facts of institutions told by others: ministries of two, governments by the one who leads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..mentions.bodies import portfolio_in_english, portfolios_in_arabic
from ..mentions.skeleton import pattern
from .ledger import TYPE, Name, Printed, Term, Words
from .offices import officials, persons_of

if TYPE_CHECKING:
    import re

    from ..mentions.records import Mention
    from .context import Context, Sentence
    from .ledger import Object

_MINISTRIES: Final = r"{w}[بل]?(?P<name>(?:وزارتا|وزارتي|وزارتين|الوزارتين) (?P<portfolio>{portfolios}){e}(?: في)? (?:(?P<one>{A}|{P}) ?(?:و ?(?P<two>{A}|{P}))?|(?P<group>{G})))"
_GOVERNMENT: Final = r"{w}[بل]?(?P<name>(?:نظام|حكم|اداره|حكومه|(?P<body>{B})) (?P<head>{O}))"
_BOTH: Final = 2


def tell_institutions(context: Context, sentence: Sentence) -> None:
    """State ministries of two states, and governments that are named after their head."""
    found = pattern(_MINISTRIES.replace("{portfolios}", portfolios_in_arabic()))
    for match in found.finditer(sentence.text):
        _ministries(context, sentence, match)
    for match in pattern(_GOVERNMENT).finditer(sentence.text):
        _government(context, sentence, match)


def _ministries(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    """State the ministries of two: «وزارتي دفاع البلدين», «وزارتا الخارجية الكينية والصومالية»."""
    mentions = [sentence.skeleton.mention(match[name]) for name in ("one", "two", "group")]
    owners = {thing.identifier: thing for each in mentions for thing in context.things_of(each)}
    if len(owners) != _BOTH:
        return
    span = sentence.skeleton.span(*match.span("name"))
    field = portfolio_in_english(" ".join(match["portfolio"].split()))
    names = {each: Name(f"ministry-of-{field}-of-{each}") for each in owners}
    form: dict[str, Object | tuple[Object, ...]] = {TYPE: Term("NameForm"), "names": tuple(names.values())}
    context.ledger.state(span, Words(*span), form, pattern="ministries-of-two", confidence=0.8)
    for owner, name in names.items():
        facts: dict[str, Object] = {TYPE: Term("GovernmentBody"), "bodyOf": Name(owner)}
        context.ledger.state(span, name, facts, pattern="ministries-of-two", confidence=0.8)


def _government(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    """State a government named after its head: «إدارة الرئيس فلان»."""
    head, body = sentence.skeleton.mentions[match["head"]], sentence.skeleton.mention(match["body"])
    if body is not None and context.words((body.begin, body.end)) != "حكومه":
        return
    government = government_under(context, head)
    if government is None:
        return
    span = sentence.skeleton.span(*match.span("name"))
    facts: dict[str, Object] = {
        TYPE: Term("GovernmentBody"),
        "name": Printed(*span),
        "bodyOf": Name(government.owner),
    }
    context.ledger.state(span, Name(government.name), facts, pattern="government-of", confidence=0.75)


@dataclass(frozen=True, slots=True)
class Government:
    """A government that is named after its head: its identifier, and that of the polity which it governs."""

    name: str
    owner: str


def government_under(context: Context, head: Mention) -> Government | None:
    """Give the government of a head who is named with his office."""
    told, persons = officials(head), persons_of(context, head)
    office = told[0].office if len(told) == 1 else None
    if office is None or office.owner is None or office.owner.kind != "Polity" or told[0].person is None:
        return None
    return Government(f"government-of-{persons[0]}", office.owner.identifier)

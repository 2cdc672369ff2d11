"""Facts of nationality: nationalities that the article names, and the people who are said to hold one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.people import Category
from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .ledger import TYPE, Name, Printed, Term, Words

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .ledger import Object

_ONE: Final = r"{w}[بل]?(?P<name>(?:ال)?جنسيه (?P<of>{A}|{P}))"
_SEVERAL: Final = r"{w}[بل]?(?P<name>(?:ال)?(?:جنسيتين|جنسيتان|جنسيات) {A}(?: ?،? ?(?:و|او ?) ?{A})+)"
_HOLDERS: Final = r"(?P<who>(?P<people>{K})(?: (?:تقريبا|كلهم|جميعا|كافه|ومعظمهم))?)(?P<relative> ?،? ?(?:الذين|ممن|من))? (?:يحملون|يملكون|يتمتعون ب|يحوزون|حاملي) ?(?P<what>(?:ال)?جنسيه (?P<of>{A}|{P}))"


def tell_nationalities(context: Context, sentence: Sentence) -> None:
    """State the nationalities of a sentence, and who is said to hold them."""
    for match in pattern(_ONE).finditer(sentence.text):
        _nationality(context, sentence, match)
    for match in pattern(_SEVERAL).finditer(sentence.text):
        _several(context, sentence, match)
    for match in pattern(_HOLDERS).finditer(sentence.text):
        _holders(context, sentence, match)


def _nationality(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    polity = sentence.skeleton.mentions[match["of"]].things[0].identifier
    span = sentence.skeleton.span(*match.span("name"))
    if _is_named(context, f"nationality-of-{polity}", context.words(span)):
        return
    facts: dict[str, Object] = {TYPE: Term("Nationality"), "nationalityOf": Name(polity), "name": Printed(*span)}
    context.ledger.state(span, Name(f"nationality-of-{polity}"), facts, pattern="nationality", confidence=0.8)


def _is_named(context: Context, identifier: str, words: str) -> bool:
    return any(
        isinstance(claim.object, Printed) and context.words((claim.object.begin, claim.object.end)) == words
        for claim in context.ledger.about(Name(identifier))
    )


def _several(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    """State several nationalities in one phrase: «الجنسيتين الكينية والصومالية»."""
    span = sentence.skeleton.span(*match.span("name"))
    found = sentence.skeleton.inside(match["name"], Kind.ADJECTIVE)
    polities = tuple(dict.fromkeys(each.things[0].identifier for each in found))
    names = tuple(Name(f"nationality-of-{each}") for each in polities)
    form: dict[str, Object | tuple[Object, ...]] = {TYPE: Term("NameForm"), "names": names}
    context.ledger.state(span, Words(*span), form, pattern="nationality", confidence=0.8)
    for name, polity in zip(names, polities, strict=True):
        facts: dict[str, Object] = {TYPE: Term("Nationality"), "nationalityOf": Name(polity)}
        context.ledger.state(span, name, facts, pattern="nationality", confidence=0.8)


def _holders(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    """State the people who hold a nationality: in a relative clause they are those who do, else all who are named."""
    category = sentence.skeleton.mentions[match["people"]].data
    polity = sentence.skeleton.mentions[match["of"]].things[0].identifier
    if not isinstance(category, Category):
        return
    relative = bool(match["relative"])
    who = sentence.skeleton.span(match.start("who"), match.end("what") if relative else match.end("who"))
    span = sentence.skeleton.span(match.start("who"), match.end("what"))
    facts: dict[str, Object] = {
        TYPE: Term("PersonCategory"),
        "categoryOf": Name(category.polity.identifier),
        "categoryBasis": Term(category.basis),
        "membershipCriterion": Printed(*who),
        "holdsNationality": Name(f"nationality-of-{polity}"),
    }
    name = Name(f"{category.identifier}-with-nationality-of-{polity}")
    context.ledger.state(span, name, facts, pattern="nationality:held", confidence=0.75)

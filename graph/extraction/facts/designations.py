"""What stands for one thing that the article has named: «المنظمة», «مواطنو الجمهورية», and a union that bears the name of one of its members."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ...folding import folded
from ..mentions.people import Category
from ..mentions.records import Form, Kind, Mention, Thing
from ..mentions.skeleton import pattern
from ..mentions.transliteration import transliterated
from .context import mentions_in, names_of
from .ledger import TRUE, TYPE, Name, Printed, Term, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .context import Context, Sentence
    from .ledger import Object

_UNION: Final = (
    r"(?P<quote>\"?)(?P<name>{P})\"? ?،? (?:الذي|التي) (?:يضم|تضم|ضم|ضمت|يجمع|تجمع) (?:كلا من |كل من )?(?P<members>{P})"
)


def place_unions(context: Context) -> None:
    """Read a polity's name as that of a union where it is said to comprise that polity and others: «الاتحاد الفلاني الذي يضم فلانة وفلانة»."""
    for index, sentence in enumerate(context.sentences):
        for match in pattern(_UNION).finditer(sentence.text):
            named, members = (sentence.skeleton.mentions[match[each]] for each in ("name", "members"))
            words = context.words((named.begin, named.end))
            if (
                len(named.things) == 1
                and named.things[0] in members.things[:1]
                and len(members.things) > 1
                and "اتحاد" in words
            ):
                union = Mention(named.begin, named.end, Kind.ORGANIZATION, Form.NAME, (_union(context, words),))
                skeleton = sentence.skeleton.placing([union])
                del skeleton.mentions[match["name"]]
                context.sentences[index] = replace(sentence, skeleton=skeleton)


def _union(context: Context, words: str) -> Thing:
    """Give the only other union that the article names, else one of these words' own."""
    others = {
        thing
        for _, mention in mentions_in(context, Kind.ORGANIZATION)
        for thing in mention.things
        if "اتحاد" in folded(thing.arabic)
    }
    return others.pop() if len(others) == 1 else Thing(transliterated(words), "InternationalOrganization")


_KIN: Final = r"{w}(?:ب|ل|ك)?(?P<name>(?:ال|(?<=ل)ل)(?P<kin>منظمه|حلف|رابطه|تكتل)){e}(?! ?(?:ال(?!دوليه|اقليميه)|[\ue200-\ue3ff]|\"))"
_OF_REALM: Final = r"{w}(?:ب|ل)?(?P<all>(?:مواطني|مواطنو|مواطنوا|مواطنين|رعايا) (?P<realm>الجمهوريه|السلطنه|الاماره)){e}(?! ?(?:ال|[\ue200-\ue3ff]))"


def name_designated(context: Context) -> None:
    """State what a kin word alone stands for, where the article has named just one thing of that kin before."""
    for sentence in context.sentences:
        for match in pattern(_KIN).finditer(sentence.text):
            span = sentence.skeleton.span(*match.span("name"))
            thing = _of_kin(context, match["kin"], span[0])
            if thing is not None:
                _form(context, span, (thing,), quoted=False)
        for match in pattern(_OF_REALM).finditer(sentence.text):
            span, realm = (sentence.skeleton.span(*match.span(each)) for each in ("all", "realm"))
            thing = _of_realm(context, match["realm"].removeprefix("ال"), span[0])
            if thing is not None:
                _form(context, realm, (thing,), quoted=False)
                _people(context, span, thing)
        _quoted_people(context, sentence)


def _of_kin(context: Context, kin: str, place: int) -> Thing | None:
    found = {
        thing
        for _, mention in mentions_in(context, Kind.ORGANIZATION)
        for thing in mention.things
        if mention.begin < place and kin in folded(thing.arabic) and thing.kind == "InternationalOrganization"
    }
    return found.pop() if len(found) == 1 else None


def _of_realm(context: Context, prefix: str, place: int) -> Thing | None:
    """Give the polity that words before a place have named last as that kind of realm: «جمهورية كينيا»."""
    named = [
        mention
        for sentence in context.sentences
        for mention in sentence.skeleton.mentions.values()
        if mention.kind is Kind.POLITY and len(mention.things) == 1 and mention.end < place
    ]
    fitting = [each for each in named if context.words((each.begin, each.end)).removeprefix("ال").startswith(prefix)]
    return max(fitting, key=lambda each: each.begin).things[0] if fitting else None


def _form(context: Context, span: tuple[int, int], things: tuple[Thing, ...], *, quoted: bool) -> None:
    if context.folded.text[span[0] - 1 : span[0] + 1] == "لل":
        span = (span[0] - 1, span[1])
    facts: dict[str, Object | tuple[Object, ...]] = {TYPE: Term("NameForm"), "names": names_of(things)}
    facts |= {"quotedByAuthor": TRUE} if quoted else {}
    context.ledger.state(span, Words(*span), facts, pattern="designation-of-one", confidence=0.75)


def _people(context: Context, span: tuple[int, int], polity: Thing) -> None:
    facts: dict[str, Object] = {
        TYPE: Term("PersonCategory"),
        "categoryOf": Name(polity.identifier),
        "categoryBasis": Term("citizens"),
        "membershipCriterion": Printed(*span),
    }
    name = Name(f"citizens-of-{polity.identifier}")
    context.ledger.state(span, name, facts, pattern="designation-of-one", confidence=0.75)


def _quoted_people(context: Context, sentence: Sentence) -> None:
    """State that an author keeps a distance to calling some people citizens: «"المواطنين" الفلانيين»."""
    for mention, rest in _categories(sentence):
        words = context.folded.text[mention.begin : mention.end]
        things = tuple(dict.fromkeys((*mention.things, *(thing for each in rest for thing in each.things))))
        if words.startswith('"') and words.count('"') > 1 and _are_spoken_of(context, things):
            _form(context, (mention.begin, mention.begin + words.index('"', 1) + 1), things, quoted=True)


def _are_spoken_of(context: Context, things: tuple[Thing, ...]) -> bool:
    return any(context.ledger.naming(name) for name in names_of(things))


def _categories(sentence: Sentence) -> Iterator[tuple[Mention, list[Mention]]]:
    """Go through the categories of people of a sentence, each with those that are joined to it."""
    for match in pattern(r"{K}(?: ?،? ?(?:و|او) ?{K})*").finditer(sentence.text):
        chain = list(sentence.skeleton.inside(match[0], Kind.PEOPLE))
        yield from ((each, chain[place + 1 :]) for place, each in enumerate(chain) if isinstance(each.data, Category))

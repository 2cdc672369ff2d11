"""Facts of naming: polities and organizations by name, by capital, by designation, and at a distance in quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.records import Form, Kind, Mention, Thing
from ..mentions.skeleton import pattern
from .context import Context, Sentence, names_of
from .ledger import TRUE, TYPE, Name, Printed, Term, Words
from .offices import officials

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .ledger import Object

_NAMED: Final = frozenset({Kind.POLITY, Kind.ORGANIZATION})


def name_things(context: Context) -> None:
    """State each name of a polity or an organization where the article first prints it."""
    seen: set[tuple[str, str]] = set()
    for sentence in context.sentences:
        for mention in _single(sentence):
            _name(context, sentence, mention, seen)


_BESIDE: Final = r"(?P<one>{P})(?: [\u0621-\u064a]+)? ?، (?:مع|بالاشتراك مع|الي جانب|شانها شان|هي و) ?(?P<two>{P}) ?،"
"""Two that do one thing, one of them in an aside: «كينيا تسعى، مع الصومال، إلى …»."""

_TOLD_APART: Final = r"(?P<group>{G})\"? \"?(?P<one>{A})\"? ?و ?\"?(?P<two>{A})"
"""Two who are told by their adjectives: «الجانبان الكويتي والصيني»."""


def note_pairs(context: Context) -> None:
    """Remember which two are named together, for the designations that stand for them."""
    for sentence in context.sentences:
        for mention in sentence.skeleton.inside(sentence.text, Kind.POLITY):
            if mention.parts:
                context.note_pair(mention.begin, mention.things)
                context.note_list(mention.begin, mention.things)
        for mention in sentence.skeleton.inside(sentence.text, Kind.ORGANIZATION):
            if mention.parts:
                context.note_pair(mention.begin, mention.things)
        for match in pattern(_BESIDE).finditer(sentence.text):
            one, two = (sentence.skeleton.mentions[match[name]] for name in ("one", "two"))
            context.note_pair(one.begin, (*one.things, *two.things))
        _note_told_apart(context, sentence)


def _note_told_apart(context: Context, sentence: Sentence) -> None:
    """Remember which two a designation with two adjectives stands for."""
    for match in pattern(_TOLD_APART).finditer(sentence.text):
        group, one, two = (sentence.skeleton.mentions[match[name]] for name in ("group", "one", "two"))
        things = (*one.things, *two.things)
        context.note_pair(group.begin, things)
        if len(set(things)) == len("ab"):
            context.groups[(group.begin, group.end)] = things


def note_sentence_pairs(context: Context) -> None:
    """Remember the two polities of a sentence that names just two, and of the officials of two."""
    for sentence in context.sentences:
        things: dict[str, Thing] = {}
        for mention in sentence.skeleton.inside(sentence.text):
            if mention.kind is Kind.POLITY and mention.form is not Form.DESIGNATION:
                things |= {thing.identifier: thing for thing in mention.things}
            elif mention.kind is Kind.OFFICIAL:
                for official in officials(mention):
                    if official.office and official.office.owner and official.office.owner.kind == "Polity":
                        things[official.office.owner.identifier] = official.office.owner
        if len(things) == 2 and not any(
            sentence.stretch.begin <= place < sentence.stretch.end for place, _ in context.pairs
        ):
            context.note_pair(sentence.stretch.begin, tuple(things.values()), weak=True)


def _single(sentence: Sentence) -> Iterator[Mention]:
    """Go through the single names of a sentence, those inside of lists and titles too."""
    for mention in sentence.skeleton.mentions.values():
        alone = len(mention.things) == 1 and not _is_part_of_name(sentence, mention)
        if mention.kind in _NAMED and alone and not _is_of_a_person(sentence, mention):
            yield mention


def _is_of_a_person(sentence: Sentence, mention: Mention) -> bool:
    """Tell a polity's name that is a person's given name: «جورجيا ميلوني»."""
    persons = [
        official.person
        for other in sentence.skeleton.mentions.values()
        if other.kind is Kind.OFFICIAL
        for official in officials(other)
        if official.person is not None
    ]
    return any(each.begin <= mention.begin and mention.end <= each.end for each in persons)


def _is_part_of_name(sentence: Sentence, mention: Mention) -> bool:
    return any(
        mention in other.parts and len(other.things) == 1
        for other in sentence.skeleton.mentions.values()
        if other is not mention
    ) or any(
        other.begin == mention.begin
        and other.end == mention.end
        and other is not mention
        and other.form is Form.CAPITAL
        and mention.kind is Kind.PLACE
        for other in sentence.skeleton.mentions.values()
    )


def _name(context: Context, sentence: Sentence, mention: Mention, seen: set[tuple[str, str]]) -> None:
    thing, span = mention.things[0], (mention.begin, mention.end)
    context.polities.setdefault(thing.identifier, thing)
    quoted = _quotation(context, span)
    if mention.form is Form.CAPITAL:
        if mention.kind is Kind.POLITY:
            _form(context, span, mention, {"metonym": TRUE}, "capital-for-government", 0.85)
    elif quoted and mention.kind is Kind.POLITY and not _follows_kind(context, quoted[0]):
        _form(context, quoted, mention, {"quotedByAuthor": TRUE}, "name-at-a-distance", 0.7)
    elif mention.form is Form.NAME:
        words = context.words(span)
        if (thing.identifier, words) in seen:
            return
        first = not any(identifier == thing.identifier for identifier, _ in seen)
        facts = {"name": Printed(*span)}
        if words.startswith("لل"):
            _form(context, span, mention, {}, "name-with-preposition", 0.8)
            return
        seen.add((thing.identifier, words))
        kinds: dict[str, Object] = {TYPE: Term(thing.kind)} if first else {}
        if thing.kind == "NewsAgency":
            span, whose = _whole_agency(sentence, mention)
            kinds |= {"ofPolity": Name(whose)} if whose else {}
        context.ledger.state(span, Name(thing.identifier), {**kinds, **facts}, pattern="name-of-table", confidence=0.95)


def _whole_agency(sentence: Sentence, mention: Mention) -> tuple[tuple[int, int], str | None]:
    """Give the whole title of an agency, with the polity of its adjective: «وكالة "نوفوستي" الروسية للأنباء»."""
    for match in pattern(r"(?:وكاله )?\"?(?P<agency>{R})\"?(?: (?P<of>{A}))?(?: للانباء)?").finditer(sentence.text):
        if sentence.skeleton.mentions[match["agency"]] is mention:
            of = sentence.skeleton.mention(match["of"])
            whole = match.start() if match[0].startswith("وكاله") else match.start("agency")
            last = match.end() if whole != match.start("agency") else match.end("agency")
            return sentence.skeleton.span(whole, last), of.things[0].identifier if of and last != match.end(
                "agency"
            ) else None
    return (mention.begin, mention.end), None


def _form(
    context: Context, span: tuple[int, int], mention: Mention, facts: dict[str, object], pattern: str, confidence: float
) -> None:
    context.ledger.state(
        span,
        Words(*span),
        {TYPE: Term("NameForm"), "names": names_of(mention.things), **facts},  # type: ignore[dict-item]
        pattern=pattern,
        confidence=confidence,
    )


def _quotation(context: Context, span: tuple[int, int]) -> tuple[int, int] | None:
    """Give the span with its own quotation marks, if exactly this name stands in them."""
    text, (begin, end) = context.folded.text, span
    closed = begin > 0 and end < len(text) and text[begin - 1] == '"' and text[end] == '"'
    return (begin - 1, end + 1) if closed and text.count('"', 0, begin) % 2 == 1 else None


def _follows_kind(context: Context, place: int) -> bool:
    """Tell the quotation marks of a name («وكالة "نوفوستي"») from those of distance."""
    before = context.folded.text[:place].split()[-1:]
    return bool(before) and before[0].lstrip("وفبكل") in (
        "وكاله",
        "قناه",
        "صحيفه",
        "منظمه",
        "حركه",
        "جريده",
        "موقع",
        "شبكه",
        "مجله",
        "اذاعه",
    )


def _groups(sentence: Sentence) -> Iterator[Mention]:
    for mention in sentence.skeleton.inside(sentence.text):
        if mention.kind is Kind.GROUP:
            yield mention
        elif mention.parts and mention.parts[0].kind is Kind.GROUP:
            yield mention.parts[0]


def name_designations(context: Context) -> None:
    """State what each designation of two stands for: «الطرفان»."""
    for sentence in context.sentences:
        for mention in _groups(sentence):
            things = context.things_of(mention)
            if len(things) >= 2:
                quoted = _quoted_with_adjectives(context, mention)
                span = quoted or (mention.begin, mention.end)
                facts: dict[str, Object | tuple[Object, ...]] = {TYPE: Term("NameForm"), "names": names_of(things)}
                facts |= {"quotedByAuthor": TRUE} if quoted else {}
                context.ledger.state(span, Words(*span), facts, pattern="designation-of-two", confidence=0.75)


def _quoted_with_adjectives(context: Context, mention: Mention) -> tuple[int, int] | None:
    """Give a designation with its own quotation marks and what stands within: «"الجمهوريتين المستقلتين"»."""
    text = context.folded.text
    after = pattern(r"(?: ال[\u0621-\u064a]+(?:تين|تان|ين|ان)){0,2}\"").match(text, mention.end)
    opened = text[mention.begin - 1 : mention.begin] == '"' and text.count('"', 0, mention.begin - 1) % 2 == 0
    return (mention.begin - 1, after.end()) if after and opened else None

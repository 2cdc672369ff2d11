"""Facts of offices: offices as titled, their holders, and who holds what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..mentions.officials import Office, Official
from ..mentions.records import Kind, Mention
from .context import Context, Sentence, mentions_in
from .ledger import TRUE, TYPE, Name, Printed, Term, Words

if TYPE_CHECKING:
    from .people import KnownPerson

PATTERN = "office-title"


def officials(mention: Mention) -> tuple[Official, ...]:
    """Give the officials of a mention that are told apart."""
    data = mention.data if isinstance(mention.data, tuple) else ()
    return tuple(each for each in data if not isinstance(each, str))


def expand_pairs(context: Context) -> None:
    """Tell apart the two officials of a designation: «رئيسا الإقليمين» are the presidents of both."""
    for sentence in context.sentences:
        for character in sentence.text:
            mention = sentence.skeleton.mentions.get(character)
            if (
                mention is None
                or mention.kind is not Kind.OFFICIAL
                or not mention.parts
                or mention.parts[0].kind is not Kind.GROUP
            ):
                continue
            stem, kind = (str(each) for each in mention.data) if isinstance(mention.data, tuple) else ("", "")
            things = context.things_of(mention.parts[0])
            data = tuple(
                Official(
                    Office(f"{stem}-of-{each.identifier}", kind, each, mention.begin, mention.end, paired=True), None
                )
                for each in things
            )
            if len(data) == 2:
                sentence.skeleton.mentions[character] = replace(mention, data=data)


def introduce_people(context: Context) -> None:
    """Collect all persons with their offices before any fact is read, so that a later name helps an earlier title."""
    for _, mention in mentions_in(context, Kind.OFFICIAL):
        for official in officials(mention):
            if official.person is not None:
                context.people.of_name(official.person.name, official.office.identifier if official.office else None)
                context.people.show(official)


def name_offices(context: Context) -> None:
    """State offices, names and tenures."""
    seen: set[tuple[str, str]] = set()
    used = {node for claim in context.ledger for node in (claim.subject, claim.object) if isinstance(node, Name)}
    for sentence, mention in mentions_in(context, Kind.OFFICIAL):
        for official, whole in _each(sentence, mention):
            _state_office(context, official, seen)
            if official.office is not None or _is_used(context, official, used):
                _state_person(context, official, seen)
            _state_tenure(context, official, whole)


def _is_used(context: Context, official: Official, used: set[Name]) -> bool:
    """Tell whether a person without an office does or says something that is a fact."""
    person = context.people.find(official.person.name) if official.person else None
    return person is not None and Name(person.identifier) in used


def _each(sentence: Sentence, mention: Mention) -> list[tuple[Official, tuple[int, int]]]:
    """Give each official of a mention with the words that name just him."""
    if mention.parts and mention.parts[0].kind is Kind.OFFICIAL:
        return [pair for part in mention.parts for pair in _each(sentence, part)]
    return [(official, (mention.begin, mention.end)) for official in officials(mention)]


def _state_office(context: Context, official: Official, seen: set[tuple[str, str]]) -> None:
    office = official.office
    if office is None or not office.owner:
        return
    span = (office.begin, office.end)
    if (office.identifier, context.words(span)) in seen:
        return
    seen.add((office.identifier, context.words(span)))
    owner = {"officeOf": Name(office.owner.identifier)}
    context.polities.setdefault(office.owner.identifier, office.owner)
    context.ledger.state(
        span,
        Name(office.identifier),
        {
            TYPE: Term(office.kind),
            **({} if office.referring or office.paired else {"officeTitle": Printed(*span)}),
            **owner,
        },
        pattern="counterpart" if office.referring else PATTERN,
        confidence=0.85 if office.referring else 0.93,
    )
    if office.referring:
        context.ledger.state(
            span,
            Words(*span),
            {TYPE: Term("NameForm"), "names": Name(office.identifier)},
            pattern="counterpart",
            confidence=0.85,
        )
    if office.quoted:
        context.ledger.state(
            office.quoted,
            Words(*office.quoted),
            {TYPE: Term("NameForm"), "names": Name(office.identifier), "quotedByAuthor": TRUE},
            pattern="title-at-a-distance",
            confidence=0.9,
        )


def _state_person(context: Context, official: Official, seen: set[tuple[str, str]]) -> None:
    if official.person is None:
        return
    person = context.people.of_name(official.person.name)
    span = (official.person.begin, official.person.begin + len(official.person.name))
    if context.words(span) != official.person.name:
        span = (official.person.begin, official.person.end)
    if (person.identifier, official.person.name) not in seen:
        seen.add((person.identifier, official.person.name))
        context.ledger.state(
            span,
            Name(person.identifier),
            {TYPE: Term("Person"), "name": Printed(*span)},
            pattern="name-beside-title",
            confidence=0.9,
        )


def _state_tenure(context: Context, official: Official, whole: tuple[int, int]) -> None:
    if official.person is None or official.office is None or not official.office.owner:
        return
    person = context.people.of_name(official.person.name)
    tenure = tenure_of(person, official.office)
    context.ledger.state(
        whole,
        Name(tenure),
        {TYPE: Term("Tenure"), "holder": Name(person.identifier), "heldOffice": Name(official.office.identifier)},
        pattern="name-beside-title",
        confidence=0.92,
    )


def tenure_of(person: KnownPerson, office: Office) -> str:
    """Give the identifier of one person's holding of one office."""
    return f"tenure-{person.identifier}-{office.identifier}"


def attest(context: Context, span: tuple[int, int], mention: Mention | None, at: Name, pattern: str) -> None:
    """State that an event or a statement shows those whom it names in office."""
    for official in officials(mention) if mention else ():
        if official.person is not None and official.office is not None and official.office.owner:
            person = context.people.of_name(official.person.name)
            context.ledger.state(
                span, Name(tenure_of(person, official.office)), {"attestedAt": at}, pattern=pattern, confidence=0.9
            )


def name_later_mentions(context: Context) -> None:
    """State a person's name where it is printed again in another form."""
    seen = {
        (claim.subject.local, context.words((claim.object.begin, claim.object.end)))
        for claim in context.ledger
        if claim.predicate == "name" and isinstance(claim.subject, Name) and isinstance(claim.object, Printed)
    }
    for _, mention in mentions_in(context, Kind.PERSON):
        if not any(identifier == mention.things[0].identifier for identifier, _ in seen):
            continue
        identifier, span = mention.things[0].identifier, (mention.begin, mention.end)
        if (identifier, context.words(span)) not in seen:
            seen.add((identifier, context.words(span)))
            context.ledger.state(
                span,
                Name(identifier),
                {TYPE: Term("Person"), "name": Printed(*span)},
                pattern="family-name-alone",
                confidence=0.85,
            )

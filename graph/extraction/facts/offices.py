"""Facts of offices: offices as titled, their holders, and who holds what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..mentions.offices import Office, Official
from ..mentions.records import Kind, Mention, Thing
from .context import Context, Sentence, mentions_in
from .ledger import TRUE, TYPE, Name, Printed, Term, Words

if TYPE_CHECKING:
    from .ledger import Object
    from .people import KnownPerson

PATTERN = "office-title"


def officials(mention: Mention) -> tuple[Official, ...]:
    """Give the officials of a mention that are told apart."""
    data = mention.data if isinstance(mention.data, tuple) else ()
    return tuple(each for each in data if not isinstance(each, str))


def persons_of(context: Context, mention: Mention) -> list[str]:
    """Give the persons that a mention names, by a part of their name or by their offices."""
    if mention.kind is Kind.PERSON:
        return [mention.things[0].identifier]
    found = [context.people.of_official(each) for each in officials(mention)]
    return [each.identifier for each in found if each is not None]


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
            if official.person is not None and not context.people.is_shared(official):
                context.people.of_name(official.person.name, official.office.identifier if official.office else None)
                context.people.show(official)


def name_offices(context: Context) -> None:
    """State offices, names and tenures."""
    seen: set[tuple[str, str]] = set()
    used = {node for claim in context.ledger for node in (claim.subject, claim.object) if isinstance(node, Name)}
    for sentence, mention in mentions_in(context, Kind.OFFICIAL):
        for official, whole in _each(sentence, mention):
            _state_office(context, official, (mention.begin, whole[1]), seen)
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


def _state_office(context: Context, official: Official, whole: tuple[int, int], seen: set[tuple[str, str]]) -> None:
    office = official.office
    if office is None or not office.owner:
        return
    span = (office.begin, office.end)
    if office.adjective is not None:
        _state_shared_title(context, office, office.adjective)
    known = office.paired and any(identifier == office.identifier for identifier, _ in seen)
    if (
        known or (office.identifier, context.words(span)) in seen
    ):  # the dual title tells of an office only what is known
        return
    seen.add((office.identifier, context.words(span)))
    seat = _seat(context, office)
    owner = {"officeOf": Name(seat.identifier if seat else office.owner.identifier)}
    if seat is not None and office.body is not None:
        _state_seat(context, office, seat, (min(whole[0], office.begin), office.body[1]))
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


def _state_shared_title(context: Context, office: Office, adjective: tuple[int, int]) -> None:
    """State that a title in the dual, and the adjective of each of the two after it, name their offices."""
    title, named = (office.begin, office.end), Name(office.identifier)
    told: dict[str, Object] = {TYPE: Term(office.kind)}
    told |= {"officeOf": Name(office.owner.identifier)} if office.owner else {}
    for span in (title, adjective):
        context.ledger.state(
            span, Words(*span), {TYPE: Term("NameForm"), "names": named}, pattern="shared-title", confidence=0.85
        )
    context.ledger.state(adjective, named, told, pattern="shared-title", confidence=0.85)


def _seat(context: Context, office: Office) -> Thing | None:
    """Give the parliament or the armed forces that an office belongs to: «رئيس البرلمان», «قائد الجيش»."""
    if office.body is None or office.owner is None or office.owner.kind != "Polity":
        return None
    if office.kind == "SpeakerOffice":
        return Thing(f"parliament-of-{office.owner.identifier}", "GovernmentBody")
    words = context.words(office.body)
    stem = "armed-forces" if "مسلحه" in words else "army" if "جيش" in words else ""
    return Thing(f"{stem}-of-{office.owner.identifier}", "ArmedForces") if stem and "نايب" not in words else None


def _state_seat(context: Context, office: Office, seat: Thing, whole: tuple[int, int]) -> None:
    if office.body is None or office.owner is None:
        return
    thing, whose = Name(seat.identifier), "forceOf" if seat.kind == "ArmedForces" else "bodyOf"
    facts: dict[str, Object] = {TYPE: Term(seat.kind), "name": Printed(*office.body)}
    context.ledger.state(office.body, thing, facts, pattern=PATTERN, confidence=0.85)
    span = whole if office.bare else office.body
    context.ledger.state(span, thing, {whose: Name(office.owner.identifier)}, pattern=PATTERN, confidence=0.85)


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
    told = officials(mention) if mention else ()
    speakers = _speakers(context, at) if len(told) > 1 else set()
    for official in told:
        holder = _holder(context, official)
        if holder is None or (speakers and Name(holder.identifier) not in speakers):
            continue
        if official.office is not None and official.office.owner:
            context.ledger.state(
                span, Name(tenure_of(holder, official.office)), {"attestedAt": at}, pattern=pattern, confidence=0.9
            )


def _speakers(context: Context, act: Name) -> set[object]:
    """Give who says something, if it is a statement: of two who say the same each has a statement of his own."""
    return {claim.object for claim in context.ledger.about(act) if claim.predicate == "speaker"}


def _holder(context: Context, official: Official) -> KnownPerson | None:
    """Give the person whom an official's words name, or the one whom the article names elsewhere in that office."""
    if official.person is not None:
        return context.people.of_name(official.person.name)
    holder = context.people.holder_of(official.office.identifier) if official.office else None
    return holder if holder is not None and holder.names else None


def name_later_mentions(context: Context) -> None:
    """State a person's name where it is printed again in another form, or where one who speaks has no other."""
    seen = {
        (claim.subject.local, context.words((claim.object.begin, claim.object.end)))
        for claim in context.ledger
        if claim.predicate == "name" and isinstance(claim.subject, Name) and isinstance(claim.object, Printed)
    }
    named = {identifier for identifier, _ in seen} | {
        each.object.local for each in context.ledger if each.predicate == "speaker" and isinstance(each.object, Name)
    }
    for _, mention in mentions_in(context, Kind.PERSON):
        if mention.things[0].identifier not in named:
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

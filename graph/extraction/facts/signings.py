"""Facts of signing: who signs what with whom, for whom, when and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind, Mention, Thing
from ..mentions.skeleton import pattern
from .events import Surroundings, city_identifier, surroundings
from .instrument_names import stems
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech
from .offices import attest, officials
from .signing_clauses import Signing, signings_in
from .signing_days import of_another_day, signing_of
from .treaties import inline_parties, instruments_at

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ..mentions.offices import Official
    from .context import Context, Sentence
    from .instruments import KnownInstrument
    from .ledger import Object


def sign_things(context: Context, sentence: Sentence) -> None:
    """State the signings of a sentence."""
    done: set[tuple[int, ...]] = set()
    for found in signings_in(context, sentence):
        key = tuple(each.begin for each in found.clause.objects) or (found.begin,)
        key = (*key, found.begin) if found.pronoun and found.clause.subjects else key
        if key not in done and _state(context, sentence, found):
            done.add(key)


def _state(context: Context, sentence: Sentence, found: Signing) -> bool:
    _note_sides(context, sentence, found)
    sides, signers = _sides(context, found.clause.subjects)
    others, other_signers = _sides(context, found.clause.partners, other_than=_parties(context, sides, signers))
    parties = _parties(context, sides, signers) + _parties(context, others, other_signers)
    instruments = _instruments(context, sentence, found, tuple(dict.fromkeys(parties)))
    if not instruments or (found.modality is Modality.ACTUAL and is_in_speech(sentence, found.begin)):
        return False
    if found.name == "signing:signed" and not found.clause.subjects and not found.clause.objects:
        return False
    around = _with_opening(sentence, found.begin, surroundings(sentence, found.begin, found.clause.end))
    instruments = of_another_day(context, sentence, found, instruments, around)
    begin = min(found.begin, around.begin)
    if found.verb.startswith("عقد") and around.date is None and not parties:
        return False
    guests = _guests(sentence, found)
    last = max(around.date_end, _city_end(around), guests.end() if guests else 0)
    core = sentence.skeleton.span(begin, max(found.clause.core_end, last))
    wide = sentence.skeleton.span(begin, max(found.clause.end, last))
    told = (_parties(context, sides, signers), _parties(context, others, other_signers))
    both, both_end = _own_parties(context, sentence, found, parties)
    _state_parties(
        context,
        found,
        instruments,
        (both, ()) if both else told,
        (wide[0], max(wide[1], both_end)) if others or other_signers or both else core,
        named=bool(sides or others) and not signers,
    )
    cities = sentence.skeleton.inside(sentence.text[begin : found.clause.end + _NEAR], Kind.PLACE)
    places = {stem for each in cities for stem in stems(context.words((each.begin, each.end)))}
    for instrument in instruments:
        instrument.places |= places if found.modality is Modality.ACTUAL else set()
        instrument.last_place = max(instrument.last_place, core[0])
        _state_event(
            context, found, instrument, (*signers, *other_signers), core, around, tuple(dict.fromkeys(parties))
        )
    if guests is not None:
        _state_guests(context, sentence, guests, core, found.name, instruments, tuple(dict.fromkeys(parties)))
    for instrument in instruments:
        instrument.signed_later = False
    return True


def _own_parties(
    context: Context, sentence: Sentence, found: Signing, parties: tuple[str, ...]
) -> tuple[tuple[str, ...], int]:
    """Give both sides as the words of what is signed name them, where the signers' offices tell of one only, and their end."""
    if len(set(parties)) != 1 or len(found.clause.objects) != 1:
        return (), 0
    things, span = inline_parties(context, sentence, found.clause.objects[0])
    names = tuple(each.identifier for each in things)
    return (names, span[1]) if span and len(names) == _TWO and parties[0] in names else ((), 0)


_NEAR: Final = 20
"""How far after a clause of signing, in characters, the city may stand."""
_OPENING: Final = r"^[وف]*(?P<lead>(?:(?:في|يوم|بتاريخ|مساء|صباح|ظهر|فجر|ليله) )*)(?P<date>{D}) ?، ?[^.؛؟\ue800-\ue9ff]{0,140}?(?:،|حين|عندما|حيث) ?(?:(?:كان|كانت) )?(?:قد )?[\ue000-\uf8ff\u0621-\u064a ]{0,40}$"
_OPENING_CITY: Final = r"{b}(?:في|ب) ?(?P<city>{C})"


def _with_opening(sentence: Sentence, begin: int, around: Surroundings) -> Surroundings:
    """Take the date, and with it the place, that open a sentence: «في الخامس من آب 1979، وفي قاعة بالجزائر العاصمة، وقّع …»."""
    opening = pattern(_OPENING).match(sentence.text[:begin]) if around.date is None else None
    if opening is None:
        return around
    date = sentence.skeleton.mentions[opening["date"]]
    place = pattern(_OPENING_CITY).search(sentence.text, opening.end("date"), begin) if around.city is None else None
    city = sentence.skeleton.mentions[place["city"]].things[0].english if place else ""
    return Surroundings(
        opening.start("lead"),
        (date.begin, date.end),
        around.date_end,
        city_identifier(city) if city else around.city,
        around.city_end,
    )


def _city_end(around: Surroundings) -> int:
    return around.city_end if around.city else 0


def _instruments(
    context: Context, sentence: Sentence, found: Signing, parties: tuple[str, ...]
) -> tuple[KnownInstrument, ...]:
    if found.clause.objects:
        whose = parties if len(parties) >= 2 or len(found.clause.objects) == 1 else ()
        return tuple(
            dict.fromkeys(
                each for mention in found.clause.objects for each in instruments_at(context, sentence, mention, whose)
            )
        )
    meant = context.instruments.meant()
    return (meant,) if meant is not None else ()


def _sides(
    context: Context, mentions: tuple[Mention, ...], other_than: tuple[str, ...] = ()
) -> tuple[tuple[Thing, ...], tuple[Official, ...]]:
    sides: list[Thing] = []
    signers: list[Official] = []
    for mention in mentions:
        if mention.kind is Kind.OFFICIAL:
            signers.extend(officials(mention))
        elif mention.kind is Kind.PERSON:
            signers.extend(context.people.officials_of(mention.things[0].identifier))
        elif mention.kind is Kind.GROUP and len(other_than) >= _TWO:
            continue  # «ينهي النزاع بين البلدين» names no further sides
        elif mention.kind is not Kind.BODY:
            sides.extend(context.things_of(mention, other_than=other_than))
        elif getattr(mention.data, "owner", None) and getattr(mention.data, "stem", "") == "government":
            sides.append(mention.data.owner)  # type: ignore[attr-defined]
    return tuple(dict.fromkeys(sides)), tuple(signers)


_TWO: Final = 2
_HIS_SIDE: Final = r"(?:(?P<before>{A}) (?P<first>[\ue600-\ue7ff\uf600-\uf7ff])|(?P<second>[\ue600-\ue7ff\uf600-\uf7ff]) ?،? (?:نيابه )?(?:عن|باسم) (?:الجانب )?\"?(?P<after>[\ue000-\ue1ff\ue200-\ue3ff\ue400-\ue5ff])|(?:عن|باسم|من) (?:الجانب |حكومه |وفد )?\"?(?P<for>[\ue000-\ue3ff\uec00-\uedff])\"? ?،? (?:بتوقيع )?(?P<third>[\ue600-\ue7ff\uf600-\uf7ff]))"


def _note_sides(context: Context, sentence: Sentence, found: Signing) -> None:
    """Note for whom signers without an office of a polity sign: «الزعيم السوفياتي فلان», «فلان عن الجبهة»."""
    for match in pattern(_HIS_SIDE).finditer(sentence.text, max(0, found.clause.begin - 1), found.clause.end + 60):
        who = sentence.skeleton.mentions[match["first"] or match["second"] or match["third"]]
        side = sentence.skeleton.mentions[match["before"] or match["after"] or match["for"]]
        told = officials(who) or context.people.officials_of(who.things[0].identifier if who.things else "")
        official = told[0] if not match["second"] and told else told[-1] if told else None
        owner = getattr(side.data, "owner", None) if side.kind is Kind.BODY else None
        things = (owner,) if owner is not None else side.things
        if official is None or official.person is None or len(things) != 1:
            continue
        if official.office is None or official.office.owner is None:
            context.stands_for[official.person.begin] = things[0]


def _parties(context: Context, sides: tuple[Thing, ...], signers: tuple[Official, ...]) -> tuple[str, ...]:
    owners = tuple(
        each.office.owner.identifier
        for each in signers
        if each.office and each.office.owner and each.office.kind != "MilitaryPost"
    ) + tuple(
        context.stands_for[each.person.begin].identifier
        for each in signers
        if each.person and _stands_alone(context, each)
    )
    return tuple(dict.fromkeys((*(side.identifier for side in sides), *owners)))


def _stands_alone(context: Context, official: Official) -> bool:
    """Tell a signer of whom only the side is told that he signs for."""
    owned = official.office is not None and official.office.owner is not None
    return not owned and official.person is not None and official.person.begin in context.stands_for


def _split(
    instruments: tuple[KnownInstrument, ...], first: tuple[str, ...], others: tuple[str, ...]
) -> Iterator[tuple[KnownInstrument, tuple[str, ...]]]:
    """Two treaties of one side with two others are one with each; otherwise all are parties of each."""
    if len(instruments) == 2 and len(first) == 1 and len(others) == 2:
        yield from zip(instruments, ((first[0], other) for other in others), strict=True)
        return
    for each in instruments:
        yield each, tuple(dict.fromkeys((*first, *others)))


def _state_parties(
    context: Context,
    found: Signing,
    instruments: tuple[KnownInstrument, ...],
    sides: tuple[tuple[str, ...], tuple[str, ...]],
    span: tuple[int, int],
    *,
    named: bool,
) -> None:
    for instrument, parties in _split(instruments, *sides):
        if instrument.is_domestic or found.modality is not Modality.ACTUAL or not parties:
            continue
        if instrument.signed and set(parties) <= instrument.stated_parties:
            continue
        instrument.add_parties(parties)
        facts: dict[str, tuple[Object, ...]] = {"party": tuple(Name(each) for each in parties)}
        instrument.stated_parties.update(parties)
        stated = {**facts, "signatory": facts["party"]} if named else facts
        context.ledger.state(
            span, Name(f"{instrument.provisional}#"), stated, pattern=found.name, confidence=found.confidence
        )


def _state_event(
    context: Context,
    found: Signing,
    instrument: KnownInstrument,
    signers: tuple[Official, ...],
    span: tuple[int, int],
    around: Surroundings,
    parties: tuple[str, ...],
) -> None:
    event = signing_of(instrument, parties)
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term("SigningEvent"),
        "signedInstrument": Name(f"{instrument.provisional}#"),
        "eventStatus": Term(found.modality.value),
        **around.date_facts,
    }
    if around.city is not None:
        facts["eventPlace"] = Name(around.city)
    if found.modality is not Modality.ACTUAL:
        event = Name(f"planned-signing-{instrument.provisional}#") if instrument.signed else event
        facts["participant"] = tuple(Name(each) for each in parties)
    else:
        instrument.signed = True
    context.ledger.state(span, event, facts, pattern=found.name, confidence=found.confidence)
    if found.modality is Modality.ACTUAL:
        for official in signers:
            _state_signature(context, official, instrument, event, span, found)
        for mention in (*found.clause.subjects, *found.clause.partners):
            attest(context, span, mention, event, found.name)


_PRESENT_AT: Final = r"(?:بحضور|بمشاركه|في حضور|وشهدها?(?: علي(?:ها|ه|هما))?|وحضرها?(?: مراسم)?(?: (?:ال)?(?:توقيع|حفل))?|شاهدا علي(?:ها|ه)) (?:كل من )?(?P<who>{O})"


def _guests(sentence: Sentence, found: Signing) -> re.Match[str] | None:
    match = pattern(_PRESENT_AT).search(sentence.text, found.clause.subject_end)
    if match is None or found.modality is not Modality.ACTUAL or found.name == "signing:goes-back-to":
        return None
    return None if "؛" in sentence.text[found.clause.subject_end : match.start()] else match


def _state_guests(
    context: Context,
    sentence: Sentence,
    match: re.Match[str],
    span: tuple[int, int],
    name: str,
    instruments: tuple[KnownInstrument, ...],
    parties: tuple[str, ...],
) -> None:
    """State who was present at a signing: «بحضور الرئيس الأمريكي»."""
    mention = sentence.skeleton.mentions[match["who"]]
    persons = [person for each in officials(mention) if (person := context.people.of_official(each)) is not None]
    for instrument in instruments:
        event = signing_of(instrument, parties)
        facts = {"participant": tuple(Name(each.identifier) for each in persons)}
        context.ledger.state(span, event, facts, pattern=name, confidence=0.8)
        attest(context, span, mention, event, name)


def _state_signature(
    context: Context,
    official: Official,
    instrument: KnownInstrument,
    event: Name,
    span: tuple[int, int],
    found: Signing,
) -> None:
    person = context.people.of_official(official)
    if person is None:
        return
    signature = Name(f"signature-{person.identifier}-{instrument.provisional}#")
    facts: dict[str, Object] = {TYPE: Term("Signature"), "signer": Name(person.identifier)}
    if official.office and official.office.owner:
        facts["inCapacity"] = Name(official.office.identifier)
        if not instrument.is_domestic:
            facts["onBehalfOf"] = Name(official.office.owner.identifier)
    elif official.person is not None and _stands_alone(context, official) and not instrument.is_domestic:
        facts["onBehalfOf"] = Name(context.stands_for[official.person.begin].identifier)
    context.ledger.state(span, event, {"hasSignature": signature}, pattern=found.name, confidence=found.confidence)
    context.ledger.state(span, signature, facts, pattern=found.name, confidence=found.confidence)

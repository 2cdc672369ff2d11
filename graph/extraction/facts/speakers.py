"""Who speaks: named, an office's holder, a source without a name, or whoever spoke before; and who passes it on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .ledger import TRUE, TYPE, Name, Printed, Term
from .offices import officials
from .outlets import outlet_near
from .speech_clauses import GOVERNED
from .speech_words import AGAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .context import Context, Sentence
    from .ledger import Object
    from .utterances import Utterance


@dataclass(frozen=True, slots=True)
class Said:
    """One who speaks, the mention of him, who passes it on, and the polity for which he stands."""

    speaker: Name
    mention: Mention | None
    relay: Name | None
    own: str | None


_AGENTS: Final = frozenset({Kind.POLITY, Kind.ORGANIZATION, Kind.OFFICIAL, Kind.PERSON, Kind.BODY})
_OF_STATES: Final = frozenset({Kind.POLITY, Kind.INSTRUMENT, Kind.ORGANIZATION, Kind.GROUP, Kind.FORCE})
_HONOURS: Final = {
    "سموه": r"ولي العهد|الامير|الشيخ|سمو",
    "جلالته": r"الملك|السلطان|عاهل",
    "فخامته": r"رييس",
    "معاليه": r"وزير|معالي|رييس",
}
_MEDIA: Final = r"(?:(?:ل|الي|مع|عبر|لدي|نقلت(?: عنه| عنها| ذلك)?|نقلته(?: عنه)?|اوردته|اوردت|ذكرته|عن) ?(?:وكاله |صحيفه |قناه |شبكه |موقع |اذاعه |مجله |تلفزيون )?\"?|(?:بحسب|وفق|حسب) ما (?:نقلت|ذكرت|اوردت|افادت)(?: عنه| عنها)?(?: به)? (?:وكاله |صحيفه |قناه )?\"?)(?P<relay>{R})"


def speakers_of(context: Context, sentence: Sentence, utterance: Utterance) -> Iterator[Said]:
    """Go through who says something."""
    relay = _relay(context, sentence, utterance)
    words = sentence.text[slice(*utterance.who)] if utterance.who else ""
    if utterance.who is None or pattern(AGAIN).fullmatch(words):
        yield from _again(context, sentence, utterance, words, relay)
        return
    mention = sentence.skeleton.mention(words)
    if mention is None and context.last_spoken == sentence.place and utterance.verb[0] > utterance.who[1] + 1:
        yield from _last(context, relay)
        return
    yield from _named(context, mention, relay) if mention else _sources(context, sentence, utterance, relay)


def _relay(context: Context, sentence: Sentence, utterance: Utterance) -> Name | None:
    if utterance.relay is not None:
        mention = sentence.skeleton.mention(sentence.text[slice(*utterance.relay)])
        return Name(mention.things[0].identifier) if mention is not None and mention.things else None
    for begin, end in ((utterance.begin - 60, utterance.gist[0]), (utterance.gist[0], len(sentence.text))):
        for found in pattern(_MEDIA).finditer(sentence.text, max(0, begin), end):
            mention = sentence.skeleton.mention(found["relay"])
            if mention is not None and mention.things[0].kind == "NewsAgency":
                return Name(mention.things[0].identifier)
    return outlet_near(context, sentence, utterance.begin - 60, len(sentence.text))


def _again(
    context: Context, sentence: Sentence, utterance: Utterance, words: str, relay: Name | None
) -> Iterator[Said]:
    """Whoever spoke last, or by a word of honour the last one whom it fits; else who is named first in the sentence."""
    adjective = next(sentence.skeleton.inside(words, Kind.ADJECTIVE), None)
    if adjective is not None:
        yield from _of_polity(context, sentence, words, adjective.things[0].identifier, relay)
        return
    honoured = _honoured(context, sentence, words) if words in _HONOURS else None
    if honoured is not None:
        yield from _named(context, honoured, relay)
    elif words:
        yield from (
            _last(context, relay)
            if sentence.place - context.last_spoken <= _LATELY
            else _before(context, sentence, relay)
        )
    elif context.last_spoken == sentence.place:
        yield from _last(context, relay)
    else:
        place = min(utterance.gist[0], utterance.verb[0])
        agent = _subject_before(sentence, place) if sentence.text[:place].strip(' وفل،"') else None
        if agent is not None:
            yield from _named(context, agent, relay)
        elif sentence.place - context.last_spoken <= 1:
            yield from _last(context, relay)
        else:
            yield from (Said(speaker, None, relay or passed, own) for speaker, passed, own in context.interviewed)


def _of_polity(context: Context, sentence: Sentence, words: str, owner: str, relay: Name | None) -> Iterator[Said]:
    """Whoever holds the office that «الوزير الرواندي» names by its polity: the one named last, nobody where none is."""
    noun = words.split(maxsplit=1)[0].removeprefix("ال")
    for earlier in reversed(context.sentences[: sentence.place]):
        for mention in reversed(list(earlier.skeleton.inside(earlier.text, Kind.OFFICIAL))):
            title = context.words((mention.begin, mention.end))
            for each in officials(mention) if noun in title or "نظير" in title else ():
                person = context.people.of_official(each)
                if person is not None and each.office and each.office.owner and each.office.owner.identifier == owner:
                    yield Said(Name(person.identifier), mention, relay, owner)
                    return


_LATELY: Final = 4
"""How many sentences back «المصدر» and the like refer."""


def _last(context: Context, relay: Name | None) -> Iterator[Said]:
    return (Said(speaker, None, relay or passed, own) for speaker, passed, own in context.last_speakers)


def _before(context: Context, sentence: Sentence, relay: Name | None) -> Iterator[Said]:
    """The only one in the sentence before who could have spoken."""
    before = context.sentences[sentence.place - 1] if sentence.place else None
    agents = [each for each in before.skeleton.inside(before.text) if each.kind in _SPEAKING] if before else []
    return _named(context, agents[0], relay) if len(agents) == 1 else iter(())


def _subject_before(sentence: Sentence, place: int) -> Mention | None:
    """Find the nearest one before a place who can be a subject: persons and bodies first, then polities."""
    found = [
        mention
        for at in range(place - 1, -1, -1)
        if (mention := sentence.skeleton.mentions.get(sentence.text[at])) is not None
        and mention.kind in _AGENTS
        and not pattern(GOVERNED).search(sentence.text[:at])
    ]
    return next((each for each in found if each.kind in _SPEAKING), found[0] if found else None)


_SPEAKING: Final = frozenset({Kind.OFFICIAL, Kind.PERSON, Kind.BODY})


def _honoured(context: Context, sentence: Sentence, words: str) -> Mention | None:
    fits = pattern(_HONOURS[words])
    earlier = [each for each in context.sentences if each.place < sentence.place]
    return next(
        (
            mention
            for each in reversed(earlier)
            for mention in each.skeleton.inside(each.text)
            if mention.kind in (Kind.OFFICIAL, Kind.PERSON)
            and fits.search(context.words((max(each.stretch.begin, mention.begin - 12), mention.end)))
        ),
        None,
    )


def _sources(context: Context, sentence: Sentence, utterance: Utterance, relay: Name | None) -> Iterator[Said]:
    """Unnamed sources are one group for each expression."""
    place = utterance.who or utterance.verb
    span = sentence.skeleton.span(*place)
    words = sentence.text[slice(*place)]
    adjective = next(sentence.skeleton.inside(words, Kind.ADJECTIVE), None)
    source = Name(_source_name(context))
    facts: dict[str, Object] = {TYPE: Term("SourceGroup"), "name": Printed(*span)}
    if not pattern(
        r"(?:كبير )?(?:مصدر|مسوول|مسووله|دبلوماسي|دبلوماسيه|(?:ال)?(?:خبير|محلل|باحث|مورخ|كاتب|اكاديمي)ه?|استاذه?|متحدث|متحدثه|ناطق|مفاوض|مستشار|قيادي){e}"
    ).match(words):
        facts["collective"] = TRUE
    if adjective is not None:
        facts["ofPolity"] = Name(adjective.things[0].identifier)
    context.ledger.state(span, source, facts, pattern="unnamed-source", confidence=0.75)
    yield Said(source, None, relay, adjective.things[0].identifier if adjective else None)


def _source_name(context: Context) -> str:
    """Name a further source so that what it says cannot be taken for what the first one says next."""
    count = context.counters["sources"] = context.counters.get("sources", 0) + 1
    return context.fresh(f"sources-of-{context.name}" if count == 1 else f"sources-no{count}-of-{context.name}")


def is_of_states(sentence: Sentence, gist: str) -> bool:
    """Tell what is said of polities and instruments from other news."""
    own = pattern(r"{b}[وبل]?(?:بلاده|بلادها|حكومته|حكومتها){e}").search(gist)
    return own is not None or any(mention.kind in _OF_STATES for mention in sentence.skeleton.inside(gist))


def is_of_several(context: Context) -> bool:
    """Tell an article that names several polities and organizations from other news."""
    named = {
        thing.identifier
        for sentence in context.sentences
        for mention in sentence.skeleton.mentions.values()
        if mention.kind in (Kind.POLITY, Kind.ORGANIZATION, Kind.ADJECTIVE)
        for thing in mention.things
        if thing.kind != "NewsAgency"
    }
    return len(named) >= _SEVERAL


_SEVERAL: Final = 3


def _named(context: Context, mention: Mention, relay: Name | None) -> Iterator[Said]:
    if mention.kind is Kind.OFFICIAL:
        for official in officials(mention):
            person = context.people.of_official(official)
            if person is not None:
                yield Said(
                    Name(person.identifier),
                    mention,
                    relay,
                    official.office.owner.identifier if official.office and official.office.owner else None,
                )
    elif mention.kind is Kind.PERSON:
        shown = context.people.officials_of(mention.things[0].identifier)
        own = shown[0].office.owner.identifier if shown and shown[0].office and shown[0].office.owner else None
        yield Said(Name(mention.things[0].identifier), mention, relay, own)
    elif mention.kind in (Kind.BODY, Kind.FORCE):
        owner = getattr(mention.data, "owner", None)
        yield Said(Name(mention.things[0].identifier), mention, relay, owner.identifier if owner else None)
    else:
        for thing in context.things_of(mention):
            if thing.kind != "NewsAgency":
                yield Said(Name(thing.identifier), mention, relay, thing.identifier)


def identifiers_of(context: Context, mention: Mention | None) -> tuple[str, ...]:
    """Give the individuals for which a mention stands."""
    if mention is None:
        return ()
    if mention.kind is Kind.OFFICIAL:
        found = [context.people.of_official(each) for each in officials(mention)]
        return tuple(each.identifier for each in found if each)
    return tuple(each.identifier for each in context.things_of(mention))

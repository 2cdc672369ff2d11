"""Facts of instruments: class, title, subject, and the parties that the noun phrase names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind, Mention, Thing
from ..mentions.skeleton import pattern
from .ledger import TRUE, TYPE, Name, Printed, Term
from .modality import Modality, modality_of

if TYPE_CHECKING:
    from ..mentions.instruments import InstrumentWords
    from .context import Context, Sentence
    from .instruments import KnownInstrument
    from .ledger import Object

PATTERN: Final = "instrument-noun-phrase"
_BETWEEN: Final = r"(?P<what>{I})(?: (?:المبرمه|المبرم|الموقعه|الموقع|المشتركه|الثناييه|ثناييه|جديده|جديد|تاريخيه|تاريخي|{A}))*(?P<parties> (?:بين|مع) (?:كل من |حكومتي |حكومه )?\"?(?P<side>{S})\"?(?: (?P<side2>و{S}))?|(?P<mutual> بينهما))"
_ADJECTIVES: Final = r"(?P<what>{I})"


def inline_parties(
    context: Context, sentence: Sentence, mention: Mention
) -> tuple[tuple[Thing, ...], tuple[int, int] | None]:
    """Give the parties that stand in or right after an instrument's noun phrase, and the words up to them."""
    for match in pattern(_BETWEEN).finditer(sentence.text):
        if sentence.skeleton.mention(match["what"]) is not mention:
            continue
        side = sentence.skeleton.mention(match["side"])
        if side is not None and side.kind is Kind.GROUP and " مع " in match["parties"]:
            continue
        things = context.pair_at(mention.begin, mention.end) if match["mutual"] else context.things_of(side)
        if things and (len(things) >= 2 or " مع " in match["parties"]):
            return things, None if " مع " in match["parties"] else sentence.skeleton.span(*match.span())
    return _adjectival_parties(sentence, mention), None


def _adjectival_parties(sentence: Sentence, mention: Mention) -> tuple[Thing, ...]:
    """Two nisba adjectives in a title name its parties: «الاتفاقية العراقية الأمريكية»."""
    words: InstrumentWords = mention.data  # type: ignore[assignment]
    things = tuple(
        dict.fromkeys(thing for each in sentence.skeleton.inside(words.words, Kind.ADJECTIVE) for thing in each.things)
    )
    return things if len(things) == 2 else ()


def instruments_at(
    context: Context, sentence: Sentence, mention: Mention, parties: tuple[str, ...] = ()
) -> tuple[KnownInstrument, ...]:
    """Find which instruments a mention speaks of, with the parties that its clause and its noun phrase name."""
    words: InstrumentWords = mention.data  # type: ignore[assignment]
    inline, _ = inline_parties(context, sentence, mention)
    named = tuple(dict.fromkeys(parties or (each.identifier for each in inline)))
    title = context.words(words.title) if words.title else ""
    return context.instruments.resolve(mention, words, title, named)


def name_instruments(context: Context, sentence: Sentence) -> None:
    """State class, title, subject and parties of each instrument in a sentence."""
    for mention in sentence.skeleton.inside(sentence.text, Kind.INSTRUMENT):
        words: InstrumentWords = mention.data  # type: ignore[assignment]
        known = instruments_at(context, sentence, mention)
        for each in known:
            if not each.is_domestic or each.stated or each.signed:
                _state(context, sentence, mention, words, each)


def _state(
    context: Context, sentence: Sentence, mention: Mention, words: InstrumentWords, known: KnownInstrument
) -> None:
    subject = Name(f"{known.provisional}#")
    span = (mention.begin, mention.end)
    title = words.title or (words.bare if not known.titled and not words.demonstrative else None)
    if title:
        known.titled.add(context.words(title))
        facts: dict[str, Object | tuple[Object, ...]] = {
            TYPE: Term(f"class-of-{known.provisional}"),
            "titleAsReported": Printed(*title),
        }
        facts |= {"subjectMatter": Printed(*words.subject)} if words.subject else {}
        facts |= {"collective": TRUE} if known.plural else {}
        context.ledger.state(span, subject, facts, pattern=PATTERN, confidence=0.88)
        known.stated = True
    _state_parties(context, sentence, mention, known)


def _state_parties(context: Context, sentence: Sentence, mention: Mention, known: KnownInstrument) -> None:
    things, wide = inline_parties(context, sentence, mention)
    if wide is None and things != _adjectival_parties(sentence, mention):  # «مع» names the other side alone
        return
    place = sentence.place_of(mention)
    if len(things) < 2 or known.is_domestic or (known.pair is not None and len(things) != 2) or place is None:
        return
    if modality_of(sentence, place) is not Modality.ACTUAL or not _is_concluded(sentence, place):
        known.doubtful = True
        return
    known.add_parties(each.identifier for each in things)
    if wide is None and {each.identifier for each in things} <= known.stated_parties:
        return
    known.stated_parties.update(each.identifier for each in things)
    parties = tuple(Name(each.identifier) for each in things)
    context.ledger.state(
        wide or (mention.begin, mention.end),
        subject=Name(f"{known.provisional}#"),
        facts={"party": parties},
        pattern="parties-in-noun-phrase",
        confidence=0.85,
    )


def _is_concluded(sentence: Sentence, place: int) -> bool:
    """Tell an instrument from one that is talked of: «الاتفاق الذي يجري التفاوض عليه», a question in a headline."""
    after = sentence.text[place : place + 90]
    return "؟" not in sentence.text and not pattern(
        r"التفاوض|المفاوضات|المرتقب|المزمع|المقترح|ينتظر|لم يوقع|المحتمل|قيد|مسوده"
    ).search(after)

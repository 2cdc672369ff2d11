"""Facts of instruments: class, title, subject, and the parties that the noun phrase names."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.patterns import Sieve
from ..mentions.records import Form, Kind, Mention, Thing
from ..mentions.skeleton import pattern
from ..mentions.subjects import subject_after_sides
from ..reading.furniture import LineKind
from .actions import fields_in
from .ledger import TRUE, TYPE, Name, Printed, Term
from .modality import Modality, modality_of

if TYPE_CHECKING:
    from ..mentions.instruments import InstrumentWords
    from ..mentions.patterns import Pattern
    from .context import Context, Sentence
    from .instruments import KnownInstrument
    from .ledger import Object

PATTERN: Final = "instrument-noun-phrase"
_BETWEEN: Final = r"(?P<what>{I})(?: (?:المبرمه|المبرم|الموقعه|الموقع|المشتركه|الثناييه|ثناييه|جديده|جديد|تاريخيه|تاريخي|{A}|{D}))*(?P<parties> (?:بين|مع) (?:كل من |حكومتي |حكومه )?\"?(?P<side>{S})\"?(?: (?P<side2>و{S}))?|(?P<mutual> بينهما))"
_BOUND: Final = r"(?P<what>{I}) ?،? (?:التي|الذي) (?:تربط|يربط|ربطت|ربط|تجمع|يجمع) (?:بين )?(?P<first>{P})(?:(?: ?ب| ?و| مع ?)(?P<second>[\ue000-\ue1ff\uf000-\uf1ff]))?"
_DONE_BY_IT: Final = r"(?P<what>{I}) ?،? (?:التي|الذي) (?:[اتي][\u0621-\u064a]{2,}) (?:به|بها|بموجبه|بموجبها|بمقتضاه|بمقتضاها|فيه|فيها) (?:كل من )?(?P<first>{P})"
_SETTLING: Final = r"(?P<what>{I}) ?،? (?:التي|الذي) (?:انهي|انهت|ينهي|تنهي|اوقف|اوقفت|رسم|رسمت|يرسم|ترسم|نظم|نظمت|ينظم|تنظم) (?:[^.؛\uea00-\uebff]{0,50}? )?بين (?:كل من )?(?P<first>{S})"

_TIED: Final = (
    r"(?<!علن\s)(?<!علنت\s)(?<!علان\s)(?<!عن\s)(?<!دون\s)(?<!امكانيه\s)(?<!احتمال\s)(?<!عدم\s){w}(?:توصل|اتفق|توافق|خلص)(?:ت|ا|تا|وا)? (?:كل من |حكومتا |وفدا )?(?P<first>{P}|{G})(?: مع (?P<second>{P}))? ?،? (?:(?:في ?{C}|ب{C}|في ?{D}|{D}|امس|اليوم|اخيرا|رسميا|،) ?)*(?:الي|علي) (?:نص |صيغه )?\"?(?P<what>{I})",
    r"{w}(?:[يت]رتبط|ارتبطت?|[يت]لتزم|مرتبطه?) (?P<first>{P})(?: مع (?P<second>{P}))? (?:[^.؛،\uea00-\uebff\ue000-\ue1ff]{0,25} )?(?:ب|في ) ?\"?(?P<what>{I})",
    r"{w}(?:[يت]ربط|ربطت?|[يت]جمع|جمعت?) (?:بين )?(?P<first>{P})(?:(?: ?ب| ?و| مع )(?P<second>[\ue000-\ue1ff\uf000-\uf1ff]))? (?:(?:منذ|حاليا|ايضا|اليوم|سابقا|{D}) ?){0,3}\"?(?P<what>{I})",
    r"{b}(?:ال)?(?:علاقات|علاقه|حدود|تعاون|تجاره|مبادلات|حركه|ملاحه|صيد|استخدام|ترسيم|تقاسم|مياه|نزاع)(?: [\u0621-\u064a]+){0,3} بين (?P<first>{P}) (?:الي|علي|ب|وفق|بموجب|بمقتضي|تم بموجب|جري بموجب|يحكمها|تحكمها|تنظمها|ينظمها|تستند الي|تقوم علي|تخضع ل)(?: [\u0621-\u064a]+){0,2} ?\"?(?P<what>{I})(?! (?:بين|مع))",
    r"{w}(?:[يت]نظم|نظمت?|[يت]حكم|حكمت?|[يت]ضبط|[يت]رعي) (?:ال)?(?:علاقات|علاقه|حدود|تعاون|تجاره|مبادلات|حركه|ملاحه|صيد|استخدام|تقاسم|مياه)(?: [\u0621-\u064a]+){0,4} بين (?P<first>{P}) (?P<what>{I})(?! (?:بين|مع))",
)
"""Whom an instrument is told to bind: «ترتبط أنقرة وباكو بإعلان …», «تربط موسكو ببيونغ يانغ معاهدة», «تستند العلاقات بين تونس والاتحاد إلى اتفاق»."""


@cache
def _tied() -> Sieve[Pattern]:
    return Sieve(map(pattern, _TIED), lambda each: each)


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
    return _bound_parties(context, sentence, mention) or (_adjectival_parties(sentence, mention), None)


def _bound_parties(
    context: Context, sentence: Sentence, mention: Mention
) -> tuple[tuple[Thing, ...], tuple[int, int] | None] | None:
    """Give the two that a relative clause says an instrument binds: «المعاهدة التي تربط موسكو ببيونغ يانغ»."""
    for match in pattern(_BOUND).finditer(sentence.text):
        sides = [sentence.skeleton.mention(match[name]) for name in ("first", "second")]
        things = tuple(
            thing
            for each in sides
            if each is not None and (each.kind is Kind.POLITY or each.form is Form.CAPITAL)
            for thing in each.things
        )
        if sentence.skeleton.mention(match["what"]) is mention and len(things) == 2:
            return things, sentence.skeleton.span(*match.span())
    for tied in _tied().through(sentence.text):
        for match in tied.finditer(sentence.text):
            sides = [sentence.skeleton.mention(match.groupdict().get(name)) for name in ("first", "second")]
            things = tuple(dict.fromkeys(thing for each in sides if each for thing in context.things_of(each)))
            if sentence.skeleton.mention(match["what"]) is mention and len(things) == len(("one", "other")):
                return things, sentence.skeleton.span(*match.span())
    for match in (*pattern(_SETTLING).finditer(sentence.text), *pattern(_DONE_BY_IT).finditer(sentence.text)):
        things = context.things_of(sentence.skeleton.mention(match["first"]))
        if sentence.skeleton.mention(match["what"]) is mention and len(things) == 2:
            return things, sentence.skeleton.span(*match.span())
    return None


def _adjectival_parties(sentence: Sentence, mention: Mention) -> tuple[Thing, ...]:
    """Two nisba adjectives in a title name its parties: «الاتفاقية العراقية الأمريكية»."""
    words: InstrumentWords = mention.data  # type: ignore[assignment]
    things = tuple(
        dict.fromkeys(thing for each in sentence.skeleton.inside(words.words, Kind.ADJECTIVE) for thing in each.things)
    )
    return things if len(things) == 2 else ()


_COMPARED: Final = r"(?:علي خلاف|بخلاف|خلافا ل|علي غرار|اسوه ب|علي نقيض|مقارنه ب|شبيهه? ب|مثل) ?$"


def instruments_at(
    context: Context, sentence: Sentence, mention: Mention, parties: tuple[str, ...] = ()
) -> tuple[KnownInstrument, ...]:
    """Find which instruments a mention speaks of, with the parties that its clause and its noun phrase name."""
    words: InstrumentWords = mention.data  # type: ignore[assignment]
    inline, _ = inline_parties(context, sentence, mention)
    named = tuple(dict.fromkeys(parties or (each.identifier for each in inline)))
    title = context.words(words.title) if words.title else _subject_told(context, sentence, mention)
    before = len(context.instruments.known)
    places = {each.provisional: each.last_place for each in context.instruments.known}
    found = context.instruments.resolve(mention, words, title, named)
    if pattern(_COMPARED).search(sentence.text[: sentence.place_of(mention) or 0]):
        for each in found:
            each.last_place = places.get(each.provisional, 0)
    if sentence.stretch.kind is LineKind.HEADLINE:
        for each in context.instruments.known[before:]:
            each.in_headline = True
    return found


def _subject_told(context: Context, sentence: Sentence, mention: Mention) -> str:
    """Give what an untitled instrument is told to be about after its sides: «اتفاقية مع الصين بشأن كذا» may have been titled by it."""
    found = _later_subject(sentence, mention)
    return context.words(sentence.skeleton.span(*found)) if found else ""


def may_speak_of_one(context: Context, sentence: Sentence) -> bool:
    """Tell whether there is an instrument, named so far or here, that words of a sentence could be about."""
    return bool(context.instruments.known) or pattern(r"{I}").search(sentence.text) is not None


def name_instruments(context: Context, sentence: Sentence) -> None:
    """State class, title, subject and parties of each instrument in a sentence."""
    for mention in sentence.skeleton.inside(sentence.text, Kind.INSTRUMENT):
        words: InstrumentWords = mention.data  # type: ignore[assignment]
        known = instruments_at(context, sentence, mention)
        for each in known:
            told = inline_parties(context, sentence, mention)[1] or _happens_to(context, sentence, each)
            if sentence.stretch.kind is LineKind.HEADLINE and not told:
                continue
            if not each.is_domestic or each.stated or each.signed:
                _state(context, sentence, mention, words, each)


def name_from_headline(context: Context) -> None:
    """Take the title of an instrument from the headline where the article itself never calls it by a name."""
    for sentence in context.sentences:
        if sentence.stretch.kind is not LineKind.HEADLINE:
            continue
        for mention in sentence.skeleton.inside(sentence.text, Kind.INSTRUMENT):
            for each in context.instruments.of_mention.get((mention.begin, mention.end), ()):
                if not each.titled and not each.is_domestic and (each.signed or each.parties):
                    _state(context, sentence, mention, mention.data, each)  # type: ignore[arg-type]


_HAPPENING: Final = frozenset({"signedInstrument", "ratifiedInstrument", "affects"})


def _happens_to(context: Context, sentence: Sentence, known: KnownInstrument) -> bool:
    """Tell whether a headline says what happens to an instrument; one that only names it states nothing of it."""
    thing, stretch = Name(f"{known.provisional}#"), sentence.stretch
    return any(
        claim.predicate in _HAPPENING and stretch.begin <= claim.begin < stretch.end
        for claim in context.ledger.naming(thing)
    )


def _state(
    context: Context, sentence: Sentence, mention: Mention, words: InstrumentWords, known: KnownInstrument
) -> None:
    subject = Name(f"{known.provisional}#")
    bare = not known.titled and not words.demonstrative and not (words.definite and words.count != 1)
    counted = (
        words.count == 0 and words.bare[0] < mention.begin
    )  # «إحدى عشرة مذكرة تفاهم» is how the article calls them
    title = words.title or (words.bare if bare and (words.count or counted) else None)
    first, last = title or (mention.begin, mention.end)
    span = (min(mention.begin, first), max(mention.end, last))
    later = None if words.definite else _later_subject(sentence, mention)
    if title or words.subject or later or (bare and not words.definite):
        facts: dict[str, Object | tuple[Object, ...]] = {TYPE: Term(f"class-of-{known.provisional}")}
        if title and known.stated and known.pair is not None:
            del facts[TYPE]  # a pair told again gets a title, not once more the class that each of both has
        if title:
            known.titled.add(context.words(title))
            facts["titleAsReported"] = Printed(*title)
        elif not known.titled:
            begin, end = context.folded.span(*words.bare)
            context.labels[subject.local] = context.folded.source[begin:end]
        if words.subject and not (known.is_domestic and "استفتاء" in context.words(words.subject)):
            facts["subjectMatter"] = Printed(*words.subject)
            facts["cooperationField"] = _fields(context.words(words.subject))
        facts |= {"collective": TRUE} if known.plural else {}
        context.ledger.state(span, subject, facts, pattern=PATTERN, confidence=0.88)
        known.stated = True
        if later is not None:
            _state_later_subject(context, sentence, mention, later, subject)
    _state_parties(context, sentence, mention, known)


def _fields(subject: str) -> tuple[Object, ...]:
    """Give the fields of cooperation that a subject names as such: «مختلف المجالات، بما في ذلك مجال الأمن»."""
    return tuple(map(Term, fields_in(subject))) if pattern(r"{b}(?:ال)?مجالا?ت?{e}").search(subject) else ()


def _later_subject(sentence: Sentence, mention: Mention) -> tuple[int, int] | None:
    """Give the place in the skeleton of what an instrument is told to be about after its sides."""
    words: InstrumentWords = mention.data  # type: ignore[assignment]
    place = sentence.place_of(mention)
    return subject_after_sides(sentence.text, place + 1) if place is not None and words.subject is None else None


def _state_later_subject(
    context: Context, sentence: Sentence, mention: Mention, found: tuple[int, int], thing: Name
) -> None:
    span = sentence.skeleton.span(sentence.place_of(mention) or 0, found[1])
    facts: dict[str, Object] = {"subjectMatter": Printed(*sentence.skeleton.span(*found))}
    context.ledger.state(span, thing, facts, pattern=PATTERN, confidence=0.8)


def _state_parties(context: Context, sentence: Sentence, mention: Mention, known: KnownInstrument) -> None:
    things, wide = inline_parties(context, sentence, mention)
    if wide is None and things != _adjectival_parties(sentence, mention):  # «مع» names the other side alone
        return
    place = sentence.place_of(mention)
    if len(things) < 2 or known.is_domestic or (known.pair is not None and len(things) != 2) or place is None:
        return
    if modality_of(sentence, place) is not Modality.ACTUAL or not _is_concluded(sentence, place):
        return
    known.add_parties(each.identifier for each in things)
    if wide is None and {each.identifier for each in things} <= known.stated_parties:
        return
    known.stated_parties.update(each.identifier for each in things)
    if _is_told_by_an_event(context, mention, known):
        return
    parties = tuple(Name(each.identifier) for each in things)
    context.ledger.state(
        wide or (mention.begin, mention.end),
        subject=Name(f"{known.provisional}#"),
        facts={"party": parties},
        pattern="parties-in-noun-phrase",
        confidence=0.85,
    )


def _is_told_by_an_event(context: Context, mention: Mention, known: KnownInstrument) -> bool:
    """Tell whether the words of a signing, in which the mention stands, already name the parties."""
    subject = Name(f"{known.provisional}#")
    return any(
        claim.predicate == "party" and claim.begin <= mention.begin and mention.end <= claim.end
        for claim in context.ledger.about(subject)
    )


def _is_concluded(sentence: Sentence, place: int) -> bool:
    """Tell an instrument from one that is talked of: «الاتفاق الذي يجري التفاوض عليه», a question in a headline."""
    after = sentence.text[place : place + 90]
    return "؟" not in sentence.text and not pattern(
        r"التفاوض|المفاوضات|المرتقب|المزمع|المقترح|ينتظر|لم يوقع|المحتمل|قيد|مسوده"
    ).search(after)


def stated_parties(context: Context) -> dict[str, int]:
    """Count the parties that are stated of each instrument, by its provisional identifier."""
    found = {(each.subject, each.object) for each in context.ledger if each.predicate == "party"}
    counts: dict[str, int] = {}
    for thing, _ in found:
        if isinstance(thing, Name):
            counts[thing.local.removesuffix("#")] = counts.get(thing.local.removesuffix("#"), 0) + 1
    return counts

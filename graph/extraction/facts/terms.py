"""Facts of terms: how long an instrument lasts, in digits or words, and whether it can be prolonged."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..dates.words import cardinals, either
from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .ledger import TYPE, Name, Printed, Term, Value
from .modality import Modality, modality_of
from .treaties import instruments_at

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .instruments import KnownInstrument
    from .ledger import Object

_YEARS: Final = r"(?:سنوات|سنه|اعوام|عاما|عام)"
_MONTHS: Final = r"(?:اشهر|شهرا|شهور|شهر)"
_AUTOMATIC: Final = (
    r"(?:(?:و)?(?:تتجدد|يتجدد|تجدد|يجدد|تمدد|يمدد)(?: تلقاييا| بعدها تلقاييا)?(?: لمده (?P<autolength>{length}))?)"
)


@cache
def _length() -> str:
    numbers = either(
        word for word in cardinals() if word not in ("عام", "سنه", "عامين", "عامان", "سنتين", "سنتان", "شهرين", "شهران")
    )
    return rf"(?:(?:\d{{1,3}}|{numbers}) (?:{_YEARS}|{_MONTHS})|عامين|سنتين|عامان|سنتان|شهرين|عام واحد|سنه واحده)(?:\s+قمريه)?(?! \d)"


@cache
def _terms() -> tuple[re.Pattern[str], ...]:
    length = rf"(?P<length>{_length()})"
    return (
        pattern(
            rf"(?P<all>{{w}}(?P<verb>عقدت|ابرمت|عقد|ابرم|تسري|يسري|تستمر|يستمر|تمتد|يمتد|وقعت) (?P<what>{{I}})(?: [^.؛،]{{0,30}}?)? ?(?:لمده|علي مدي|طوال) {length})"
        ),
        pattern(
            rf"(?P<all>(?P<what>{{I}})(?:[^.؛\uea00-\uebff]{{0,60}}? )?(?:لمده|لفتره|مدتها|مدته|ومدتها|ومدته|علي مدي|صالحه ل|ساريه لمده) {length})"
        ),
        pattern(
            rf"(?P<all>(?:{{w}}(?P<verb>حددت|حدد|تبلغ|كانت|تحدد|تكون) )?مده (?:سريان |العمل ب)?(?P<what>{{I}}) (?:هي |تبلغ |ب)?{length}(?: [^.؛،]{{0,10}}قمريه)?)"
        ),
        pattern(
            rf"(?P<all>{{w}}(?:(?P<verb>مدتها|مدته|حددت مدتها ب|حددت مدته ب) ?|(?:تسري|يسري|تمتد|يمتد|تستمر|دخلت حيز التنفيذ|دخلت حيز النفاذ)(?: [^.؛،\uea00-\uebff]{{0,30}}?)? (?:لمده |لفتره )){length})(?P<what>)"
        ),
    )


def term_things(context: Context, sentence: Sentence) -> None:
    """State terms and options to extend them."""
    done: set[int] = set()
    for found in _terms():
        for match in found.finditer(sentence.text):
            if match.start("length") in done or modality_of(sentence, match.start()) in (
                Modality.DENIED,
                Modality.CONDITIONAL,
            ):
                continue
            if _is_extension(sentence, match):
                continue
            for instrument in _instrument(context, sentence, match):
                done.add(match.start("length"))
                _state(context, sentence, match, instrument)


def _is_extension(sentence: Sentence, match: re.Match[str]) -> bool:
    between = sentence.text[match.start() : match.start("length")]
    return bool(pattern(r"تمديد|تجديد|للتجديد|للتمديد|تتجدد|تتيح|تمنح|رياسه|انتقاليه|كل ").search(between))


def _instrument(context: Context, sentence: Sentence, match: re.Match[str]) -> tuple[KnownInstrument, ...]:
    mention = sentence.skeleton.mention(match["what"]) if match["what"] else None
    if mention is not None:
        return tuple(each for each in instruments_at(context, sentence, mention) if not each.is_domestic)
    here = list(sentence.skeleton.inside(sentence.text[: match.start()], Kind.INSTRUMENT))
    if here:
        return instruments_at(context, sentence, here[-1])
    known = [each for each in context.instruments.known if not each.is_domestic and (each.parties or each.titled)]
    return (max(known, key=lambda each: each.last_place),) if known else ()


def _state(context: Context, sentence: Sentence, match: re.Match[str], instrument: KnownInstrument) -> None:
    begin = (
        match.start("verb")
        if match.groupdict().get("verb") and match["verb"] not in ("وقعت", "ابرمت")
        else match.start("what")
        if match["what"] and "مده" not in match["all"].split()[0]
        else match.start("all")
    )
    if match["all"].startswith(("مده", "ومده")):
        begin = match.start("all") + match["all"].startswith("و")
    thing, term = Name(f"{instrument.provisional}#"), Name(f"term-of-{instrument.provisional}#")
    span, words = sentence.skeleton.span(begin, match.end("all")), match["length"]
    facts: dict[str, Object] = {
        TYPE: Term("TermClause"),
        "lengthAsReported": Printed(*sentence.skeleton.span(*match.span("length"))),
    }
    facts |= {} if "قمريه" in words else {"termLength": Value(duration(words), "yearMonthDuration")}
    context.ledger.state(span, thing, {"hasProvision": term}, pattern="term:length", confidence=0.9)
    context.ledger.state(span, term, facts, pattern="term:length", confidence=0.9)
    instrument.term = term.local
    _extension(context, sentence, match, instrument, begin)


@cache
def _option() -> re.Pattern[str]:
    length = _length()
    return pattern(
        rf" ?(?:قمريه)? ?(?:[(،] ?)?(?:و)?(?P<lead>مع )?(?P<content>(?:امكانيه|احتمال) (?:تمديدها|تمديده|تجديدها|تجديده)(?: لمده (?P<length>{length})(?: (?:اخري|اضافيه))?)?|قابله? (?:للتجديد|للتمديد)(?: (?:لمده|لفتره) (?P<length2>{length})(?: اخري)?)?|(?:و)?(?:تتجدد|يتجدد|تجدد|يجدد|تمدد|يمدد) (?:بعدها )?تلقاييا(?: (?:لمده|كل) (?P<length3>{length}))?)"
    )


def _extension(
    context: Context, sentence: Sentence, match: re.Match[str], instrument: KnownInstrument, begin: int
) -> None:
    option = _option().match(sentence.text, match.end("all"))
    if option is None:
        return
    first = match.start("what") if match["what"] and option["lead"] else begin
    span = sentence.skeleton.span(first, option.end())
    name = Name(f"extension-of-{instrument.provisional}#")
    facts: dict[str, Object] = {
        TYPE: Term("ExtensionOption"),
        "extends": Name(f"term-of-{instrument.provisional}#"),
        "contentAsReported": Printed(
            *sentence.skeleton.span(option.start("content") + option["content"].startswith("و"), option.end("content"))
        ),
    }
    group = next((each for each in ("length", "length2", "length3") if option[each]), None)
    if group:
        facts |= {
            "extensionLength": Value(duration(option[group]), "yearMonthDuration"),
            "lengthAsReported": Printed(*sentence.skeleton.span(*option.span(group))),
        }
    context.ledger.state(
        span, Name(f"{instrument.provisional}#"), {"hasProvision": name}, pattern="term:extension", confidence=0.88
    )
    context.ledger.state(span, name, facts, pattern="term:extension", confidence=0.88)


def duration(words: str) -> str:
    """Read a length of time in digits or words as a duration.

    >>> duration("25 سنه"), duration("خمسه عشر عاما"), duration("18 شهرا"), duration("عامين")
    ('P25Y', 'P15Y', 'P18M', 'P2Y')
    """
    parts = words.split()
    if len(parts) == 1:
        return "P2M" if parts[0].startswith("شهر") else "P2Y"
    if parts[-1] in ("واحد", "واحده"):
        return "P1Y"
    number = " ".join(parts[:-1])
    count = int(number) if number.isdecimal() else cardinals()[number]
    return f"P{count}{'M' if parts[-1].startswith(('شهر', 'اشهر')) else 'Y'}"

"""Facts of terms: how long an instrument lasts, in digits or words, and whether it can be prolonged."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..dates.words import cardinals, either
from ..mentions.patterns import Patterns
from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .lasting import lasting
from .ledger import TYPE, Name, Printed, Term, Value
from .modality import Modality, modality_of
from .treaties import instruments_at

if TYPE_CHECKING:
    import re

    from ..mentions.patterns import Pattern
    from .context import Context, Sentence
    from .instruments import KnownInstrument
    from .ledger import Object

_YEARS: Final = r"(?:سنوات|سنه|اعوام|عاما|عام)"
_MONTHS: Final = r"(?:اشهر|شهرا|شهور|شهر)"
_GRANTING: Final = r"(?:خول|خولت|تخول|يخول|منح|منحت|تمنح|يمنح|اتاح|اتاحت|تتيح|يتيح|سمح|سمحت|تسمح|يسمح|اجاز|اجازت|تجيز|يجيز|اعطي|اعطت|تعطي|يعطي|اجر|اجرت|توجر|استاجرت|تستاجر)"


@cache
def length_words() -> str:
    """Give the pattern of a length in years or months."""
    numbers = either(
        word for word in cardinals() if word not in ("عام", "سنه", "عامين", "عامان", "سنتين", "سنتان", "شهرين", "شهران")
    )
    decades = r"(?:ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره) عقود|عقدين|عقدان|نصف قرن|ربع قرن|قرن كامل"
    return rf"(?:(?:\d{{1,3}}|{numbers}) (?:{_YEARS}|{_MONTHS})|{decades}|عامين|سنتين|عامان|سنتان|شهرين|عام واحد|سنه واحده)(?:\s+قمريه)?(?! \d)"


@cache
def _sieve() -> Patterns:
    """Give all wordings, those of the families last."""
    return Patterns((*_wordings(), *map(pattern, lasting(length_words()))))


def _wordings() -> tuple[Pattern, ...]:
    length = rf"(?P<length>{length_words()})"
    lasts = r"(?:س?[يت](?:سري|متد|ستمر|دوم))"
    open_ended = r"(?P<length>غير (?:محدوده|محدده|معلومه|مسماه)|مفتوحه|اجل غير مسمي)"
    return (
        pattern(
            rf"(?P<all>{{w}}(?P<verb>عقدت|ابرمت|عقد|ابرم|تسري|يسري|تستمر|يستمر|تمتد|يمتد|وقعت) (?P<what>{{I}})(?: [^.؛،]{{0,30}}?)?? ?(?:لمده |علي مدي |طوال |ل|(?<=[\uea00-\uebff]) ){length})"
        ),
        pattern(
            rf"(?P<all>(?P<what>{{I}})(?:[^.؛\uea00-\uebff]{{0,60}}? )?(?:لمده|لفتره|مدتها(?: ال[\u0621-\u064a]+)?|مدته(?: ال[\u0621-\u064a]+)?|ومدتها|ومدته|علي مدي|صالحه ل|ساريه لمده) {length})"
        ),
        pattern(
            rf"(?P<all>(?:{{w}}(?P<verb>حددت|حدد|تبلغ|كانت|تحدد|تكون) )?مده (?:سريان |العمل ب)?(?P<what>{{I}}) (?:(?:بين|مع) {{S}} )?(?:هي |تبلغ |ب)?{length}(?: [^.؛،]{{0,10}}قمريه)?)"
        ),
        pattern(
            rf"(?P<all>{{w}}(?:(?P<verb>كان|كانت|بلغ|يبلغ) )?(?:عمر|اجل|مده|امد) (?P<what>{{I}}) ?،? (?:[^.؛\ue000-\uf8ff،]{{2,40}}، )?{length})"
        ),
        pattern(
            rf"(?P<all>{{w}}(?:(?P<verb>حددت|حدد|تبلغ|كانت|تحدد|تكون) )?(?:قد )?(?:مده|فتره) (?:سريانها|سريانه|العمل بها|العمل به|نفاذها|نفاذه|صلاحيتها|صلاحيته|سريان {{I}})(?P<what>) (?:هي |تبلغ )?ب?{length})"
        ),
        pattern(
            rf"(?P<all>{{w}}(?P<verb>{_GRANTING}) (?P<what>)(?:[^.؛\uea00-\uebff]|{{I}}){{1,110}}? (?:مده|لمده|لفتره|علي مدي|طوال|طيله) {length})"
        ),
        pattern(rf"(?P<all>(?P<what>{{I}})(?:[^.؛\uea00-\uebff]{{0,60}}? )(?:لمده|لفتره) {open_ended})"),
        pattern(
            rf"(?P<all>(?P<what>{{I}})(?:[^.؛\uea00-\uebff]{{0,60}}? )?(?:{lasts}|صالحه?|ساريه?|نافذه?) (?:المفعول )?(?:لمده |ل|علي مدي )?{length})"
        ),
        pattern(
            rf"(?P<all>{{w}}(?P<verb>{lasts}|[يت]ظل|[يت]بقي) (?:العمل ب(?:ها|ه|(?P<what>{{I}}))|(?:ساريه?ا?|نافذه?ا?)(?: المفعول)?) (?:لمده |طوال )?{length})"
        ),
        pattern(
            rf"(?P<all>{{w}}(?P<verb>{lasts}|[يت]ظل|[يت]بقي|[يت]صل) (?:(?:اجل|مده|امد) )?(?P<what>{{I}}) (?:ساريه?ا? |نافذه?ا? )?(?:المفعول )?(?:لمده |الي )?{length})"
        ),
        pattern(rf"(?P<all>{{w}}(?P<verb>مبرمه|معقوده|ساريه|نافذه) (?P<what>)(?:لمده|لفتره|الي) {open_ended})"),
        pattern(
            rf"(?P<all>{{w}}(?:(?P<verb>حددت مدتها ب|حددت مدته ب) ?|(?:تسري|يسري|تمتد|يمتد|تستمر|دخلت حيز التنفيذ|دخلت حيز النفاذ)(?: [^.؛،\uea00-\uebff]{{0,30}}?)? (?:لمده |لفتره )){length})(?P<what>)"
        ),
    )


def term_things(context: Context, sentence: Sentence) -> None:
    """State terms and options to extend them."""
    done: set[int] = set()
    for found in _sieve().through(sentence.text):
        for match in found.finditer(sentence.text):
            if match.start("length") in done or modality_of(sentence, match.start()) in (
                Modality.DENIED,
                Modality.CONDITIONAL,
            ):
                continue
            if _is_extension(sentence, match) or _is_granted_otherwise(sentence, match):
                continue
            for instrument in _instrument(context, sentence, match):
                done.add(match.start("length"))
                _state(context, sentence, match, instrument)


_BEFORE: Final = 30


def _is_extension(sentence: Sentence, match: re.Match[str]) -> bool:
    between = sentence.text[max(0, match.start() - _BEFORE) : match.start("length")]
    if pattern(
        r"(?:انتقاليه|ولايته|ولايتها|عقوبه|قرض|هدنه|مهله|اشعار|باشعار|اخطار|باخطار|انذار|بانذار|فتره)(?: [\u0621-\u064a]{3,})?(?: ،?)? ?(?:مدتها|مدته|لمده) $"
    ).search(between):
        return True
    between = sentence.text[match.start() : match.start("length")]
    return bool(
        pattern(r"تمديد|تجديد|للتجديد|للتمديد|تتجدد|يتجدد|تجدد|يجدد|تتيح|تمنح|رياسه|انتقاليه|كل ").search(between)
    )


def _is_granted_otherwise(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell what somebody grants for years from what an instrument does, which its sentence has to name."""
    granting = match.groupdict().get("verb") and pattern(rf"{_GRANTING}$").match(match["verb"])
    return bool(granting) and not pattern(r"{I}|ملحق|بموجب|المذكره|الصفقه").search(sentence.text)


def _instrument(context: Context, sentence: Sentence, match: re.Match[str]) -> tuple[KnownInstrument, ...]:
    mention = sentence.skeleton.mention(match["what"]) if match["what"] else None
    if mention is not None:
        return tuple(each for each in instruments_at(context, sentence, mention) if not each.is_domestic)
    here = list(sentence.skeleton.inside(sentence.text[: match.start()], Kind.INSTRUMENT))
    if here:
        return instruments_at(context, sentence, here[-1])
    meant = context.instruments.meant()
    return (meant,) if meant is not None else ()


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
    known = "قمريه" not in words and pattern(length_words()).fullmatch(words) is not None
    facts |= {"termLength": Value(duration(words), "yearMonthDuration")} if known else {}
    context.ledger.state(span, thing, {"hasProvision": term}, pattern="term:length", confidence=0.9)
    context.ledger.state(span, term, facts, pattern="term:length", confidence=0.9)
    instrument.term = term.local
    _extension(context, sentence, match, instrument, begin)


_RENEWING: Final = r"(?:تتجدد|يتجدد|تجدد|يجدد|تمدد|يمدد|ستتجدد|ستجدد)"
_OF_ITSELF: Final = r"(?:تلقاييا|ضمنيا|من تلقايها|من تلقاء نفسها|من تلقايه|بصوره تلقاييه|بشكل تلقايي)"


@cache
def _option() -> Pattern:
    length = length_words()
    each = r"(?:لمده|لمدد|لفتره|لفترات|كل|ل) (?:من |مماثله مدتها |اضافيه مدتها |مدتها |اخري من )?"
    unless = r"(?: ?،? ?(?:ما لم|الا اذا|بموافقه|باتفاق|بعد موافقه) [^.؛،]+)?"
    able = rf"(?:قابله?ا?|قابلان|قابلين|قابلتان|قابلتين) (?:للتجديد|للتمديد)(?: {_OF_ITSELF})?(?: (?:لمده |لفتره |مره واحده |)(?P<length2>{length})(?: (?:اخري|اضافيه))?)?"
    renewed = rf"(?:بعدها |بعد ذلك )?{_RENEWING}(?: بعدها| بعد ذلك)?(?: {_OF_ITSELF})?(?: {each}(?P<length3>{length}))?(?: {_OF_ITSELF})?(?: (?:لفترات?|لمدد?|لمده) مماثله)?{unless}"
    may = rf"(?:(?:يمكن|يجوز|يحق|بالامكان|ويمكن|ويجوز)(?: ل{{G}}| لهما| لاي منهما)? (?:بعدها |بعد ذلك )?(?:تمديد|تجديد)(?:ها|ه|هما)?|(?:خيار|امكان|احتمال|حق|جواز) (?:ال)?(?:تمديد|تجديد)(?:ها|ه|هما)?|بخيار (?:ال)?(?:تمديد|تجديد))(?: (?:لمده |لفتره |مده |ل)?(?P<length4>{length})(?: (?:اخري|اضافيه|مماثله|اخر))?| لفتره (?:اخري|مماثله|اضافيه)| لمده (?:اخري|مماثله|اضافيه)| لمره واحده)?"
    remains = r"(?:تبقي|يبقي|تظل|يظل|تستمر|يستمر) (?:ساريه|ساريا|نافذه|نافذا|قايمه|قايما)(?: المفعول)? (?:بعدها|بعد ذلك)[^.؛،]*(?:ما لم [^.؛]+)?"
    return pattern(
        rf" ?(?:قمريه)? ?(?:[(،] ?)?(?:علي ان |ثم |و)?(?P<lead>مع )?(?P<content>(?:امكانيه|احتمال) (?:تمديدها|تمديده|تجديدها|تجديده)(?: لمده (?P<length>{length})(?: (?:اخري|اضافيه))?)?|{able}|{may}|(?:و)?{renewed}|(?:و)?{remains})"
    )


def _extension(
    context: Context, sentence: Sentence, match: re.Match[str], instrument: KnownInstrument, begin: int
) -> None:
    option = _option().match(sentence.text, match.end("all"))
    if option is None:
        return
    first = match.start("what") if match["what"] and option["lead"] else begin
    if pattern(rf"(?:و)?(?:بعدها )?(?:{_RENEWING}|تبقي|يبقي|تظل|يظل|تستمر|يستمر)").match(option["content"]):
        first = option.start("content") + option["content"].startswith("و")
    span = sentence.skeleton.span(first, option.end())
    name = Name(f"extension-option-of-{instrument.provisional}#")
    facts: dict[str, Object] = {
        TYPE: Term("ExtensionOption"),
        "extends": Name(f"term-of-{instrument.provisional}#"),
        "contentAsReported": Printed(
            *sentence.skeleton.span(option.start("content") + option["content"].startswith("و"), option.end("content"))
        ),
    }
    group = next((each for each in ("length", "length2", "length3", "length4") if option[each]), None)
    if group:
        facts |= {
            "extensionLength": Value(duration(option[group]), "yearMonthDuration"),
            "lengthAsReported": Printed(*sentence.skeleton.span(*option.span(group))),
        }
    context.ledger.state(
        span, Name(f"{instrument.provisional}#"), {"hasProvision": name}, pattern="term:extension", confidence=0.88
    )
    context.ledger.state(span, name, facts, pattern="term:extension", confidence=0.88)


_CENTURIES: Final = {
    "نصف قرن": "P50Y", "ربع قرن": "P25Y", "قرن كامل": "P100Y", "عقدين": "P20Y", "عقدان": "P20Y",
}  # fmt: skip


def duration(words: str) -> str:
    """Read a length of time in digits or words as a duration.

    >>> duration("25 سنه"), duration("خمسه عشر عاما"), duration("18 شهرا"), duration("عامين")
    ('P25Y', 'P15Y', 'P18M', 'P2Y')
    """
    parts = words.split()
    if words in _CENTURIES:
        return _CENTURIES[words]
    if parts[-1] == "عقود":
        return f"P{cardinals()[parts[0]] * 10}Y"
    if len(parts) == 1:
        return "P2M" if parts[0].startswith("شهر") else "P2Y"
    if parts[-1] in ("واحد", "واحده"):
        return "P1Y"
    number = " ".join(parts[:-1])
    count = int(number) if number.isdecimal() else cardinals()[number]
    return f"P{count}{'M' if parts[-1].startswith(('شهر', 'اشهر')) else 'Y'}"

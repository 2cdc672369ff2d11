"""Facts of provisions: what an instrument lays down for whom, as duty, prohibition, right, liberty, power or rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.instruments import DOMESTIC
from ..mentions.lexicon import deeds
from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .actions import actions_in
from .adjuncts import Reduced, reduced
from .bearers import agents_of, bearers_of, borne_by, is_joint, is_open
from .ledger import TYPE, Name, Printed, Term
from .modality import Modality, is_in_speech, modality_of
from .treaties import instruments_at
from .wordings import RANKS, Wording, wordings

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from .context import Context, Sentence
    from .instruments import KnownInstrument
    from .ledger import Object

_STOP: Final = r"،? لكن(?:ه|ها|هما) |، ?و(?:صادق|صدق|وقع|اقر|اعلن|قال|اكد|دخل|جاء|كان|شهد|تم|جري|وافق|اشار|لفت|اضاف|انشا|انشات|قد)(?:ت|ا|تا|وا)? |، في [\u0621-\u064a]+ (?:يقال|قيل)|،? (?:كما|فيما|بينما|في حين|علما|مشيرا|موضحا|موكدا|وذلك|الي جانب|لكن|غير ان|وهو|وهي|في المقابل)(?= |$)|، ?و(?:[يت](?:نص|قضي|لزم|حظر|سمح|تيح|تعهد|لتزم|منح|رتب|عفي|ضمن|رسم|حدد|فرض|وجب|جيز|خول|كفل|شمل|تضمن)|(?:نصت|نص|قضت|قضي|الزمت|الزم|حظرت|حظر|اوجبت|اوجب|منحت|منح|سمحت|سمح|اجازت|تعهدت|تعهد|التزمت|التزم)|ال[\u0621-\u064a]+ه (?:علي|ب))|،? و(?:ثانيهما|ثانيتهما|الثاني|الثانيه) علي|،? وفقا ل(?!{I})|،? بحسب"
_CONDITION: Final = r"(?:،? (?P<lead>شرط |شريطه |بشرط )|(?P<whole>،? (?:اذا(?: ما)?|في حال|في حاله|متي|ما لم|عندما|في غضون|خلال (?=[^،.؛]{0,30}من (?:دخول|تاريخ))|لقاء (?!ات)|الا (?=ب(?:رضي|موافقه|اتفاق)|اذا|بعد)) ))"
_SCOPE: Final = r"(?P<scope>(?:في|علي) (?:البلدان|اراضي|الاراضي|الدول|جميع اراضي|المنطقه)[^،.؛]*)"


def provide_things(context: Context, sentence: Sentence) -> None:
    """State the provisions of instruments."""
    taken: list[tuple[int, int]] = []
    clause = reduced(sentence)
    for wording in wordings():
        for match in wording.found.finditer(clause.text):
            verb = match.start("verb") if match["verb"] else match.start()
            if (
                any(begin <= verb < end for begin, end in taken)
                or modality_of(sentence, verb) in (Modality.DENIED, Modality.INTENDED)
                or is_in_speech(sentence, verb)
            ):
                continue
            end = _state(context, sentence, wording, match, clause)
            if end:
                taken.append((min(verb, match.start("all")), end))


def _instruments(
    context: Context, sentence: Sentence, match: re.Match[str], under: tuple[int, Mention | None] | None
) -> tuple[KnownInstrument, ...]:
    groups = match.groupdict()
    mention = sentence.skeleton.mention(groups.get("what") or None) or (under[1] if under else None)
    if mention is not None:
        return instruments_at(context, sentence, mention)
    ordinal = RANKS.get((groups.get("what") or "").strip())
    known = [each for each in context.instruments.known if not each.is_domestic and (each.parties or each.titled)]
    if ordinal is not None:
        pair = [each for each in known if each.pair is not None] or known
        return tuple(pair[ordinal : ordinal + 1]) if len(pair) >= 2 else ()
    here = [
        each
        for each in sentence.skeleton.inside(sentence.text[: match.start("verb")], Kind.INSTRUMENT)
        if each.data.head not in DOMESTIC  # type: ignore[attr-defined]
    ]
    if here:
        return instruments_at(context, sentence, here[-1])
    near = [each for each in known if sentence.stretch.begin - each.last_place < _NEAR]
    if under is None and not near and sentence.place - context.last_provision > 1:
        return ()
    return (max(known, key=lambda each: (bool(each.parties) or each.signed, each.last_place)),) if known else ()


_NEAR: Final = 420
"""How far back, in characters, a verb without its subject may refer to an instrument."""


def _fits(context: Context, sentence: Sentence, wording: Wording, match: re.Match[str], clause: Reduced) -> bool:
    """Tell whether enough is said of an instrument for a wording that is also used of other things."""
    under = clause.under_at(match.start("verb"), match.end("all"))
    after = sentence.place - context.last_provision <= 1 or _follows_an_instrument(context, sentence)
    if match.groupdict().get("what") or not wording.needs:
        return True
    before = bool(list(sentence.skeleton.inside(sentence.text[: match.start("verb")], Kind.INSTRUMENT)))
    return {
        "context": under is not None or before or after,
        "under": under is not None,
        "right-under": any(0 <= match.start("verb") - last <= 2 for _, last, _ in clause.under),
        "after": under is not None or after,
        "under-or-after": under is not None or after,
        "bound": under is not None or before or after,
        "told-of-it": before,
        "parties": under is not None or before or after or bool(context.instruments.known),
    }[wording.needs]


def _follows_an_instrument(context: Context, sentence: Sentence) -> bool:
    """Tell whether the sentence before speaks of an instrument whose sides are known."""
    first = sentence.place - 1
    while first > 0 and context.sentences[first].text.rstrip().endswith("؟"):
        first -= 1
    if first < 0:
        return False
    begin = context.sentences[first].stretch.begin
    return any(begin <= each.last_place and len(each.parties) >= _SIDES for each in context.instruments)


_SIDES: Final = 2


def _state(context: Context, sentence: Sentence, wording: Wording, match: re.Match[str], clause: Reduced) -> int:
    under = clause.under_at(match.start("verb"), match.end("all"))
    if not _fits(context, sentence, wording, match, clause):
        return 0
    instruments = _instruments(context, sentence, match, under)
    if not instruments:
        return 0
    bound = wording.needs in ("bound", "parties") and under is None
    if bound and not _of_parties(context, sentence, match, instruments):
        return 0
    context.last_provision = sentence.place
    context.provided.add((sentence.place, match.start("verb") if match["verb"] else match.start("all")))
    if wording.position == "rule":
        return _state_rule(context, sentence, match, instruments)
    named = [match.start(group) for group in _telling(sentence, match) if match.groupdict().get(group)]
    begin = min([*named, *([under[0]] if under and under[0] >= 0 else [])])
    content_end = _content_end(clause.text, *match.span("content"))
    with_preposition = wording.position == "duty" and sentence.text[match.start("content") - 1] == "ب"
    for piece in _pieces(sentence, match.start("content"), content_end, with_preposition=with_preposition):
        for instrument in instruments:
            _state_provision(context, sentence, wording, match, instrument, (begin, *piece))
    return content_end


def _telling(sentence: Sentence, match: re.Match[str]) -> tuple[str, ...]:
    """Name the parts that state a provision: of «اتفاقية تسمح ب…», a clause about something new, the verb alone."""
    what = sentence.skeleton.mention(match.groupdict().get("what"))
    new = what is not None and what.kind is Kind.INSTRUMENT and not what.data.definite  # type: ignore[attr-defined]
    return ("verb",) if new and match["verb"] else ("verb", "what")


def _of_parties(
    context: Context, sentence: Sentence, match: re.Match[str], instruments: tuple[KnownInstrument, ...]
) -> bool:
    """Tell a side that is bound by an instrument from a politician's promise."""
    who = {each.local for mention in sentence.skeleton.inside(match["who"]) for each in agents_of(context, mention)}
    return bool(who) and all(who <= set(each.parties) for each in instruments)


def _content_end(text: str, begin: int, end: int) -> int:
    stop = pattern(_STOP).search(text, begin, end)
    last = stop.start() if stop else end
    while last > begin and text[last - 1] in ' ،"':
        last -= 1
    return last


_BESIDE: Final = r"(?P<cut>،? علي ان |،? و(?:علي (?:ان )?|كذلك |ايضا ))|(?P<cut2>،? و)(?=(?:حريه|انشاء|اقامه|السماح|عدم|الامتناع|تقديم|حظر|منع|تشكيل|غيرها من|تاسيس) )|(?P<cut3>،? وب)(?=(?P<deed>[\u0621-\u064a]{3,}))"


def _pieces(sentence: Sentence, begin: int, end: int, *, with_preposition: bool) -> Iterator[tuple[int, int]]:
    """Part a content into what is laid down side by side: «بإنشاء مجال مشترك … ، وحرية عبور الحدود …»."""
    first = begin
    for match in pattern(_BESIDE).finditer(sentence.text, begin + 8, end):
        cut = next(name for name in ("cut", "cut2", "cut3") if match[name])
        if cut == "cut3" and not (with_preposition and _bare(match["deed"]) in deeds()):
            continue
        yield first, _trimmed(sentence, first, match.start(cut))
        first = match.end(cut)
    yield first, end


def _bare(deed: str) -> str:
    """Give a verbal noun without article and pronoun: «تزويده» is «تزويد»."""
    word = deed.removeprefix("ال")
    return word if word in deeds() else pattern(r"(?:ه|ها|هم|هما)$").sub("", word)


def _trimmed(sentence: Sentence, begin: int, end: int) -> int:
    while end > begin and sentence.text[end - 1] in " ،":
        end -= 1
    return end


def _state_rule(
    context: Context, sentence: Sentence, match: re.Match[str], instruments: tuple[KnownInstrument, ...]
) -> int:
    begin = match.start("verb") if match["verb"] else match.start("trigger")
    end = _content_end(sentence.text, *match.span("counts"))
    span = sentence.skeleton.span(begin, end)
    for instrument in instruments:
        name = Name(context.fresh(f"rule-attack-{instrument.provisional}#"))
        facts: dict[str, Object] = {
            TYPE: Term("ConstitutiveRule"),
            "triggeringAct": Printed(*sentence.skeleton.span(*match.span("trigger"))),
            "countsAs": Printed(*sentence.skeleton.span(match.start("counts"), end)),
            "actionType": Term("mutualDefense"),
        }
        context.ledger.state(
            span,
            Name(f"{instrument.provisional}#"),
            {"hasProvision": name},
            pattern="provision:attack-counts-as",
            confidence=0.9,
        )
        context.ledger.state(span, name, facts, pattern="provision:attack-counts-as", confidence=0.9)
    return end


_KINDS: Final = {
    "duty": "Duty",
    "prohibition": "Prohibition",
    "liberty": "Liberty",
    "right": "ClaimRight",
    "power": "Power",
}
_PROHIBITED: Final = r"^(?:امتناع [^،.؛]{1,30}? عن |(?:تعهد|التزام) [^،.؛]{1,30}? (?:بعدم|بالامتناع) |عدم |الا |حظر |منع |الامتناع عن|لن |لا )|^(?:ان )?\"?[\ue000-\uf8ff]\"? \"?(?:لن|لا) |^ان لا "
_ALLOWED: Final = r"^(?:السماح |الترخيص |تمكين )|^(?:حق |ان ل)"
_CITIZENS: Final = r"(?:يملك الحق|لهم الحق|لها الحق|له الحق|الحق في)"
_DEED: Final = r"(?:وقف|تبادل|سحب|انسحاب|تسليم|اطلاق|فتح|انشاء|تشكيل|اقامه|تقديم|تدريب|ازاله|تدمير|خفض|تعزيز|الافراج|عوده|نزع|اجراء|رفع) "
_PLAIN: Final = r"^(?:(?:انشاء|اقامه|قيام) (?:علاقات|منطقه|مركز|صندوق|اتحاد|سوق|دوله)|منطقه|ترتيبات|انتهاء|ترسيم|تكون|اندماج|صين|حريه الكنيسه)"


def _position(wording: Wording, content: str) -> str:  # noqa: C901, PLR0911 (one answer for each way of wording it)
    if wording.position == "bare":
        return (
            "prohibition"
            if pattern(_PROHIBITED).search(content)
            else "duty"
            if pattern(_DEED).match(content) and not pattern(_PLAIN).search(content)
            else "none"
        )
    if pattern(_PROHIBITED).search(content):
        return "prohibition"
    if wording.position in ("right", "none"):
        return wording.position
    if wording.position == "liberty" and pattern(r"^(?:انهاء|الانسحاب|تعليق|تمديد|تعديل|نقض|فسخ)").search(content):
        return "power"
    if wording.position == "content":
        if pattern(_CITIZENS).search(content):
            return "right"
        if pattern(_ALLOWED).search(content):
            return "liberty"
        if pattern(r"^(?:حريه|غيرها) ").search(content):
            return "liberty" if content.startswith("حريه") else "none"
        return "none" if pattern(_PLAIN).search(content) else "duty"
    return wording.position


def _state_provision(
    context: Context,
    sentence: Sentence,
    wording: Wording,
    match: re.Match[str],
    instrument: KnownInstrument,
    place: tuple[int, int, int],
) -> None:
    begin, content_begin, end = place
    kind = _position(wording, sentence.text[content_begin:end])
    if kind == "right" and wording.position == "right" and not match.groupdict().get("right"):
        kind = "liberty"
    who = bearers_of(context, sentence, match, kind, content_begin, instrument, wording)
    content_begin = _after_permission(sentence, kind, content_begin, end)
    content_begin, content_end, conditions = _conditions(sentence, content_begin, end)
    scope = pattern(_SCOPE).search(sentence.text, content_begin + 6, content_end) if kind != "none" else None
    if scope is not None and scope.end() >= content_end - 1:
        content_end = _trimmed(sentence, content_begin, scope.start())
    else:
        scope = None
    content = Printed(*sentence.skeleton.span(content_begin, content_end))
    span = sentence.skeleton.span(begin, end)
    stem = context.fresh(f"provision-{instrument.provisional}#")
    provision, sure, name = Name(stem), wording.confidence, f"provision:{wording.name}"
    context.ledger.state(
        span, Name(f"{instrument.provisional}#"), {"hasProvision": provision}, pattern=name, confidence=sure
    )
    if kind == "none":
        context.ledger.state(
            span, provision, {TYPE: Term("Provision"), "contentAsReported": content}, pattern=name, confidence=sure
        )
        return
    position = Name(stem.replace("provision-", f"{kind}-", 1))
    context.ledger.state(
        span, provision, {TYPE: Term("Provision"), "createsPosition": position}, pattern=name, confidence=sure
    )
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term(_KINDS[kind]),
        "contentAsReported": content,
    }
    words = " ".join(context.words((content.begin, sentence.skeleton.span(content_begin, end)[1])).split())
    actions = actions_in(words)
    facts |= borne_by(
        instrument, who, kind, open_ended=is_open(sentence, wording, match), joint=is_joint(words, actions)
    )
    facts |= {"actionType": tuple(Term(code) for code in actions)}
    if scope is not None:
        facts["territorialScope"] = Printed(*sentence.skeleton.span(*scope.span("scope")))
    context.ledger.state(span, position, facts, pattern=name, confidence=sure)
    for number, (first, last) in enumerate(conditions, start=1):
        condition = Name(stem.replace("provision-", "condition-", 1) + (f"-{number}" if len(conditions) > 1 else ""))
        context.ledger.state(span, position, {"hasCondition": condition}, pattern=name, confidence=sure)
        inner = sentence.skeleton.span(first, last)
        context.ledger.state(
            inner,
            condition,
            {TYPE: Term("Condition"), "conditionText": Printed(*inner)},
            pattern="condition",
            confidence=0.8,
        )


def _after_permission(sentence: Sentence, kind: str, begin: int, end: int) -> int:
    """Leave the words of permission and its bearer out of what is permitted."""
    if kind not in ("liberty", "right"):
        return begin
    match = pattern(
        r"(?:السماح ل[^.؛]*?(?= ب)\s+ب|حق [^.؛]{0,60}?(?: في|، في) |[^.؛]{0,60}?(?:يملك|لهم|له|لها) الحق في |الحق في |حق )"
    ).match(sentence.text, begin, end)
    return match.end() if match else begin


def _conditions(sentence: Sentence, begin: int, end: int) -> tuple[int, int, list[tuple[int, int]]]:
    """Part conditions from what is laid down; one may stand in front of it, between commas."""
    front = pattern(rf"{_CONDITION}[^،.؛]+(?P<close>،) ?").match(sentence.text, max(0, begin - 1), end)
    if front is not None and front.end() < end:
        first = front.end("lead") if front["lead"] else front.start("whole")
        _, last, others = _conditions(sentence, front.end(), end)
        return front.end(), last, [(_after_space(sentence, first), front.start("close")), *others]
    found = list(pattern(_CONDITION).finditer(sentence.text, begin, end))
    if not found:
        return begin, end, []
    places = []
    for index, match in enumerate(found):
        first = match.end("lead") if match["lead"] else match.start() + len(match[0]) - len(match[0].lstrip(" ،"))
        last = found[index + 1].start() if index + 1 < len(found) else end
        places.append((first, last))
    return begin, found[0].start(), places


def _after_space(sentence: Sentence, place: int) -> int:
    while sentence.text[place] in " ،":
        place += 1
    return place

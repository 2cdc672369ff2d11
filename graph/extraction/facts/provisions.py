"""Facts of provisions: what an instrument lays down for whom, as duty, prohibition, right, liberty, power or rule."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .actions import actions_in, fields_in
from .ledger import TRUE, TYPE, Name, Printed, Term
from .modality import Modality, is_in_speech, modality_of
from .treaties import instruments_at

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from .context import Context, Sentence
    from .instruments import KnownInstrument
    from .ledger import Object

_SIDE: Final = r"[\ue000-\ue1ff\ue400-\ue5ff\uec00-\uefff\uf200-\uf5ff]"
_GENERIC: Final = r"(?:كل طرف|اي طرف|كلا الطرفين|الاطراف(?: المتعاقده| الموقعه| الاخري)?|الدول (?:الاعضاء|الاطراف|الموقعه)(?: فيها)?|كل دوله|الدولتان المتعاقدتان|كل من الطرفين)"
_WHO: Final = rf"(?:(?:كل من |كلا من |اي من |علي )?\"?{_SIDE}\"?|{_GENERIC})"
_STATES: Final = r"(?:تنص|ينص|نصت|نص|تنصان|نصتا|نصان|نصن|تضمنت|تضمن|تتضمن|يتضمن|شملت|شمل)"
_RULES: Final = r"(?:تقضي|يقضي|قضت|قضي|تقضيان|قضتا)"
_BIND: Final = r"(?:تلزم|يلزم|الزمت|الزم|تلزمان|توجب|اوجبت)"
_FORBID: Final = r"(?:تحظر|يحظر|حظرت|حظر|تمنع|منعت|يمنع|تحرم)"
_ALLOW: Final = r"(?:تتيح|يتيح|اتاحت|اتاح|تسمح|يسمح|سمحت|سمح|تجيز|يجيز|اجازت|تخول|يخول|خولت)"
_GRANT: Final = r"(?:تمنح|يمنح|منحت|منح|تعطي|يعطي|اعطت|تكفل|يكفل|تضمن|يضمن)"
_PLEDGE: Final = (
    r"(?:تتعهد|يتعهد|تعهدت|تعهد|يتعهدان|تتعهدان|تعهدا|تعهدتا|تلتزم|يلتزم|التزمت|التزم|يلتزمان|تلتزمان|التزما|التزمتا)"
)
_WHOSE: Final = r"(?:(?:ال)?(?:قوات|سفن|طايرات|شركات|مواطني|مواطنين|رعايا|جنود|عسكريي|جيش|صيادي|ابناء|سكان) )?"
_UNDER: Final = r"(?:بموجبها|بموجبه|بمقتضاها|بمقتضاه|بموجب {I}|بمقتضي {I}|(?:وفقا|طبقا|تبعا) لل?{I}|وفق {I}|(?:ب)?حسب {I}|بمقتضي {I})"


@dataclass(frozen=True, slots=True)
class _Trigger:
    name: str
    position: str
    found: re.Pattern[str]
    confidence: float = 0.8


@cache
def _triggers() -> tuple[_Trigger, ...]:
    between = r"(?:ايضا |كذلك |صراحه |،|في مادتها [^.؛،]{0,15} |في (?:احد|ابرز) بنودها )*"
    part = r"(?:(?:الماده|المادتان|البند|الفقره|بنود|نصوص|احكام|مواد) ?[^.؛،\uea00-\uebff]{0,25}? ?(?:من )?)?"
    what = rf"{part}(?P<what>{{I}}|الاولي|الثانيه) {between}"
    it = rf"(?:{what})?{between}"
    return (
        _Trigger(
            "attack-counts-as",
            "rule",
            pattern(
                rf"(?P<all>(?:{{w}}(?P<verb>{_STATES}|جاء في|{_RULES}|تعتبر|يعتبر) (?:{what})?(?:علي |ب)?(?:ان )?)?(?P<trigger>(?:اي |كل )?(?:ال)?(?:هجوم|اعتداء|عدوان)(?: مسلح)? (?:[^.؛]{{2,90}}?)) ?(?:يعتبر|يعد|تعتبر|سيعتبر|سيعد|هو|بمثابه|يشكل) (?P<counts>(?:بمثابه )?(?:هجوما|اعتداء|عدوانا|هجوم|عدوان)(?: مسلحا)? [^.؛،]+))"
            ),
            0.9,
        ),
        _Trigger(
            "clauses-provide-for",
            "content",
            pattern(
                r"(?P<all>{w}(?P<verb>تتضمن|يتضمن|تضمنت|تضم) (?P<what>{I}) (?:بنودا|بندا|ماده|موادا) (?:تنص|ينص) علي (?P<content>[^.؟!؛]+))"
            ),
            0.85,
        ),
        _Trigger(
            "treaty-provides-for",
            "content",
            pattern(
                rf"(?P<all>(?P<what>{{I}}) (?:التي |الذي )?(?P<verb>{_STATES}) {between}علي (?P<content>[^.؟!؛]+))"
            ),
        ),
        _Trigger(
            "provides-for", "content", pattern(rf"(?P<all>{{w}}(?P<verb>{_STATES}) {it}علي (?P<content>[^.؟!؛]+))")
        ),
        _Trigger(
            "stated-in", "content", pattern(r"(?P<all>{w}(?P<verb>جاء|ورد) في (?P<what>{I}) ان (?P<content>[^.؟!؛]+))")
        ),
        _Trigger(
            "requires",
            "content",
            pattern(rf"(?P<all>{{w}}(?P<verb>{_RULES}) {it}(?:ب|علي )(?:ضروره |وجوب |ان )?(?P<content>[^.؟!؛]+))"),
        ),
        _Trigger(
            "contains",
            "bare",
            pattern(
                rf"(?P<all>(?:{{w}})(?P<verb>تضمنت|تضمن|شملت|شمل|تشمل|يشمل) (?:{part}(?P<what>{{I}}))?(?P<content>[^.؟!؛]+))"
            ),
            0.6,
        ),
        _Trigger(
            "binds",
            "duty",
            pattern(rf"(?P<all>{{w}}(?P<verb>{_BIND}) {what}(?P<who>{_WHO}) ?(?:ب|علي )(?:ان )?(?P<content>[^.؟!؛]+))"),
            0.88,
        ),
        _Trigger(
            "binds-them",
            "duty",
            pattern(rf"(?P<all>{{w}}(?P<verb>{_BIND})(?:ها|هما|هم) (?P<what>{{I}}|)(?P<who>)ب(?P<content>[^.؟!؛]+))"),
            0.75,
        ),
        _Trigger(
            "binds-side",
            "duty",
            pattern(rf"(?P<all>{{w}}(?P<verb>{_BIND}) (?P<who>{_WHO}) (?P<what>)ب(?P<content>[^.؟!؛]+))"),
            0.75,
        ),
        _Trigger(
            "imposes",
            "duty",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>تفرض|يفرض|فرضت|فرض) (?:{what})?علي (?P<who>{_WHO}) (?P<content>[^.؟!؛]+))"
            ),
            0.72,
        ),
        _Trigger(
            "forbids",
            "prohibition",
            pattern(rf"(?P<all>{{w}}(?P<verb>{_FORBID}) {it}(?:علي (?P<who>{_WHO}) )?(?P<content>[^.؟!؛]+))"),
            0.8,
        ),
        _Trigger(
            "forbidden-under",
            "prohibition",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>يحظر|تحظر|يمنع) (?P<under>{_UNDER}) (?:علي (?P<who>{_WHO}) )?(?P<content>[^.؟!؛]+))"
            ),
            0.85,
        ),
        _Trigger(
            "not-allowed",
            "prohibition",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>لا يجوز|لا يحق) (?:{_UNDER} )?ل(?P<who>{_WHO}|تلك [\u0621-\u064a]+) (?:ان )?(?P<content>[^.؟!؛]+))"
            ),
            0.75,
        ),
        _Trigger(
            "refrains",
            "prohibition",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>يمتنع|تمتنع|يمتنعان|تمتنعان) (?P<who>{_WHO}) (?:{_UNDER} )?عن (?P<content>[^.؟!؛]+))"
            ),
            0.75,
        ),
        _Trigger(
            "allows",
            "liberty",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>{_ALLOW}) {it}(?:ل|لل)(?P<who>{_WHOSE}{_WHO}|(?:قوات|سفن|شركات|طايرات|جنود) {{A}}) (?:ب|في )?(?P<content>[^.؟!؛]+))"
            ),
            0.82,
        ),
        _Trigger(
            "permits",
            "liberty",
            pattern(r"(?P<all>(?<=[\uea00-\uebff]\s)(?P<verb>تسمح|يسمح|تتيح|يتيح) ب?(?P<who>)(?P<content>[^.؟!؛]+))"),
            0.7,
        ),
        _Trigger(
            "grants",
            "right",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>{_GRANT}) {it}(?P<who>{_WHO}) (?P<right>الحق في |حق )?(?P<content>[^.؟!؛]+))"
            ),
            0.72,
        ),
        _Trigger(
            "right-under",
            "liberty",
            pattern(
                rf"(?P<all>(?P<under>{_UNDER}) ?،? (?P<verb>يحق|يجوز) ل(?P<who>{_WHO}) (?:ان )?(?P<content>[^.؟!؛]+))"
            ),
            0.82,
        ),
        _Trigger(
            "has-the-right",
            "liberty",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>يحق|يجوز) ل(?P<who>{_WHO}) (?P<under>{_UNDER} )?(?:ان )?(?P<content>[^.؟!؛]+))"
            ),
            0.7,
        ),
        _Trigger(
            "pledges-under",
            "duty",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>{_PLEDGE}) (?:(?P<who>{_WHO}) )?(?:(?P<under>{_UNDER}) )(?:(?P<who2>{_WHO}) )?(?:كذلك )?(?:ب|علي )(?:ان )?(?P<content>[^.؟!؛]+))"
            ),
            0.88,
        ),
        _Trigger(
            "under-pledges",
            "duty",
            pattern(
                rf"(?P<all>{{w}}(?P<under>{_UNDER}) ?،? (?P<verb>{_PLEDGE}) (?P<who>{_WHO}) (?:ب|علي )(?:ان )?(?P<content>[^.؟!؛]+))"
            ),
            0.88,
        ),
        _Trigger(
            "pledges-also",
            "duty",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>{_PLEDGE})(?: (?P<who>{{G}}|{_GENERIC}))? (?:كذلك |ايضا |بدورهما |فيها |فيه )?(?:ب|علي )(?:ان )?(?P<content>[^.؟!؛]+))"
            ),
            0.7,
        ),
        _Trigger(
            "pledges-in-context",
            "duty",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>تلتزم|يلتزم|التزمت|التزم) (?P<who>{_SIDE}) (?:كذلك |ايضا |بدورها |فيها |فيه )?ب(?P<content>[^.؟!؛]+))"
            ),
            0.68,
        ),
        _Trigger(
            "incumbent-under",
            "duty",
            pattern(
                rf"(?P<all>(?P<verb>سيكون|يكون|سيتعين|يتعين|يتوجب|يجب) علي (?P<who>{_WHO}) (?:اذا |)(?:و)?(?P<under>{_UNDER}) ?،? (?:ان )?(?P<content>[^.؟!؛]+))"
            ),
            0.85,
        ),
        _Trigger(
            "under-incumbent",
            "duty",
            pattern(
                rf"(?P<all>(?P<under>{_UNDER}) ?،? (?P<verb>سيكون|يكون|سيتعين|يتعين|يتوجب|يجب) علي (?P<who>{_WHO}) (?:ان )?(?P<content>[^.؟!؛]+))"
            ),
            0.85,
        ),
        _Trigger(
            "incumbent-in-context",
            "duty",
            pattern(rf"(?P<all>{{w}}(?P<verb>سيتعين|يتعين|يتوجب) علي (?P<who>{_WHO}) (?:ان )?(?P<content>[^.؟!؛]+))"),
            0.66,
        ),
        _Trigger(
            "under-it-does",
            "none",
            pattern(
                rf"(?P<all>{{w}}(?P<under>{_UNDER}) ?،? (?P<content>(?P<verb>س?[يت][\u0621-\u064a]{{2,}}) (?P<who>{_SIDE}) [^.؟!؛]+))"
            ),
            0.66,
        ),
        _Trigger(
            "does-under",
            "none",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>[\u0621-\u064a]{{3,}}) (?P<who>{_SIDE}) (?P<under>{_UNDER}) (?:ب|عن |علي )?(?P<content>[^.؟!؛]+))"
            ),
            0.68,
        ),
        _Trigger(
            "under-it-happens",
            "none",
            pattern(rf"(?P<all>{{w}}(?P<under>{_UNDER}) ?،? (?P<content>(?:س)?[يت][\u0621-\u064a]{{2,}} [^.؟!؛]+))"),
            0.65,
        ),
    )


_STOP: Final = r"،? (?:كما|فيما|بينما|في حين|علما|مشيرا|موضحا|موكدا|وذلك|الي جانب|لكن|غير ان|وهو|وهي|في المقابل)(?= |$)|، ?و(?:[يت](?:نص|قضي|لزم|حظر|سمح|تيح|تعهد|لتزم|منح|رتب)|ال[\u0621-\u064a]+ه (?:علي|ب))|،? وفقا ل(?!{I})|،? بحسب"
_CONDITION: Final = r"(?:،? (?P<lead>شرط |شريطه |بشرط )|(?P<whole>،? (?:اذا|في حال|في حاله|متي|ما لم|عندما) ))"
_SCOPE: Final = r"(?P<scope>(?:في|علي) (?:البلدان|اراضي|الاراضي|الدول|جميع اراضي|المنطقه)[^،.؛]*)"


def provide_things(context: Context, sentence: Sentence) -> None:
    """State the provisions of instruments."""
    taken: list[tuple[int, int]] = []
    for trigger in _triggers():
        for match in trigger.found.finditer(sentence.text):
            verb = match.start("verb") if match.groupdict().get("verb") else match.start()
            if (
                any(begin <= verb < end for begin, end in taken)
                or modality_of(sentence, verb) in (Modality.DENIED, Modality.INTENDED)
                or is_in_speech(sentence, verb)
            ):
                continue
            end = _state(context, sentence, trigger, match)
            if end:
                taken.append((min(verb, match.start("all")), end))


def _instruments(context: Context, sentence: Sentence, match: re.Match[str]) -> tuple[KnownInstrument, ...]:
    groups = match.groupdict()
    mention = sentence.skeleton.mention(groups.get("what") or None) or next(
        sentence.skeleton.inside(groups.get("under") or "", Kind.INSTRUMENT), None
    )
    if mention is not None:
        return instruments_at(context, sentence, mention)
    here = list(sentence.skeleton.inside(sentence.text[: match.start("all")], Kind.INSTRUMENT))
    if here:
        return instruments_at(context, sentence, here[-1])
    ordinal = {"الاولي": 0, "الثانيه": 1}.get(groups.get("what") or "")
    known = [each for each in context.instruments.known if not each.is_domestic and (each.parties or each.titled)]
    if ordinal is not None:
        return tuple(known[ordinal : ordinal + 1]) if len(known) >= 2 else ()
    near = [each for each in known if sentence.stretch.begin - each.last_place < _NEAR]
    if not groups.get("under") and not near and sentence.place - context.last_provision > 1:
        return ()
    return (max(known, key=lambda each: (bool(each.parties), each.last_place)),) if known else ()


_NEAR: Final = 420
"""How far back, in characters, a verb without its subject may refer to an instrument."""


def _state(context: Context, sentence: Sentence, trigger: _Trigger, match: re.Match[str]) -> int:
    instruments = _instruments(context, sentence, match)
    if not instruments:
        return 0
    if trigger.name.endswith("-in-context") and not _of_parties(context, sentence, match, instruments):
        return 0
    context.last_provision = sentence.place
    context.provided.add((sentence.place, match.start("verb") if match.groupdict().get("verb") else match.start("all")))
    if trigger.position == "rule":
        return _state_rule(context, sentence, match, instruments)
    named = [group for group in ("verb", "what", "under") if match.groupdict().get(group)]
    begin = min(match.start(group) for group in named)
    content_end = _content_end(sentence, *match.span("content"))
    for piece in _pieces(sentence, match.start("content"), content_end):
        for instrument in instruments:
            _state_provision(context, sentence, trigger, match, instrument, (begin, *piece))
    return content_end


def _of_parties(
    context: Context, sentence: Sentence, match: re.Match[str], instruments: tuple[KnownInstrument, ...]
) -> bool:
    """Tell a side that is bound by an instrument from a politician's promise."""
    who = {each.local for mention in sentence.skeleton.inside(match["who"]) for each in _agents(context, mention)}
    return bool(who) and all(who <= set(each.parties) for each in instruments)


def _content_end(sentence: Sentence, begin: int, end: int) -> int:
    stop = pattern(_STOP).search(sentence.text, begin, end)
    last = stop.start() if stop else end
    while last > begin and sentence.text[last - 1] in ' ،"':
        last -= 1
    return last


_BESIDE: Final = r"(?P<cut>،? و)(?=(?:حريه|انشاء|اقامه|السماح|عدم|الامتناع|تقديم|حظر|منع|تشكيل|غيرها من|تاسيس) )"


def _pieces(sentence: Sentence, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a content into what is laid down side by side: «بإنشاء مجال مشترك … ، وحرية عبور الحدود …»."""
    first = begin
    for match in pattern(_BESIDE).finditer(sentence.text, begin + 8, end):
        yield first, _trimmed(sentence, first, match.start("cut"))
        first = match.end("cut")
    yield first, end


def _trimmed(sentence: Sentence, begin: int, end: int) -> int:
    while end > begin and sentence.text[end - 1] in " ،":
        end -= 1
    return end


def _state_rule(
    context: Context, sentence: Sentence, match: re.Match[str], instruments: tuple[KnownInstrument, ...]
) -> int:
    begin = match.start("verb") if match["verb"] else match.start("trigger")
    end = _content_end(sentence, *match.span("counts"))
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
_PROHIBITED: Final = r"^(?:عدم |الا |حظر |منع |الامتناع عن|لن |لا )|^[\ue000-\uf8ff] \"?لن |^ان لا "
_ALLOWED: Final = r"^(?:السماح |الترخيص |تمكين )|^(?:حق |ان ل)"
_CITIZENS: Final = r"(?:يملك الحق|لهم الحق|لها الحق|له الحق|الحق في)"
_PLAIN: Final = r"^(?:منطقه|ترتيبات|انتهاء|ترسيم|تكون|اندماج|صين|حريه الكنيسه)"


def _position(trigger: _Trigger, content: str) -> str:  # noqa: C901, PLR0911 (one answer for each way of wording it)
    if trigger.position == "bare":
        return "prohibition" if pattern(_PROHIBITED).search(content) else "none"
    if pattern(_PROHIBITED).search(content):
        return "prohibition"
    if trigger.position in ("right", "none"):
        return trigger.position
    if trigger.position == "liberty" and pattern(r"^(?:انهاء|الانسحاب|تعليق|تمديد|تعديل|نقض|فسخ)").search(content):
        return "power"
    if trigger.position == "content":
        if pattern(_CITIZENS).search(content):
            return "right"
        if pattern(_ALLOWED).search(content):
            return "liberty"
        if pattern(r"^(?:حريه|غيرها) ").search(content):
            return "liberty" if content.startswith("حريه") else "none"
        return "none" if pattern(_PLAIN).search(content) else "duty"
    return trigger.position


def _state_provision(
    context: Context,
    sentence: Sentence,
    trigger: _Trigger,
    match: re.Match[str],
    instrument: KnownInstrument,
    place: tuple[int, int, int],
) -> None:
    begin, content_begin, end = place
    kind = _position(trigger, sentence.text[content_begin:end])
    who = _bearers(context, sentence, match, kind, content_begin, instrument)
    content_begin = _after_permission(sentence, kind, content_begin, end)
    content_end, conditions = _conditions(sentence, content_begin, end)
    scope = pattern(_SCOPE).search(sentence.text, content_begin + 6, content_end) if kind != "none" else None
    if scope is not None and scope.end() >= content_end - 1:
        content_end = _trimmed(sentence, content_begin, scope.start())
    else:
        scope = None
    content = Printed(*sentence.skeleton.span(content_begin, content_end))
    span = sentence.skeleton.span(begin, end)
    stem = context.fresh(f"provision-{instrument.provisional}#")
    provision, sure, name = Name(stem), trigger.confidence, f"provision:{trigger.name}"
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
        **_borne(instrument, who, kind),
    }
    words = " ".join(context.words((content.begin, content.end)).split())
    facts |= {"actionType": tuple(Term(code) for code in actions_in(words))}
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


def _bearers(
    context: Context,
    sentence: Sentence,
    match: re.Match[str],
    kind: str,
    content_begin: int,
    instrument: KnownInstrument,
) -> tuple[Name, ...]:
    groups = match.groupdict()
    names: list[Name] = []
    for group in ("who", "who2"):
        for mention in sentence.skeleton.inside(groups.get(group) or ""):
            names.extend(_agents(context, mention))
    if not names and kind in ("right", "liberty") and "content" in groups:
        before = pattern(r"^(?:ان |السماح ل|حق |حق كل من )?(?P<people>[^؛.]{0,60}?)(?=يملك|لهم|في |ب|الحق)").match(
            sentence.text[content_begin:]
        )
        for mention in sentence.skeleton.inside(before["people"] if before else ""):
            names.extend(
                _agents(context, mention) if mention.kind in (Kind.PEOPLE, Kind.POLITY, Kind.FORCE, Kind.GROUP) else ()
            )
    if (
        not names
        and kind == "prohibition"
        and (subject := pattern(r"(?P<who>[\ue000-\ue1ff]) \"?(?:لن|لا) ").match(sentence.text, content_begin))
    ):
        names.extend(_agents(context, sentence.skeleton.mentions[subject["who"]]))
    generic = any(pattern(_GENERIC).search(groups.get(group) or "") for group in ("who", "who2"))
    if not names and (generic or pattern(_EITHER).search(sentence.text, content_begin)):
        return tuple(Name(each) for each in instrument.parties) if len(instrument.parties) >= 2 else ()
    return tuple(dict.fromkeys(names))


_EITHER: Final = r"(?:اي|كل)(?: واحد)? من(?:هما|هم)"


def _agents(context: Context, mention: Mention) -> list[Name]:
    if mention.kind is Kind.GROUP:
        return [Name(each.identifier) for each in context.things_of(mention)]
    return [Name(each.identifier) for each in mention.things]


def _borne(instrument: KnownInstrument, who: tuple[Name, ...], kind: str) -> dict[str, Object | tuple[Object, ...]]:
    """Say who bears a position: as stated; the parties where the instrument as such binds them; else open."""
    predicate = "obligor" if kind == "duty" else "bearer"
    if who:
        return {predicate: who, "bearerBasis": Term("bearerStated")}
    if kind in ("duty", "prohibition") and len(instrument.parties) >= 2:
        return {
            predicate: tuple(Name(each) for each in instrument.parties),
            "bearerBasis": Term("partiesOfInstrument"),
            **({"joint": TRUE} if kind == "duty" else {}),
        }
    return {"bearerBasis": Term("bearerNotStated")}


def _conditions(sentence: Sentence, begin: int, end: int) -> tuple[int, list[tuple[int, int]]]:
    found = list(pattern(_CONDITION).finditer(sentence.text, begin, end))
    if not found:
        return end, []
    places = []
    for index, match in enumerate(found):
        first = match.end("lead") if match["lead"] else match.start() + len(match[0]) - len(match[0].lstrip(" ،"))
        last = found[index + 1].start() if index + 1 < len(found) else end
        places.append((first, last))
    return found[0].start(), places


_BASIS: Final = r"{w}(?P<verb>تعد|يعد|تعتبر|يعتبر|تمثل|يمثل|تشكل|يشكل) (?P<what>{I} )?(?P<words>(?:اساسا|وثيقه|اطارا|قاعده|اساس)[^.؟!؛]+?) (?P<fields>في (?:ال)?مجال(?:ات)? [^.؟!؛]+?)(?=،? (?:ولكن )?مع الحفاظ|[.؟!؛]|$)"
_SAFEGUARD: Final = (
    r"(?P<all>مع (?P<content>(?:الحفاظ علي|المحافظه علي|احترام|صون) (?P<value>استقلال|سياده|وحده)[^.؛،]*))"
)


def characterize(context: Context, sentence: Sentence) -> None:
    """State what an instrument is said to found, in which fields, and what it preserves."""
    subject: tuple[KnownInstrument, ...] = ()
    known = [each for each in context.instruments.known if not each.is_domestic and (each.parties or each.titled)]
    recent = (max(known, key=lambda each: each.last_place),) if known else ()
    begin = 0
    for match in pattern(_BASIS).finditer(sentence.text):
        mention = sentence.skeleton.mention((match["what"] or "").strip() or None)
        subject, begin = (instruments_at(context, sentence, mention) if mention else recent), match.start("verb")
        span = sentence.skeleton.span(begin, match.end("fields"))
        for instrument in subject:
            facts: dict[str, Object | tuple[Object, ...]] = {
                "characterization": Printed(*sentence.skeleton.span(*match.span("words"))),
                "cooperationField": tuple(Term(code) for code in fields_in(match["fields"])),
            }
            context.ledger.state(
                span, Name(f"{instrument.provisional}#"), facts, pattern="characterization", confidence=0.75
            )
    for match in pattern(_SAFEGUARD).finditer(sentence.text):
        _safeguard(context, sentence, match, subject or recent, begin if subject else match.start("all"))


def _safeguard(
    context: Context, sentence: Sentence, match: re.Match[str], instruments: tuple[KnownInstrument, ...], begin: int
) -> None:
    values = [
        code for word, code in (("استقلال", "independence"), ("سياده", "sovereignty")) if word in match["content"]
    ]
    polities = [
        Name(each.identifier)
        for mention in sentence.skeleton.inside(match["content"])
        if mention.kind in (Kind.POLITY, Kind.GROUP)
        for each in context.things_of(mention)
    ]
    for instrument in instruments:
        name = Name(context.fresh(f"safeguard-{instrument.provisional}#"))
        inner = sentence.skeleton.span(*match.span("all"))
        facts: dict[str, Object | tuple[Object, ...]] = {
            TYPE: Term("SafeguardClause"),
            "safeguards": tuple(Term(code) for code in values),
            "safeguardedPolity": tuple(polities),
            "contentAsReported": Printed(*sentence.skeleton.span(*match.span("content"))),
        }
        context.ledger.state(
            sentence.skeleton.span(begin, match.end("all")),
            Name(f"{instrument.provisional}#"),
            {"hasProvision": name},
            pattern="safeguard",
            confidence=0.75,
        )
        context.ledger.state(inner, name, facts, pattern="safeguard", confidence=0.75)

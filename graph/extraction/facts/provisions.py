"""Facts of provisions: what an instrument lays down for whom, as duty, prohibition, right, liberty, power or rule."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from ..mentions.instruments import DOMESTIC
from ..mentions.patterns import Sieve
from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .actions import actions_in
from .adjuncts import Reduced, reduced
from .bearers import agents_of, bearers_of, borne_by, is_joint, is_open
from .contents import SCOPE, after_permission, condition_in_front, conditions_of, end_of_content, pieces_of, trimmed
from .creditors import in_whose_favour, owed_to
from .ledger import TYPE, Name, Printed, Term
from .modality import Modality, is_in_speech, modality_of
from .positions import position_of
from .provision_idioms import idioms
from .provision_limits import exceptions_of, limit
from .provision_words import RANKS
from .treaties import instruments_at, may_speak_of_one
from .wordings import Wording, wordings

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .instruments import KnownInstrument
    from .ledger import Object

_DENYING: Final = ("does-not-under", "not-allowed", "allows-not", "may-not-be", "has-no-right")
_ASKED: Final = r"{b}(?:عما|ما|فيما|هل) (?:اذا|كان)[^.؛،]*$"


@cache
def _sieve(*, under: bool) -> Sieve[Wording]:
    """Give the wordings; without an adjunct «under the treaty» none that is read right after one."""
    given = (each for each in (*idioms(), *wordings()) if under or each.needs != "right-under")
    return Sieve(given, attrgetter("found"))


def provide_things(context: Context, sentence: Sentence) -> None:
    """State the provisions of instruments."""
    if not may_speak_of_one(context, sentence):
        return
    taken: list[tuple[int, int]] = []
    clause = reduced(sentence)
    for wording in _sieve(under=bool(clause.under)).through(clause.text):
        place = 0
        while match := wording.found.search(clause.text, place):
            place = match.start("content" if "content" in match.groupdict() else "counts") + 1
            verb = match.start("verb") if match["verb"] else match.start()
            said = place - 1
            if any(begin <= verb < end or begin < said < end for begin, end in taken) or _is_taken_back(
                sentence, verb, wording
            ):
                continue
            end = _state(context, sentence, wording, match, clause)
            if end:
                taken.append((min(verb, match.start("all")), end))
                place = max(place, end)


def _is_taken_back(sentence: Sentence, verb: int, wording: Wording) -> bool:
    """Tell what is denied, intended, asked or said by somebody from what an instrument lays down."""
    told = modality_of(sentence, verb)
    return (
        told is Modality.INTENDED
        or (told is Modality.DENIED and wording.name not in _DENYING)
        or is_in_speech(sentence, verb)
        or pattern(r"[^ ]+(?: {P})? (?:علي |ب)?(?:ال)?(?:توقيع|امضاء|ابرام)(?:ها|ه|هما){e}").match(sentence.text, verb)
        is not None
        or pattern(r"{B} ?$").search(sentence.text[:verb]) is not None  # «الكنيست يجيز المعاهدة» is an approval
        or pattern(_ASKED).search(sentence.text[max(0, verb - 90) : verb]) is not None
    )


def instruments_of(
    context: Context, sentence: Sentence, match: re.Match[str], under: tuple[int, Mention | None] | None
) -> tuple[KnownInstrument, ...]:
    """Find the instruments that a clause speaks of: named in it, before it, or spoken of last."""
    groups = match.groupdict()
    mention = sentence.skeleton.mention(groups.get("what") or None) or (under[1] if under else None)
    if mention is not None and not _is_said_of_it(sentence, mention):
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
    reach = _FAR if pattern(_ARTICLE).search(sentence.text) else _NEAR
    near = [each for each in known if sentence.stretch.begin - each.last_place < reach]
    if under is None and not near and sentence.place - context.last_provision > 1:
        return ()
    return (max(known, key=lambda each: (bool(each.parties) or each.signed, each.last_place)),) if known else ()


def _is_said_of_it(sentence: Sentence, mention: Mention) -> bool:
    """Tell what the instrument spoken of is said to be from another one: «وهي اتفاقية تفرض …»."""
    place = sentence.place_of(mention)
    return place is not None and pattern(r"^[وف]?(?:هي|هو) $").match(sentence.text[:place]) is not None


_ARTICLE: Final = r"{w}(?:ب|ل)?(?:ال|ل)?(?:ماده|بند|فقره|فصل) (?:\d+|ال[\u0621-\u064a]{3,}ه?|رقم)"
_FAR: Final = 1200
_NEAR: Final = 420
"""How far back, in characters, a verb without its subject may refer to an instrument."""


def _fits(context: Context, sentence: Sentence, wording: Wording, match: re.Match[str], clause: Reduced) -> bool:
    """Tell whether enough is said of an instrument for a wording that is also used of other things."""
    under = clause.under_at(match.start("verb"), match.end("all"))
    after = sentence.place - context.last_provision <= 1 or _follows_an_instrument(context, sentence)
    if match.groupdict().get("what") or not wording.needs:
        return True
    text = sentence.text[: match.start("verb")]
    before = bool(list(sentence.skeleton.inside(text, Kind.INSTRUMENT))) or bool(pattern(_ARTICLE).search(text))
    return {
        "context": under is not None or before or after,
        "under": under is not None,
        "under-before": any(last <= match.start("verb") for _, last, _ in clause.under),
        "right-under": any(0 <= match.start("verb") - last <= 2 for _, last, _ in clause.under),
        "after": under is not None or after,
        "under-or-after": under is not None or after,
        "in-turn": sentence.place - context.last_provision <= 1,
        "bound": under is not None or before or after,
        "told-of-it": before,
        "told-of-or-after": before or under is not None or after,
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
    return any(
        begin <= each.last_place and (len(each.parties) >= _SIDES or (each.titled and each.signed))
        for each in context.instruments
    )


_SIDES: Final = 2


def _state(context: Context, sentence: Sentence, wording: Wording, match: re.Match[str], clause: Reduced) -> int:
    under = clause.under_at(match.start("verb"), match.end("all"))
    if not _fits(context, sentence, wording, match, clause):
        return 0
    instruments = instruments_of(context, sentence, match, under)
    if not instruments or match[0].endswith(":"):
        return 0
    if wording.position != "duty" and all(each.is_domestic for each in instruments):
        return match.end("all")  # what a decree at home lays down, unless it binds somebody
    bound = wording.needs in ("bound", "parties", "in-turn") and under is None
    if bound and not _of_parties(context, sentence, match, instruments):
        return 0
    context.last_provision = sentence.place
    context.provided.add((sentence.place, match.start("verb") if match["verb"] else match.start("all")))
    if wording.position == "rule":
        return _state_rule(context, sentence, match, instruments)
    named = [match.start(group) for group in _telling(sentence, match) if match.groupdict().get(group)]
    begin = min([*named, *([under[0]] if under and under[0] >= 0 else [])])
    content_end = min(end_of_content(each, *match.span("content")) for each in (clause.text, sentence.text))
    with_preposition = wording.position == "duty" and sentence.text[match.start("content") - 1] == "ب"
    for piece in pieces_of(sentence, match.start("content"), content_end, with_preposition=with_preposition):
        for instrument in instruments:
            state_provision(context, sentence, wording, match, instrument, (begin, *piece))
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


def _state_rule(
    context: Context, sentence: Sentence, match: re.Match[str], instruments: tuple[KnownInstrument, ...]
) -> int:
    begin = match.start("verb") if match["verb"] else match.start("trigger")
    end = end_of_content(sentence.text, *match.span("counts"))
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


def state_provision(
    context: Context,
    sentence: Sentence,
    wording: Wording,
    match: re.Match[str],
    instrument: KnownInstrument,
    place: tuple[int, int, int],
) -> None:
    """State one provision and the position that it makes; the place tells where its words and its content begin and end."""
    begin, content_begin, end = place
    kind = position_of(wording, sentence.text[content_begin:end])
    if kind == "right" and wording.position == "right" and not match.groupdict().get("right"):
        kind = "liberty"
    who = bearers_of(context, sentence, match, kind, content_begin, instrument, wording)
    content_begin = after_permission(sentence, kind, content_begin, end)
    end, exceptions = exceptions_of(sentence, content_begin, end) if kind != "none" else (end, [])
    content_begin, content_end, conditions = conditions_of(sentence, content_begin, end)
    conditions = [*condition_in_front(sentence, min(begin, match.start("verb"))), *conditions]
    scope = pattern(SCOPE).search(sentence.text, content_begin + 6, content_end) if kind != "none" else None
    if scope is not None and scope.end() >= content_end - 1:
        content_end = trimmed(sentence, content_begin, scope.start())
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
    facts |= owed_to(sentence, instrument, who, kind, (match.start("verb"), content_begin, end))
    facts |= in_whose_favour(sentence, match) if kind in ("liberty", "right") else {}
    facts |= {"actionType": tuple(Term(code) for code in actions)}
    if scope is not None:
        facts["territorialScope"] = Printed(*sentence.skeleton.span(*scope.span("scope")))
    context.ledger.state(span, position, facts, pattern=name, confidence=sure)
    limits = {"hasCondition": conditions, "hasException": exceptions}
    limit(context, sentence, position, stem, limits, (span, name, sure))

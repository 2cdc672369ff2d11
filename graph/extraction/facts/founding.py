"""What instruments set up and carry out: forces and organizations that they establish, instruments that they develop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind
from ..mentions.skeleton import pattern
from .context import short
from .ledger import TYPE, Name, Printed, Term
from .modality import Modality, modality_of

if TYPE_CHECKING:
    import re

    from ..mentions.records import Mention
    from .context import Context, Sentence
    from .instruments import KnownInstrument
    from .ledger import Object

_FOUNDING: Final = r"(?:انشاء|تشكيل|تاسيس|تكوين|استحداث|اقامه)"
_FORCE: Final = r"(?P<name>(?:مجموعه|قوه|قوات|وحده|لواء|كتيبه|فيلق) (?P<kind>(?:(?:عسكريه?|مشتركه?|موحده?|بحريه?|جويه?|بريه?)(?: (?=عسكري|مشترك|موحد|بحري|جوي|بري))?)+))"
_HEADS: Final = "مجلس|لجنه|هييه|منظمه|اتحاد|تحالف|صندوق|بنك|مركز|امانه|محكمه|مفوضيه|سلطه|جمعيه|وكاله"
_BODY: Final = (
    rf"(?P<name>(?:ال(?:{_HEADS})(?: (?:ال[\u0621-\u064a]+|{{A}})){{1,6}}|(?:{_HEADS})(?: (?:[\u0621-\u064a]{{2,}}(?:ي|يه)|مشتركه?|اعلي|عليا|دايمه?|عامه?|موحده?|مستقله?|{{A}}"
    rf"|لل?[\u0621-\u064a]+(?: وال[\u0621-\u064a]+)?|دول [\u0621-\u064a]+)){{1,5}}))"
)
_PROVIDING: Final = rf"{{w}}(?:تقضي|يقضي|قضت|قضي|تنص|ينص|نصت|نص|ستقضي|تلزم|تتضمن|يتضمن|تضمنت|تضمن|تشمل|يشمل) {{I}}(?: (?:بين|مع) {{P}}| {{A}})? (?:ايضا )?(?:علي |ب)?(?:ضروره )?(?P<founding>{_FOUNDING}) (?:{{what}})"
_OUTRIGHT: Final = (
    r"(?P<all>{w}(?:انشات|انشا|اسست|اسس|استحدثت|استحدث|شكلت|شكل) (?P<by>{I}) (?:[^.؛،\ue000-\uf8ff]{0,15} )?{what})",
    r"(?P<all>{w}(?:ينشا|تنشا|انشي|انشيت|يوسس|توسس|تاسس|تاسست|شكل|شكلت|استحدث) (?:بموجب|بمقتضي|استنادا الي) (?P<by>{I}) {what})",
)


def found_things(context: Context, sentence: Sentence) -> None:
    """State forces and organizations that an instrument establishes, and what an instrument carries out."""
    for match in pattern(_PROVIDING.replace("{what}", _FORCE)).finditer(sentence.text):
        mention = next(sentence.skeleton.inside(match[0], Kind.INSTRUMENT), None)
        known = _known(context, mention)
        if known is not None and modality_of(sentence, match.start()) is not Modality.DENIED:
            _force(context, sentence, match, known)
    for words in _OUTRIGHT:
        for match in pattern(words.replace("{what}", _BODY)).finditer(sentence.text):
            known = _known(context, sentence.skeleton.mention(match["by"]))
            if known is not None and modality_of(sentence, match.start()) is Modality.ACTUAL:
                _organization(context, sentence, match, known)
    _carry_out(context, sentence)


def _known(context: Context, mention: Mention | None) -> KnownInstrument | None:
    place = (mention.begin, mention.end) if mention else (0, 0)
    found = context.instruments.of_mention.get(place, ())
    return found[0] if len(found) == 1 else None


def _force(context: Context, sentence: Sentence, match: re.Match[str], known: KnownInstrument) -> None:
    """State the force that an instrument lays down; the parties' own, where it is to be a joint one."""
    joint = "مشترك" in match["kind"] or "موحد" in match["kind"]
    name = Name(context.fresh(f"force-of-{known.provisional}#"))
    inner = sentence.skeleton.span(*match.span("name"))
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term("JointForce" if joint else "MilitaryFormation"),
        "name": Printed(*inner),
        "forceOf": tuple(map(Name, known.parties)) if joint else (),
    }
    context.ledger.state(inner, name, facts, pattern="founding:force", confidence=0.75)
    span = sentence.skeleton.span(match.start() + (match[0][0] in "وف"), match.end())
    thing = Name(f"{known.provisional}#")
    context.ledger.state(span, thing, {"establishes": name}, pattern="founding:force", confidence=0.75)
    context.last_force = (name, tuple(known.parties))


def _organization(context: Context, sentence: Sentence, match: re.Match[str], known: KnownInstrument) -> None:
    inner = sentence.skeleton.span(*match.span("name"))
    name = Name(context.fresh(short(context.words(inner))))
    facts: dict[str, Object] = {TYPE: Term("Organization"), "name": Printed(*inner)}
    context.ledger.state(inner, name, facts, pattern="founding:organization", confidence=0.75)
    span = sentence.skeleton.span(match.start() + (match[0][0] in "وف"), match.end())
    thing = Name(f"{known.provisional}#")
    context.ledger.state(span, thing, {"establishes": name}, pattern="founding:organization", confidence=0.75)


_CARRYING_OUT: Final = r"(?P<all>{w}(?P<verb>تطويرا|تنفيذا|تطبيقا|استكمالا|تفعيلا|انفاذا|عملا) (?:ل|ب)(?:احكام |بنود |مقتضيات |نصوص |مواد )?ل?(?P<first>{I}) ?،?[^.؛؟]{1,80}?(?P<second>{I}))"


def _carry_out(context: Context, sentence: Sentence) -> None:
    """State that one instrument carries out another: «تنفيذا للاتفاقية وقّع الطرفان بروتوكولا»."""
    for match in pattern(_CARRYING_OUT).finditer(sentence.text):
        first, second = (_known(context, sentence.skeleton.mention(match[name])) for name in ("first", "second"))
        if first is None or second is None or first is second:
            continue
        begin = match.start("verb")
        span = sentence.skeleton.span(begin, match.end("all"))
        thing, other = Name(f"{second.provisional}#"), Name(f"{first.provisional}#")
        context.ledger.state(span, thing, {"implements": other}, pattern="founding:implements", confidence=0.75)

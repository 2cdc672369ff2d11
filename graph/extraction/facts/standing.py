"""Facts of standing: diplomatic relations and notes exchanged."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.patterns import Patterns
from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .dating import day_of
from .events import surroundings
from .ledger import TYPE, Name, Printed, Term
from .modality import Modality, is_in_speech, modality_of, tells_in_the_present
from .roles import acting, agent_of
from .sides import sides_of
from .treaties import instruments_at

if TYPE_CHECKING:
    import re

    from ..mentions.patterns import Pattern
    from .context import Context, Sentence
    from .ledger import Object

_WHO: Final = r"(?:كل من |كلا من |حكومه )?\"?(?P<who>{P}|{G}|{O}|{B})\"?"


_RELATIONS: Final = r"(?:ال)?علاقات(?:ها|ه|هما)? (?:ال)?(?:دبلوماسيه|ديبلوماسيه)"


def relate_things(context: Context, sentence: Sentence) -> None:
    """State diplomatic relations made, and notes exchanged."""
    _established(context, sentence)
    _notes(context, sentence)


@cache
def _makings() -> tuple[Pattern, ...]:
    level = r"(?P<level> علي مستوي (?:ال)?(?:سفارات|سفراء))?"
    level2 = level.replace("level", "level2")
    made = r"(?:اقامه|بدء|تاسيس|تدشين)"
    who = r"(?:حكومه )?(?P<who>{P}|{G}|{O})(?P<before>)"
    kind = (
        rf"{_RELATIONS}(?: (?:رسميه|كامله|رسميا|طبيعيه))*{level}(?: مع (?P<with>{{P}})| بينهما| بين البلدين)?{level2}"
    )
    return (
        pattern(
            rf"(?P<all>{{w}}(?P<verb>اعلنت|اعلن|اعلنا|اعلنتا|قررت|قرر|قررتا|اتفق|اتفقت|اتفقا|اتفقتا) {who} ?،? ?(?:[^.؛\ue000-\ue1ff]{{0,60}}? )?(?:علي |عن )?{made} {kind})"
        ),
        pattern(
            rf"(?P<all>{{w}}(?P<verb>ترتبط|يرتبط|ارتبط|ارتبطت|ارتبطا|ارتبطتا|تجمع|تربط|جمعت|ربطت) {who} (?:ب)?{kind})"
        ),
        *_further_makings(kind),
        pattern(
            rf"(?P<all>{{w}}(?P<verb>تاسست|اقيمت|انشيت|دشنت|اعلنت|تعود|ترجع|(?:تعود|يعود|ترجع|يرجع) (?:تاريخ )?(?:اقامه|بدء|تاسيس|تاريخ)|بدات|قامت|نشات|ارسيت|(?:تمت?|جرت|جري) (?:اقامه|تاسيس|انشاء|تدشين)) (?:رسميا )?{_RELATIONS}(?: (?:الرسميه|الكامله|رسميا))*{level} بين (?P<who>{{P}}|{{G}})(?P<before>)(?P<with>){level2})"
        ),
        pattern(
            rf"(?P<all>{{w}}{_RELATIONS}(?: (?:الرسميه|الكامله|رسميا))*{level} (?:بين (?P<who>{{P}}|{{G}})|مع (?P<with>{{P}}))(?P<before>) ?،? (?:قد |كانت )*ف?(?P<verb>اقيمت|تاسست|انشيت|قامت|دشنت|بدات){level2})"
        ),
        pattern(
            rf"(?P<all>(?P<who>{{P}}|{{G}})(?P<before>) (?:قد )?(?P<verb>اتفقا|اتفقتا|قررا|قررتا|اعلنا|اعلنتا) (?:[^.؛\ue000-\ue1ff]{{0,40}}? )?(?:علي |عن )?{made} {kind})"
        ),
    )


def _further_makings(kind: str) -> tuple[Pattern, ...]:
    """Relations told as there, by the day on which they were made, or by what is signed to make them."""
    made = r"(?:اقامه|بدء|تاسيس|تدشين|انشاء|ارساء|قيام)"
    who = r"(?P<who>{P}|{G})(?P<before>)"
    sides = r"(?: بين (?P<who>{P}|{G})(?P<before>)(?P<with>)(?P<level>)(?P<level2>))"
    state = r"(?P<who>{P})(?P<before>)"
    years = r"[بلو]?(?:ال)?(?:الذكري|ذكري|عام(?:ا|ين)?|سنوات|سنه|عقود|عقدين|قرن|اعوام|منذ|بعد|عقب|اثر|تاريخ|مناسبه|يوبيل[\u0621-\u064a]*|بعيد|غداه)"
    return (
        pattern(
            rf"(?P<all>{{w}}(?P<verb>تربط|ربطت|تجمع|جمعت|يربط|يجمع) {who} (?:ب|مع )(?P<with>{{P}}) {_RELATIONS}(?P<level>)(?P<level2>))"
        ),
        pattern(rf"(?P<all>{{w}}(?P<verb>ترتبط|يرتبط|ارتبط|ارتبطت) (?P<before>{{G}}) ?، (?P<who>{{P}}) ?، ?ب{kind})"),
        pattern(
            rf"(?P<all>{{b}}{years} (?:[\u0621-\u064a]+ ){{0,3}}?(?:علي |ل|ب)?(?P<verb>{made}) {_RELATIONS}{sides})"
        ),
        pattern(
            rf"(?P<all>(?P<who>{{P}}|{{G}})(?P<before>) (?:[^.؛،\ue000-\ue1ff]{{0,20}} )?{years} (?:[\u0621-\u064a]+ ){{0,3}}?(?:علي |ل|ب)?(?P<verb>{made}) {_RELATIONS} (?:بينهما|بين البلدين)(?P<with>)(?P<level>)(?P<level2>))"
        ),
        pattern(
            rf"(?P<all>{{w}}(?P<verb>تحتفظ|يحتفظ|احتفظت|احتفظ|تتمتع|يتمتع|لدي|تملك) {state} ب?{_RELATIONS}(?: (?:رسميه|كامله|وثيقه|طبيعيه))*(?P<level>)(?P<level2>) مع (?P<with>{{P}}))"
        ),
        pattern(
            rf"(?P<all>(?:^|[.،؛] ?)(?P<verb>تقيم|يقيم) {state} {_RELATIONS}(?: (?:رسميه|كامله|وثيقه|طبيعيه))*(?P<level>)(?P<level2>) مع (?P<with>{{P}}))"
        ),
        pattern(
            rf"(?P<all>{{w}}(?P<verb>وقع|وقعت|وقعا|وقعتا|اصدر|اصدرت|اصدرا|تبادل|تبادلت) (?P<who>{{P}}|{{G}}|{{O}})(?P<before>) [^.؛\ue000-\ue1ff]{{0,50}}?(?:ل|بشان |حول |علي |ب|لاعلان ){made} {_RELATIONS}(?P<level>)(?P<level2>)(?: مع (?P<with>{{P}})| بينهما| بين البلدين| بين الجانبين))"
        ),
        pattern(
            rf"(?P<all>{{w}}(?P<verb>رفعت|رفع|رفعتا|رفعا|رقت|ارتقت|عززت) {who} مستوي {_RELATIONS}(?P<level2>)(?: مع (?P<with>{{P}}))? (?P<level>(?:الي|ل) ?(?:مستوي|درجه|رتبه) (?:ال)?(?:سفارات|سفراء|سفير|سفاره)))"
        ),
        pattern(
            r"(?P<all>{w}(?P<verb>اقامت|اقام) (?:(?P<who>{P}) )?(?:(?:في|خلال) [^.؛،\ue000-\ue1ff]{0,25} )?علاقات (?:رسميه |كامله )?مع (?P<with>{P})(?P<before>)(?P<level>)(?P<level2>))"
        ),
    )


@cache
def _sieve() -> Patterns:
    return Patterns(_makings())


def _established(context: Context, sentence: Sentence) -> None:
    for match in _sieve().matches(sentence.text):
        _establish(context, sentence, match)
    for mention in sentence.skeleton.inside(sentence.text, Kind.INSTRUMENT):
        _established_by(context, sentence, mention)
    for match in pattern(
        rf"(?P<all>(?:(?P<before>{{P}}|{{G}}) )?(?:قد )?{{w}}(?P<verb>اقامت|اقام|اقامتا|اقاما|تقيم|يقيم|تقيمان|يقيمان|دشنت|انشات|ارست|ارسي|ارستا|ارسيا|اسست|اسس|نسجت) (?:(?:به|بها|بموجبه|بموجبها|بمقتضاه|بمقتضاها) )?(?:(?P<who>{{P}}|{{G}}) ?،? ?)?(?:[^.؛\ue000-\ue1ff]{{0,40}}? )?{_RELATIONS}(?: (?:رسميه|كامله|بينهما|رسميا))*(?P<level> علي مستوي (?:ال)?(?:سفارات|سفراء))?(?: مع (?P<with>{{P}}))?(?P<level2> علي مستوي (?:ال)?(?:سفارات|سفراء))?)"
    ).finditer(sentence.text):
        _establish(context, sentence, match)


def _establish(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    if modality_of(sentence, match.start("verb")) is not Modality.ACTUAL or is_in_speech(sentence, match.start()):
        return
    if _is_only_meant(sentence, match):
        return
    if pattern(_ONCE_MORE).search(sentence.text[match.start() : match.end() + _CLOSE]):
        return
    groups = match.groupdict()
    maker = sentence.skeleton.mention(groups.get("who") or match["before"])
    agent = agent_of(sentence, *match.span("verb")) if maker is None and match["verb"].startswith("اقام") else None
    who = acting(context, agent[0]) if agent else sides_of(context, maker)
    who += sides_of(context, sentence.skeleton.mention(groups.get("with")))
    who += _with_them(sentence, match, who)
    who = who if len(set(who)) >= _TWO else _other_side(context, who) + who
    around = surroundings(sentence, match.start("verb"), match.end("all"))
    begin = match.start("verb") if match["who"] else match.start("all")
    span = sentence.skeleton.span(min(begin, around.begin), max(match.end("all"), around.date_end))
    if len(set(who)) >= 2:
        _state_relation(context, span, who[0], who[1:], level=bool(match["level"] or match["level2"]))


def _with_them(sentence: Sentence, match: re.Match[str], who: tuple[str, ...]) -> tuple[str, ...]:
    """Give those whom a pronoun means: «اعترفت … بجزر كوك ونيوي، وأقامت معهما علاقات»."""
    means = pattern(r"{b}(?P<pronoun>معهما|معها|معه){e}").search(match["all"])
    if means is None or len(set(who)) != 1:
        return ()
    count = _TWO if means["pronoun"].endswith("هما") else 1
    before = [
        tuple(each.identifier for each in mention.things)
        for mention in sentence.skeleton.inside(sentence.text[: match.start("verb")], Kind.POLITY)
    ]
    fitting = [each for each in before if not set(each) & set(who)]
    return fitting[-1] if fitting and len(fitting[-1]) == count else ()


def _is_only_meant(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell the present of a plan or a provision from that of a headline, and of a state that a sentence opens with."""
    if match["verb"][:2] not in ("تق", "يق") or tells_in_the_present(sentence):
        return False
    opens = pattern(r"^\"?[وف]?$").search(sentence.text[: match.start("verb")])
    return not (opens and match.groupdict().get("with"))


_ONCE_MORE: Final = r"{b}(?:من جديد|مجددا|مره اخري){e}"
"""What is made once more is resumed."""
_CLOSE: Final = 25


def _other_side(context: Context, who: tuple[str, ...]) -> tuple[str, ...]:
    """Give the other side of the only instrument between two of which one is named: «أما العلاقات مع تل أبيب فأقيمت …»."""
    pairs = [
        each.parties for each in context.instruments.known if len(each.parties) == _TWO and set(who) & set(each.parties)
    ]
    others = {name for pair in pairs for name in pair if name not in who}
    return tuple(others) if len(others) == 1 else ()


def _established_by(context: Context, sentence: Sentence, mention: Mention) -> None:
    """A signed communiqué «on establishing diplomatic relations» establishes them between its sides."""
    subject = getattr(mention.data, "subject", None)
    words = context.words(subject) if subject else ""
    if not (words.startswith(("اقامه", "انشاء")) and "علاقات" in words and "دبلوماسيه" in words):
        return
    for known in instruments_at(context, sentence, mention):
        if known.signed and len(known.parties) == _TWO:
            one, other = known.parties
            _state_relation(
                context,
                (mention.begin, mention.end),
                one,
                (other,),
                level="السفارات" in words,
                by=Name(f"{known.provisional}#"),
            )


_TWO: Final = 2


def _state_relation(
    context: Context, span: tuple[int, int], one: str, others: tuple[str, ...], *, level: bool, by: Name | None = None
) -> None:
    for other in others:
        relation = Name(f"relation-{one}-{other}")
        facts: dict[str, Object | tuple[Object, ...]] = {
            TYPE: Term("DiplomaticRelation"),
            "relationMember": (Name(one), Name(other)),
        }
        facts |= {"relationLevel": Term("embassyLevel")} if level else {}
        facts |= {"establishedBy": by} if by else {}
        context.ledger.state(span, relation, facts, pattern="relation:established", confidence=0.88)
        context.ledger.state(
            span,
            Name(one),
            {"hasDiplomaticRelationsWith": Name(other)},
            pattern="relation:established",
            confidence=0.88,
        )


def _notes(context: Context, sentence: Sentence) -> None:
    for match in pattern(
        rf"(?P<all>{{w}}(?P<verb>تبادلت|تبادل|تبادلتا) (?P<who>{{P}}|{{O}})(?: مع (?:كل من )?(?P<with>{{P}}|{{O}}))? (?P<title>(?:مذكرات|مذكرتين|المذكرات|رسايل متبادله)(?: دبلوماسيه| شفويه| التفاهم)? ?(?:ب?اقامه |بشان )?(?P<relations>{_RELATIONS})?(?P<level> علي مستوي (?:ال)?(?:سفارات|سفراء))?))"
    ).finditer(sentence.text):
        sides = sides_of(context, sentence.skeleton.mention(match["who"])) + sides_of(
            context, sentence.skeleton.mention(match["with"])
        )
        if len(sides) < 2 or modality_of(sentence, match.start("verb")) is not Modality.ACTUAL:
            continue
        around = surroundings(sentence, match.start("verb"), match.end("all"))
        span = sentence.skeleton.span(min(match.start("verb"), around.begin), max(match.end("all"), around.date_end))
        title = Printed(*sentence.skeleton.span(*match.span("title")))
        pairs = [(sides[0], other) for other in sides[1:]]
        mark = day_of(context, around.date) or f"in-{context.tag}"
        for one, other in pairs:
            named, both = f"{one}-{other}-{mark}", (Name(one), Name(other))
            notes = Name(f"notes-{named}")
            context.ledger.state(
                span,
                notes,
                {TYPE: Term("ExchangeOfNotes"), "party": both, "titleAsReported": title},
                pattern="notes:exchanged",
                confidence=0.88,
            )
            facts: dict[str, Object | tuple[Object, ...]] = {
                TYPE: Term("NotesExchange"),
                "affects": notes,
                "participant": both,
                "eventStatus": Term("occurred"),
                **around.date_facts,
            }
            context.ledger.state(
                span, Name(f"exchange-of-notes-{named}"), facts, pattern="notes:exchanged", confidence=0.88
            )
            if match["relations"]:
                _state_relation(context, span, one, (other,), level=bool(match["level"]), by=notes)

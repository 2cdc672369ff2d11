"""Facts of envoys and seats: ambassadors exchanged and accredited, embassies moved, memberships suspended."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from ..mentions.patterns import Sieve
from ..mentions.records import Form, Kind
from ..mentions.skeleton import pattern
from .events import surroundings
from .ledger import TYPE, Name, Term
from .modality import Modality, is_in_speech, modality_of, tells_in_the_present
from .offices import persons_of
from .roles import acting, agent_of
from .sides import sides_of

if TYPE_CHECKING:
    import re

    from ..mentions.patterns import Pattern
    from ..mentions.records import Mention
    from .context import Context, Sentence
    from .ledger import Object

_MEMBER: Final = r"(?:عضويه|مشاركه) (?P<other>{P})"
_GAP: Final = r"[^.؟!؛:\ue000-\ue5ff]{0,45}?"
_GESTURES: Final = (
    ("moved-embassy", r"{w}(?P<verb>نقلت|نقل|[يت]نقل)(?P<gap>[^.؟!؛:]{0,40}?) سفارت(?:ها|ه)(?: (?:في|لدي) (?P<other>{P}))?(?: من {any})? الي (?:مدينه )?{any}"),
    ("suspended-member", rf"{{w}}(?P<verb>علقت|علق|جمدت|جمد|اوقفت|الغت)(?P<gap>[^.؟!؛:]{{0,50}}?) {_MEMBER}(?: (?:في|ب) ?(?:منظمه |مجموعه )?{{R}})?"),
    ("expelled-member", r"{w}(?P<verb>طردت|طرد|فصلت|فصل|استبعدت) (?P<who>{R}) (?P<other>{P})(?: من (?:عضويتها|صفوفها|عضويته|صفوفه))?"),
)  # fmt: skip
_ALONE: Final = (
    ("member-suspended", r"{w}(?P<verb>علقت|جمدت) (?P<who>)عضويه (?P<other>{P}) (?:في|ب) ?(?:منظمه |مجموعه )?(?P<body>{R})"),
    ("suspension-of-member", rf"{{w}}(?:تم|جري|قرر|قررت|اعلن|اعلنت|عقب|بعد|منذ|اثر|غداه)(?: {{R}})? (?:ال)?(?P<verb>تعليق|تجميد) عضويه (?P<other>{{P}})(?: {_GAP})? (?:في|ب) ?(?:منظمه |مجموعه )?(?P<body>{{R}})"),
    ("exchange-of-ambassadors", r"{w}(?P<verb>تبادلت|تبادل) (?P<other>{P})(?: و(?P<body>{P}))? (?:ال)?(?:سفراء|سفيرين|السفيرين)"),
    ("exchange-of-ambassadors", r"{w}(?:تم|جري|بدا) (?P<verb>تبادل) (?:ال)?سفراء بين (?P<other>{P}|{G})"),
    ("credentials", r"{w}(?P<verb>قدم|قدمت|سلم|سلمت) (?P<who>{O}|{N}) (?:[^.؛،\ue000-\uf8ff]{0,20} )?(?:نسخه من )?اوراق (?:اعتماده|اعتمادها)(?: [^.؛،\ue000-\uf8ff]{0,30}?)?(?: (?:الي|ل) ?(?P<other>{O}|{N}|{P}))?"),
    ("flag", r"{w}(?P<verb>رفع|ارتفع|انزل|رفرف) (?P<who>)(?:ال)?علم (?P<other>{A}|{P})"),
    ("candidate", r"{w}(?P<verb>منحت|منح|نالت|نال|حصلت|حصل) (?:(?P<body>{R}) )?(?P<other>{P}) (?:رسميا )?(?:علي )?(?:صفه|وضع|مركز|مكانه) (?:ال)?(?:دوله |بلد )?(?:ال)?(?:مرشحه?)(?! لرياسه)"),
)  # fmt: skip
_BARRED: Final = r"[.؟!؛:]|{b}[وف]?(?:ان|انه|انها|الذي|التي|حيث|بعدما|بعد ان|فيما|بينما|لكن|حين|عندما|لاعب|لاعبه|مدرب|نادي|منتخب|فريق){e}"
_AT_PLAY: Final = r"{b}[وفبل]?(?:ال)?(?:كره|فيفا|اللاعب|المنتخب|النادي|الاولمبيه){e}"


@cache
def _sieve() -> Sieve[tuple[str, Pattern]]:
    return Sieve([(name, pattern(f"(?P<all>{words})")) for name, words in (*_GESTURES, *_ALONE)], itemgetter(1))


def gesture(context: Context, sentence: Sentence) -> None:
    """State what is done to envoys and seats, which are events without a class of their own."""
    taken: list[tuple[int, int]] = []
    for name, found in _sieve().through(sentence.text):
        for match in found.finditer(sentence.text):
            free = not any(begin < match.end() and match.start() < end for begin, end in taken)
            if free and _is_told(sentence, match) and _tell(context, sentence, match, name):
                taken.append(match.span())


def _is_told(sentence: Sentence, match: re.Match[str]) -> bool:
    place = match.start("verb")
    present = match["verb"][0] in "يت" and not match["verb"].startswith(("تبادل", "تعليق", "تجميد"))
    return (
        modality_of(sentence, place, within=60) is Modality.ACTUAL
        and not is_in_speech(sentence, place)
        and (not present or tells_in_the_present(sentence))
        and not pattern(_BARRED).search(match.groupdict().get("gap") or "")
        and not pattern(_AT_PLAY).search(sentence.text)
    )


def _tell(context: Context, sentence: Sentence, match: re.Match[str], name: str) -> bool:
    groups = match.groupdict()
    begin = match.start("verb")
    sides: tuple[str, ...] = ()
    if "gap" in groups:
        agent = agent_of(sentence, *match.span("verb"))
        if agent is None or agent[2] > match.end("all"):
            return False
        begin, sides = min(begin, agent[1]), acting(context, agent[0])
    elif groups.get("who"):
        sides = _acting(context, sentence.skeleton.mention(groups["who"]), name)
    found = [sentence.skeleton.mention(groups.get(each) or None) for each in ("body", "other")]
    others = [_acting(context, each, name) if name == "credentials" else _named(context, each) for each in found]
    participants = tuple(dict.fromkeys((*sides, *others[0], *others[1])))
    if not participants or ("gap" in groups and not sides):
        return False
    around = surroundings(sentence, begin, match.end("all"))
    if (around.date is None and name in _DATED) or (name == "flag" and not pattern(_OF_STATE).search(sentence.text)):
        return False
    span = sentence.skeleton.span(min(begin, around.begin), max(match.end("all"), around.date_end))
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term("Event"),
        "eventStatus": Term("occurred"),
        "participant": tuple(map(Name, participants)),
        **around.date_facts,
    }
    event = Name(context.fresh(f"{name}-of-{'-'.join(participants)}"[:90]))
    context.ledger.state(span, event, facts, pattern=f"gesture:{name}", confidence=0.76)
    return True


_OF_STATE: Final = r"{b}[وفبل]?(?:ال)?(?:مقر|سفار[هت]|مبن[يا]|استقلال|قصر|برلمان){e}"
"""Where a flag that goes up or down means more than a victory or a ceremony."""
_DATED: Final = frozenset({"credentials", "flag"})
"""What is told as an event only with its day."""


def _acting(context: Context, mention: Mention | None, name: str) -> tuple[str, ...]:
    """Give the persons who hand over or receive credentials, of others their sides."""
    persons = mention is not None and mention.kind in (Kind.OFFICIAL, Kind.PERSON) and name == "credentials"
    return tuple(persons_of(context, mention)) if persons and mention else _named(context, mention)


def _named(context: Context, mention: Mention | None) -> tuple[str, ...]:
    """Give the sides that a mention names: of an adjective its polity, of a capital its state."""
    if mention is None or (mention.kind is Kind.PLACE and mention.form is not Form.CAPITAL):
        return ()
    if mention.kind in (Kind.ADJECTIVE, Kind.PLACE):
        return tuple(each.identifier for each in mention.things[:1])
    return sides_of(context, mention)

"""Who bears what an instrument lays down: as its words name him, or the parties whom it binds as such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..mentions.names import polity_things
from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .ledger import TRUE, Name, Term
from .offices import officials
from .provision_words import GENERIC, RANKS

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .instruments import KnownInstrument
    from .ledger import Object
    from .wordings import Wording

_SIDES: Final = 2


def bearers_of(
    context: Context,
    sentence: Sentence,
    match: re.Match[str],
    kind: str,
    content_begin: int,
    instrument: KnownInstrument,
    wording: Wording,
) -> tuple[Name, ...]:
    """Find who bears a position, by the clause, the content, or a word for any party; nobody where it is not said."""
    who = match.groupdict().get("who") or ""
    names = _own_bearer(context, sentence, match, content_begin, instrument) or (
        [] if who or kind != "power" else _consenting(context, sentence, content_begin, instrument)
    )
    if names or pattern(_THINGS).match(who.lstrip()):
        return tuple(dict.fromkeys(names))  # «سفن البلدين» are neither state
    rank = RANKS.get(who)
    if rank is not None and len(instrument.parties) == _SIDES:
        return (Name(instrument.parties[rank]),)
    names = _named_in_clause(context, sentence, match, instrument)
    if match.groupdict().get("them") and wording.name in ("pledge-in-it", "imposes-on-them", "listed-for-it"):
        names = _last_side(context, sentence, match.start("verb"))
    names = names or _named_inside(context, sentence, kind, content_begin, wording, instrument)
    if not names and kind in ("right", "liberty") and "content" in match.groupdict():
        names = _allowed(context, sentence, content_begin)
    return _any_party(sentence, match, kind, content_begin, instrument, names)


def _any_party(
    sentence: Sentence,
    match: re.Match[str],
    kind: str,
    content_begin: int,
    instrument: KnownInstrument,
    names: list[Name],
) -> tuple[Name, ...]:
    """Take words for any party for all of them: «كل طرف», «أي منهما»."""
    groups = match.groupdict()
    generic = any(pattern(GENERIC).search(groups.get(group) or "") for group in ("who", "who2"))
    if kind == "power" and generic and (len(instrument.parties) != _SIDES or "دوله" in (groups.get("who") or "")):
        return ()  # which states are «كل دولة طرف» nobody says
    if not names and (generic or pattern(_EITHER).search(sentence.text, content_begin)):
        return tuple(Name(each) for each in instrument.parties) if len(instrument.parties) >= 2 else ()
    return tuple(dict.fromkeys(names))


def _named_in_clause(
    context: Context, sentence: Sentence, match: re.Match[str], instrument: KnownInstrument
) -> list[Name]:
    groups = match.groupdict()
    return [
        name
        for group in ("who", "who2")
        for mention in sentence.skeleton.inside(groups.get(group) or "")
        if mention.kind is not Kind.ADJECTIVE
        or groups[group] != groups[group].strip()[-1:]  # «إسرائيليين» are no state
        for name in agents_of(context, mention, instrument)
    ]


def _consenting(context: Context, sentence: Sentence, begin: int, instrument: KnownInstrument) -> list[Name]:
    """Give those without whose consent nothing is done: «إلا بموافقة الطرفين»."""
    found = pattern(_CONSENT).search(sentence.text, begin)
    return agents_of(context, sentence.skeleton.mentions[found["who"]], instrument) if found else []


def _allowed(context: Context, sentence: Sentence, begin: int) -> list[Name]:
    """Find whom a content that begins with a permission names: «السماح للطرفين بكذا»."""
    before = pattern(r"^(?:ان |السماح ل|حق |حق كل من )?(?P<people>[^؛.]{0,60}?)(?=يملك|لهم|في |ب|الحق)").match(
        sentence.text[begin:]
    )
    if before is None or pattern(rf"{{b}}{_THINGS}").search(before["people"]):
        return []
    return [
        name
        for mention in sentence.skeleton.inside(before["people"])
        if mention.kind in (Kind.PEOPLE, Kind.POLITY, Kind.FORCE, Kind.GROUP)
        for name in agents_of(context, mention)
    ]


_CONSENT: Final = r"الا ب(?:رضي|رضا|موافقه|اتفاق|توافق) (?P<who>{G}|{P})"
_THINGS: Final = (
    r"(?:ال|لل)?(?:سفن|سفينه|طايرات|طايره|شركات|مواطني|مواطنو|مواطنين|رعايا|ابناء|سكان|صيادي|عمال|طلاب|طلبه){e}"
)
"""Who is of a side without being it."""


def _own_bearer(
    context: Context, sentence: Sentence, match: re.Match[str], content_begin: int, instrument: KnownInstrument
) -> list[Name]:
    """What is laid down beside the first thing may have a bearer of its own: «…، على أن تمنع ليبيا …»."""
    inner = (
        pattern(_SUBJECT_INSIDE).match(sentence.text, content_begin) if content_begin > match.start("content") else None
    )
    return agents_of(context, sentence.skeleton.mentions[inner["who"]], instrument) if inner else []


def _last_side(context: Context, sentence: Sentence, place: int) -> list[Name]:
    """Give the side named last before a place, to which «تعهدا منها» refers."""
    before = context.sentences[sentence.place - 1] if sentence.place else sentence
    sides = [
        each
        for each in (*before.skeleton.inside(before.text), *sentence.skeleton.inside(sentence.text[:place]))
        if each.kind in _ACTING
    ]
    return agents_of(context, sides[-1]) if sides else []


_ACTING: Final = frozenset({Kind.POLITY, Kind.ORGANIZATION, Kind.GROUP})


def _named_inside(
    context: Context, sentence: Sentence, kind: str, content_begin: int, wording: Wording, instrument: KnownInstrument
) -> list[Name]:
    """Find the bearer in the content itself: «على أن تقدم بولندا …», «لن تسعى …», «مرابطة قوات فرنسية»."""
    found: re.Match[str] | None = None
    if kind == "prohibition":
        found = pattern(r"(?P<who>[\ue000-\ue1ff]) \"?(?:لن|لا) ").match(sentence.text, content_begin)
    if found is None and kind in ("duty", "prohibition") and wording.position in ("content", "bare", "duty"):
        found = pattern(_SUBJECT_INSIDE).match(sentence.text, content_begin)
    if found is None and kind == "duty" and wording.position == "content":
        found = pattern(SUBJECT_FIRST).match(sentence.text, content_begin)
    if found is None and wording.name.startswith("permits"):
        found = pattern(_FORCES_INSIDE).search(sentence.text, content_begin)
    return agents_of(context, sentence.skeleton.mentions[found["who"]], instrument) if found else []


_FORCES_INSIDE: Final = r"(?:قوات|القوات|جنود|سفن|طايرات|قاعده|قواعد)(?: [\u0621-\u064a]+)? (?P<who>{A})"
_SUBJECT_INSIDE: Final = (
    r"(?:(?:ان )?(?:ال)?(?:الا |لا |لن )?س?[يت][\u0621-\u064a]{2,}|(?:التزام|تعهد|امتناع|تنازل|تخلي|انسحاب|سحب|انتشار|جلاء|خروج|افراج|اطلاق|عدم قيام|قيام)|ان) "
    r"(?:كل من |جميع )?\"?(?P<who>[\ue000-\ue1ff\ue400-\ue5ff\uec00-\uefff\uf200-\uf3ff])"
)
SUBJECT_FIRST: Final = (
    r"(?:ان )?\"?(?P<who>[\ue000-\ue1ff\ue400-\ue5ff\uf200-\uf3ff])\"? (?=\"?(?:س|سوف )?[يت][\u0621-\u064a]{2,})"
)
"""A bearer before the verb of what he does: «إسرائيل تقوم بسحب قواتها»."""
_EITHER: Final = r"(?:اي|كل)(?: واحد)? من(?:هما|هم)"


def agents_of(context: Context, mention: Mention, instrument: KnownInstrument | None = None) -> list[Name]:
    """Give who acts; a designation of two stands for the parties of the instrument at hand."""
    if mention.kind is Kind.GROUP and instrument is not None and len(instrument.parties) == _SIDES:
        things = {each.identifier: each for each in polity_things()}
        place = (mention.begin, mention.end)
        if place not in context.groups and all(each in things for each in instrument.parties):
            context.groups[place] = tuple(things[each] for each in instrument.parties)
        return [Name(each) for each in instrument.parties]
    owner = getattr(mention.data, "owner", None) if mention.kind is Kind.FORCE else None
    if owner is not None and instrument is not None and owner.identifier in instrument.parties:
        return [Name(owner.identifier)]
    if mention.kind is Kind.GROUP:
        return [Name(each.identifier) for each in context.things_of(mention)]
    if mention.kind is Kind.OFFICIAL:  # what «الرئيس الكيني» takes upon himself binds his state
        offices = [each.office for each in officials(mention)]
        return [Name(each.owner.identifier) for each in offices if each and each.owner]
    return [Name(each.identifier) for each in mention.things]


def borne_by(
    instrument: KnownInstrument, who: tuple[Name, ...], kind: str, *, open_ended: bool, joint: bool
) -> dict[str, Object | tuple[Object, ...]]:
    """Say who bears a position: as stated; the parties where the instrument as such binds them; else open."""
    predicate = "obligor" if kind == "duty" else "bearer"
    together = {"joint": TRUE} if kind == "duty" and joint else {}
    if who:
        return {predicate: who, "bearerBasis": Term("bearerStated"), **(together if len(who) >= _SIDES else {})}
    if kind in ("duty", "prohibition") and len(instrument.parties) >= 2 and not open_ended:
        return {
            predicate: tuple(Name(each) for each in instrument.parties),
            "bearerBasis": Term("partiesOfInstrument"),
            **together,
        }
    return {"bearerBasis": Term("bearerNotStated")}


_TOGETHER: Final = frozenset({"consultation", "jointForceCreation", "integratedCommand", "commonDefenseSpace"})


def is_joint(words: str, actions: tuple[str, ...]) -> bool:
    """Tell what the parties do together from what each does for itself."""
    return bool(_TOGETHER.intersection(actions)) or bool(
        pattern(r"{b}(?:مشترك|مشتركه|معا|سويا|لقاء سنوي|اجتماعات|قمه){e}").search(words)
    )


_OPEN: Final = frozenset(
    {
        "may-not-be",
        "is-to-be-done",
        "forbids-anyone",
        "forbids-those",
        "grants-him-if",
        "grants-him",
        "allows-him",
        "leaves-the-choice",
        "people-may",
        "that-grants-people",
        "grants-people",
    }
)


def is_open(sentence: Sentence, wording: Wording, match: re.Match[str]) -> bool:
    """Tell a position whose bearer the words leave open or refer back to, so that not all parties are meant."""
    groups = match.groupdict()
    if (groups.get("them") in ("ها", "ه", "هم") and wording.name != "listed-for-it") or (
        groups.get("who") or ""
    ).startswith("تلك "):
        return True
    who = (groups.get("who") or "").lstrip()
    anyone = wording.name.endswith("-anyone") and not pattern(GENERIC).search(who)
    if wording.name in _OPEN or anyone or pattern(_THINGS).match(who):
        return True
    passive = wording.name == "forbidden" and not groups.get("who") and match["verb"].startswith("ي")
    return passive and bool(
        pattern(r"^.{0,3}ي[\u0621-\u064a]+ (?:بموجب|بمقتضي)").match(sentence.text[match.start("verb") :])
    )

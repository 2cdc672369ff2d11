"""Who is told to take an office, by the words of taking it: «انتُخب فلان رئيسا لتشيلي», «تولت فلانة رئاسة الوزراء في كذا»."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from .offices import Office, Official, officials_in
from .person_names import person_after
from .records import Form, Kind, Mention
from .skeleton import Skeleton, pattern
from .titles_of_office import portfolios
from .transliteration import transliterated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .offices import Person
    from .patterns import Pattern
    from .records import Thing

_BECOMES: Final = r"عين|عينت|انتخب|انتخبت|اختير|اختيرت|نصب|نصبت|توج|توجت|بويع|اصبح|اصبحت|صار|صارت|بات|باتت|غدا|غدت|سمي|سميت|كلف|كلفت|حل|حلت|ادي|ادت|عاد|عادت|كان|كانت|ظل|ظلت|بقي|بقيت|يصبح|تصبح"
_TAKES: Final = r"تولي|تولت|تسلم|تسلمت|تقلد|تقلدت|شغل|شغلت|تراس|تراست|راس|راست|استلم|استلمت|اعتلي|اعتلت|تبوا|تبوات|يتولي|تتولي|يشغل|تشغل|يراس|يتراس|تتراس"
_NOT_TOLD: Final = re.compile(
    r"(?<![\u0621-\u064a])[وف]?(?:لم|لن|لا|ما|ليس|ليست|لو|اذا|ان|هل|كي|لكي|حتي|قد(?=\s[يت]|\s$)|ربما|كاد|كادت|سوف|لولا|قبل|لعل|ليت|يمكن|كان\s+س|س)\s*(?:ان\s+)?$"
)
_ASIDE: Final = r"(?: ?، [^،.؛؟!:\ue600-\ue7ff]{2,80} ?،)?"
_ADVERB: Final = r"(?: (?:رسميا|مجددا|بالتزكيه|بالاجماع|موخرا|لاحقا|بدوره|بدورها|اليمين(?: الدستوريه)?|ايضا|فعليا|انذاك|حينها|يومها))*"
_OF: Final = r"(?: (?:ل|علي |في )?(?P<owner>[\ue000-\ue3ff\ue400-\ue5ff]))"


@cache
def _offices() -> Mapping[str, tuple[str, str, Pattern, bool]]:
    """Give the titles that somebody is told to have, each with its part of an identifier, class, pattern, and whether it may stand bare."""
    fields = "|".join(sorted(portfolios(), key=lambda each: -len(each)))
    told: tuple[tuple[str, str, str, bool], ...] = (
        ("prime-minister", "Office", r"(?:رييسا|رييسه) (?:لل|ل)?(?:ال)?(?:حكومه|وزراء|مجلس الوزراء|مجلس وزراء)", True),
        ("prime-minister", "Office", r"(?:وزيرا|وزيره) (?:اول|اولا|اولي|اكبر)", True),
        ("prime-minister", "Office", r"(?:منصب )?رياسه (?:(?:ال)?وزراء|(?:ال)?حكومه|مجلس الوزراء)", True),
        ("speaker-of-parliament", "SpeakerOffice", r"(?:رييسا|رييسه) (?:لل|ل)(?P<chamber>برلمان|مجلس (?:النواب|الشيوخ|الامه|الشعب|الشوري)|(?:ل)?جمعيه الوطنيه)", True),
        ("president", "HeadOfStateOffice", r"(?:رييسا|رييسه)(?: (?:موقتا|انتقاليا|جديدا|سابعا|ثانيا))? (?:للجمهوريه|للدوله|للبلاد)", True),
        ("president", "HeadOfStateOffice", r"(?:رييسا|رييسه)(?: (?:موقتا|انتقاليا|جديدا))?", False),
        ("president", "HeadOfStateOffice", r"(?:منصب )?(?:رياسه|الرياسه)(?: (?:الجمهوريه|الدوله))?", False),
        ("president", "HeadOfStateOffice", r"(?:منصب )?رياسه (?:الجمهوريه|الدوله|البلاد)", True),
        ("king", "HeadOfStateOffice", r"(?:ملكا|ملكه|عاهلا)", False),
        ("king", "HeadOfStateOffice", r"عرش", False),
        ("emir", "HeadOfStateOffice", r"(?:اميرا|مقاليد الحكم اميرا)", False),
        ("sultan", "HeadOfStateOffice", r"سلطانا", False),
        ("emperor", "HeadOfStateOffice", r"(?:امبراطورا|قيصرا)", False),
        ("chancellor", "Office", r"(?:مستشارا|مستشاره)", False),
        ("crown-prince", "Office", r"(?:وليا للعهد|(?:منصب )?ولايه العهد)", True),
        ("secretary-general", "Office", r"(?:امينا عاما|امينه عامه|مديرا عاما|مديره عامه)", False),
        ("commander", "MilitaryPost", r"قايدا (?:عاما |اعلي )?(?:لل|ل)(?P<chamber>جيش|قوات(?: [\u0621-\u064a]+)?)", False),
        ("ambassador", "Office", r"(?:سفيرا|سفيره)", False),
        ("minister", "MinisterOffice", rf"(?:وزيرا|وزيره) (?:لل|ل)?(?P<portfolio>{fields})", True),
        ("minister", "MinisterOffice", rf"(?:حقيبه|وزاره|منصب وزير) (?P<portfolio>{fields})", True),
    )  # fmt: skip
    return {
        f"{stem}{place}": (
            stem,
            kind,
            pattern(rf"{_ASIDE}{_ADVERB} (?P<title>(?:{words}){{e}}{_OF}{'?' if bare else ''})"),
            bare,
        )
        for place, (stem, kind, words, bare) in enumerate(told)
    }  # fmt: skip


_HOLDING: Final = rf"{{w}}(?P<verb>{_BECOMES}|{_TAKES}){{e}}(?= )"


def appointed_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through those who are told to take or hold an office, with the words of both."""
    for match in pattern(_HOLDING).finditer(skeleton.text):
        if _NOT_TOLD.search(skeleton.text[: match.start("verb")]):
            continue
        person, end = _person(skeleton, match.end())
        if person is None or " " not in person.name:
            continue
        made = _office(skeleton, end)
        if made is not None:
            begin = min(person.begin, skeleton.begins[match.end() + 1])
            yield Mention(begin, made.end, Kind.OFFICIAL, Form.NAME, (), data=(Official(made, person),))


def _person(skeleton: Skeleton, place: int) -> tuple[Person | None, int]:
    """Read the person after a verb, whether or not the name stands as a mention already, and where the name ends."""
    mention = skeleton.mention(skeleton.text[place + 1 : place + 2])
    told = officials_in(mention) if mention is not None and mention.kind is Kind.OFFICIAL else ()
    if len(told) == 1 and told[0].office is None:
        return told[0].person, place + 2
    person = person_after(skeleton, place) if mention is None else None
    if person is None or person.end not in skeleton.ends:
        return None, place
    return person, skeleton.ends.index(person.end) + 1


def _office(skeleton: Skeleton, place: int) -> Office | None:
    """Read the title that begins after a place."""
    for stem, kind, found, bare in _offices().values():
        match = found.match(skeleton.text, place)
        if match is None:
            continue
        owner = _owner(skeleton, match)
        if owner is None and not bare:
            continue
        begin, end = skeleton.span(*match.span("title"))
        return Office(
            _identifier(stem, match, owner),
            kind,
            owner,
            begin,
            end,
            body=_body(skeleton, match, end),
            bare=owner is None,
        )
    return _printed_office(skeleton, place)


_OFFICE_AFTER: Final = rf"{_ASIDE}{_ADVERB} (?:منصب |في منصب |مهام )?(?P<office>{{O}})"


def _printed_office(skeleton: Skeleton, place: int) -> Office | None:
    """Take an office without its holder that is named there: «شغل فلان منصب الأمين العام للأمم المتحدة»."""
    match = pattern(_OFFICE_AFTER).match(skeleton.text, place)
    told = officials_in(skeleton.mentions[match["office"]]) if match else ()
    one = told[0].office if len(told) == 1 and told[0].person is None else None
    accusative = match is not None and ("منصب" in match[0] or _opens_accusative(skeleton, match["office"]))
    return one if accusative else None


def _opens_accusative(skeleton: Skeleton, character: str) -> bool:
    words = skeleton.inner.get(character, ("", (), ()))[0]
    return re.match(r'"?(?:رييسه\s|وزيره\s|سفيره\s|[\u0621-\u064a]+ا\s)', words) is not None


def _owner(skeleton: Skeleton, match: re.Match[str]) -> Thing | None:
    mention = skeleton.mention(match["owner"])
    return mention.things[0] if mention is not None and len(mention.things) == 1 else None


def _identifier(stem: str, match: re.Match[str], owner: Thing | None) -> str:
    field = " ".join((match.groupdict().get("portfolio") or "").split())
    named = f"minister-of-{portfolios().get(field) or transliterated(field)}" if field else stem
    return f"{named}-of-{owner.identifier}" if owner else named


def _body(skeleton: Skeleton, match: re.Match[str], end: int) -> tuple[int, int] | None:
    chamber = match.groupdict().get("chamber")
    return (skeleton.span(*match.span("chamber"))[0], end) if chamber else None

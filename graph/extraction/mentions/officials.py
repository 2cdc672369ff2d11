"""Officials: an office, the one who holds it, or both, in the words of one mention."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from ...folding import folded
from ..tables.rows import alternatives, rows_of
from .lexicon import given_names, is_title, name_length
from .records import Form, Kind, Mention, Thing
from .skeleton import Skeleton, pattern
from .transliteration import transliterated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Office:
    """An office as an article titles it: its identifier, class and owner, and the place of its title."""

    identifier: str
    kind: str
    owner: Thing | None
    begin: int
    end: int
    quoted: tuple[int, int] | None = None
    body: tuple[int, int] | None = None
    referring: bool = False
    paired: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name as printed, by its place in the folded text."""

    name: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Official:
    """One holder of one office; either may be left unsaid."""

    office: Office | None
    person: Person | None


@dataclass(frozen=True, slots=True)
class _Head:
    stem: str
    kind: str
    title: str
    pattern: str


_TITLE: Final = r'(?P<quote>"?)'
_CHAMBERS: Final = (
    "مجلس النواب|البرلمان|مجلس الامه|مجلس الشوري|مجلس الشيوخ|الجمعيه الوطنيه|مجلس الشعب|مجلس الدوما|الدوما|مجلس المستشارين|"
    "مجلس الاتحاد|الكنيست|المجلس الوطني|البوندستاغ|مجلس العموم|مجلس اللوردات|الكونغرس|المجلس الشعبي الوطني|مجلس نواب|برلمان|الرادا"
)
_HEADS: Final = (
    _Head(
        "president",
        "HeadOfStateOffice",
        "",
        r"(?:الرييسه?(?! [\ue000-\ue1ff]| ل[\ue000-\ue1ff])|رييسه?){e}(?! ?(?:ال)?(?:وزراء|حكومه|مجلس|برلمان|اركان|هييه|لجنه|وفد))",
    ),
    _Head(
        "president",
        "HeadOfStateOffice",
        "",
        r"رييسه? (?:الجمهوريه|الدوله|المرحله الانتقاليه|السلطه|المجلس (?:العسكري|السيادي|الانتقالي|الرياسي)(?: الانتقالي)?|مجلس (?:السياده|القياده الرياسي))",
    ),
    _Head(
        "prime-minister",
        "Office",
        "",
        r"رييسه? (?:مجلس )?(?:ال)?وزراء(?:ها)?|رييسه? (?:ال)?حكومه|(?:ال)?وزير(?:ه)? (?:ال)?(?:اول|اولي)",
    ),
    _Head("chancellor", "Office", "", r"المستشاره?(?= [\ue200-\ue3ff])"),
    _Head("king", "HeadOfStateOffice", "", r"(?:ال)?(?:عاهل|ملكه?)(?! (?:فهد|فيصل|حسين|عبد العزيز) (?:الجوي|الدولي))"),
    _Head("king", "HeadOfStateOffice", "", r"خادم الحرمين الشريفين(?: الملك)?"),
    _Head("emir", "HeadOfStateOffice", "", r"امير"),
    _Head("sultan", "HeadOfStateOffice", "", r"سلطان"),
    _Head("emperor", "HeadOfStateOffice", "", r"(?:ال)?امبراطور"),
    _Head("crown-prince", "Office", "", r"ولي (?:ال)?عهد"),
    _Head("speaker-of-parliament", "SpeakerOffice", "", rf"رييسه? (?P<chamber>{_CHAMBERS})"),
    _Head("leader", "HeadOfStateOffice", "", r"زعيم(?= [\ue000-\ue1ff])"),
    _Head(
        "chief-of-staff",
        "MilitaryPost",
        "",
        r"رييس (?:هييه )?(?:ال)?اركان(?: (?:العامه|الجيش|القوات المسلحه|المشتركه|جيش))*",
    ),
    _Head(
        "commander",
        "MilitaryPost",
        "",
        r"(?:ال)?قايد (?:العام (?:ل)?)?(?:ال)?(?:جيش|قوات|اسطول|قوه|اركان)(?: (?:المسلحه|البحريه|البريه|الجويه))*",
    ),
    _Head("ambassador", "Office", "", r"(?:ال)?سفيره?(?! (?:ال)?(?:ضيف|محمد|احمد|عبد))"),
    _Head(
        "secretary-general",
        "Office",
        "",
        r"(?:ال)?(?:امينه?|مديره?) (?:ال)?عامه?(?P<kin> لل(?:مجلس|حلف|منظمه|اتحاد|جامعه|رابطه|امم المتحده|وكاله|هييه|تحالف))?",
    ),
    _Head("secretary-of-state", "Office", "", r"امين سر(?: دوله| العلاقات مع الدول)?"),
    _Head("high-commissioner", "Office", "", r"(?:ال)?مندوب (?:ال)?سامي"),
    _Head("special-envoy", "Office", "", r"(?:ال)?(?:مبعوث|موفد)ه? (?:ال)?(?:خاص|اممي|دولي|امريكي)?ه?(?: ل)?"),
    _Head("governor", "Office", "", r"(?:محافظ البنك المركزي|حاكم مصرف)"),
    _Head(
        "foreign-policy-chief",
        "Office",
        "",
        r"(?:مسووله?|الممثله? (?:ال)?(?:عليا|الاعلي)|منسقه?) (?:ل)?(?:ال)?(?:سياسه|شوون) الخارجيه",
    ),
    _Head(
        "spokesperson",
        "Office",
        "",
        r"(?:ال)?(?:متحدث|ناطق)ه?(?: (?:ال)?رسميه?)? باسم(?: (?:وزاره|رياسه|ال)?[\u0621-\u064a]+){0,2}(?: وشوون [\u0621-\u064a]+)?",
    ),
)
_DEPUTY: Final = r"(?:(?P<deputy>نايبه?|مساعده?|وكيل) )?"
_OWNER: Final = r"(?: (?:ال)?(?:ل|في )?(?P<owner>[{A}{P}{R}{G}])| (?P<article>ل)(?P<owner2>[{P}{R}]))"


@cache
def _portfolios() -> Mapping[str, str]:
    table = {folded(name): english for english, names in rows_of("portfolios") for name in alternatives(names)}
    return table | {name.removeprefix("ال"): english for name, english in table.items()}


@cache
def _patterns() -> tuple[tuple[_Head, re.Pattern[str]], ...]:
    ministers = "|".join(
        sorted((re.escape(each).replace(r"\ ", " ") for each in _portfolios()), key=lambda each: -len(each))
    )
    minister = _Head(
        "minister",
        "MinisterOffice",
        "",
        rf"(?:ال)?وزيره? (?:الدوله (?:ل)?)?(?P<portfolio>{ministers})(?:{{e}}(?:(?: وال(?!رييس|وزير|ملك|سفير|امير|وفد|مبعوث|ممثل|شيخ)[\u0621-\u064a]+(?: ال[\u0621-\u064a]+(?:ين|يه|يون|ي))?(?: بالخارج| في الخارج)?){{1,3}}|(?: و(?!وزير|رييس|نظير|سفير|ال)[\u0621-\u064a]+)?))",
    )
    owner = _OWNER.replace(
        "{A}{P}{R}{G}", "".join(Kind[name].characters for name in ("ADJECTIVE", "POLITY", "ORGANIZATION", "GROUP"))
    ).replace("{P}{R}", "".join(Kind[name].characters for name in ("POLITY", "ORGANIZATION")))
    return tuple(
        (
            head,
            pattern(
                rf'{{w}}(?P<title>{_TITLE}{_DEPUTY}(?:{head.pattern})"?{{e}}(?:{owner})?(?:(?<=[\ue000-\uf8ff]) (?:لدي|في|الي) (?P<host>[\ue000-\ue1ff\ue400-\ue5ff]))?)'
            ),
        )
        for head in (minister, *_HEADS)
    )


def officials_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through the officials of a sentence in whose skeleton polities and dates are placed."""
    for head, found in _patterns():
        for match in found.finditer(skeleton.text):
            mention = _official(skeleton, head, match)
            if mention is not None:
                yield mention


_PAIRED: Final = (
    ("president", "HeadOfStateOffice", r"(?P<title>(?:ال)?رييسا|(?:ال)?رييسي|الرييسان|الرييسين)"),
    ("king", "HeadOfStateOffice", r"(?P<title>العاهلان|العاهلين|ملكا)"),
    (
        "prime-minister",
        "Office",
        r"(?P<title>رييسا (?:ال)?(?:وزراء|حكومه|حكومتي|وزرا)|رييسي (?:وزراء|حكومتي)|رييسا حكومتي)",
    ),
    ("minister", "MinisterOffice", r"(?P<title>(?:وزيرا|وزيري|الوزيران|الوزيرين) (?P<portfolio>{portfolios}))"),
)


@cache
def _pairs() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    portfolios = "|".join(
        sorted((re.escape(each).replace(r"\ ", " ") for each in _portfolios()), key=lambda each: -len(each))
    )
    return tuple(
        (
            stem,
            kind,
            pattern(
                rf"{{w}}[بكل]?(?P<all>{words.replace('{portfolios}', portfolios)}{{e}} (?P<first>[\ue000-\ue3ff])(?: ?و ?(?P<second>[\ue000-\ue3ff]))?|{words.replace('{portfolios}', portfolios).replace('?P<title>', '?:').replace('?P<portfolio>', '?P<folio>')}{{e}} (?P<group>{{G}}))"
            ),
        )
        for stem, kind, words in _PAIRED
    )


def counterparts_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through counterparts of an official just named: «ونظيره الصيني فلان» holds the same office of another polity."""
    found = pattern(r"{b}(?:[وبل]|مع )?(?P<title>(?:نظير|زميل)(?:ه|ته|تها|ها)) (?P<owner>{A})")
    officials = [
        (place, mention)
        for place, character in enumerate(skeleton.text)
        if (mention := skeleton.mentions.get(character)) and mention.kind is Kind.OFFICIAL
    ]
    for match in found.finditer(skeleton.text):
        before = [mention for place, mention in officials if place < match.start()]
        model = next(
            (each.office for mention in reversed(before) for each in _plain(mention) if each.office),
            None,
        )
        owner = skeleton.mentions[match["owner"]].things[0]
        person = _person_after(skeleton, match.end())
        begin, end = skeleton.span(match.start("title"), match.end())
        if model is None:
            continue
        stem = model.identifier.removesuffix(f"-of-{model.owner.identifier}") if model.owner else model.identifier
        office = Office(f"{stem}-of-{owner.identifier}", model.kind, owner, begin, end, referring=True)
        yield Mention(
            begin,
            max(end, person.end if person else end),
            Kind.OFFICIAL,
            Form.NAME,
            (),
            data=(Official(office, person),),
        )


_HONOURED: Final = r"(?:النايبه?|الشيخ|الامير|المطران|اللواء|الجنرال|العقيد|الفريق|السيناتور|المستشار|الدكتور|القيادي|الزعيم|الملك|السلطان|زعيم (?:ال[\u0621-\u064a]+ ?){1,2})"
_SAYING: Final = r"(?:قال|قالت|اكد|اكدت|صرح|صرحت|اوضح|اوضحت|اضاف|اضافت|اعتبر|اعتبرت|ذكر|ذكرت|اتهم|اتهمت|وصف|وصفت|توقع|توقعت|حذر|حذرت|يري|تري|يقول|تقول|وقعها|وقعه|ابرمها|ابرمه)"


def persons_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through persons without an office: after an honorific, or between a verb of speech and what is said."""
    for match in pattern(rf"{{w}}(?P<honorific>{_HONOURED})(?= )").finditer(skeleton.text):
        person = _person_after(skeleton, match.end())
        if person is not None and " " in person.name:
            begin, _ = skeleton.span(*match.span("honorific"))
            yield Mention(begin, person.end, Kind.OFFICIAL, Form.NAME, (), data=(Official(None, person),))
    for match in pattern(rf"{{w}}{_SAYING}(?= )").finditer(skeleton.text):
        person = _person_after(skeleton, match.end())
        if person is None or len(person.name.split()) not in (2, 3):
            continue
        after = skeleton.text[skeleton.ends.index(person.end) + 1 :] if person.end in skeleton.ends else ""
        if pattern(r" ?(?:،|:|ان |انه|انها|في |بان |[\ue000-\uf8ff])").match(after):
            yield Mention(person.begin, person.end, Kind.OFFICIAL, Form.NAME, (), data=(Official(None, person),))
    yield from _persons_by_name(skeleton)


_NOT_OF_A_PERSON: Final = r"(?:^|[\s،])[وفبل]?(?:ميناء|قاعده|شارع|جامعه|مطار|موسسه|جايزه|مستشفي|ملعب|جسر|مدينه|معسكر|قناه|ساحه|مركز|معهد|حي|سد|مسجد|كاتدراييه|عن عمر|من عمر|ال)\s+$"
_NOT_A_NAME: Final = (
    r"\s+(?:الجوار|جوار|النيه|نيه|الضيافه|السير|سير|المعامله|الاداء|الظن|الحظ|الي|ما)(?![\u0621-\u064a])"
)


@cache
def _openings() -> re.Pattern[str]:
    names = "|".join(sorted((name.replace(" ", r"\s+") for name in given_names()), key=lambda each: -len(each)))
    return re.compile(rf"(?<![\u0621-\u064a])(?P<lead>[وف]?[بل]?)(?P<name>{names})(?![\u0621-\u064a])")


def _persons_by_name(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through persons whose name opens with a given name of the table: «وقّع دونالد ترامب»."""
    for match in _openings().finditer(skeleton.text):
        if re.search(_NOT_OF_A_PERSON, skeleton.text[: match.start()]) or re.match(
            _NOT_A_NAME, skeleton.text[match.end() :]
        ):
            continue
        person = _person(skeleton, _words(skeleton.text, match.start("name")), least=2)
        if person is not None:
            yield Mention(person.begin, person.end, Kind.OFFICIAL, Form.NAME, (), data=(Official(None, person),))


def both_counterparts_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through two counterparts: «ونظيراه البوركيني فلان والنيجري فلان»."""
    for match in pattern(r"(?:[وبل]|مع )?(?P<title>(?:نظير|زميل)(?:اه|اها|يه|يها)) (?P<first>{A})").finditer(
        skeleton.text
    ):
        officials = [
            each
            for character in skeleton.text[: match.start()]
            if (each := skeleton.mentions.get(character)) and each.kind is Kind.OFFICIAL
        ]
        model = next(
            (
                each.office
                for mention in reversed(officials)
                for each in _plain(mention)
                if each.office and each.office.owner
            ),
            None,
        )
        if model is None or model.owner is None:
            continue
        place: int | None = match.start("first")
        while place is not None:
            owner = skeleton.mentions[skeleton.text[place]].things[0]
            person = _person_after(skeleton, place + 1)
            begin, end = skeleton.span(place, place + 1)
            identifier = model.identifier.removesuffix(f"-of-{model.owner.identifier}") + f"-of-{owner.identifier}"
            office = Office(identifier, model.kind, owner, begin, end, referring=True)
            yield Mention(
                begin, person.end if person else end, Kind.OFFICIAL, Form.NAME, (), data=(Official(office, person),)
            )
            following = (
                pattern(r"[\u0621-\u064a ]{3,50}? و(?P<next>{A})").match(skeleton.text, place + 1) if person else None
            )
            place = following.start("next") if following and place == match.start("first") else None


def _plain(mention: Mention) -> tuple[Official, ...]:
    data = mention.data if isinstance(mention.data, tuple) else ()
    return tuple(each for each in data if isinstance(each, Official))


def paired_officials_of(skeleton: Skeleton) -> Iterator[Mention]:
    """Go through titles in the dual: «الرئيسان الروسي والأبخازي», «وزيرا خارجية البلدين»."""
    for stem, kind, found in _pairs():
        for match in found.finditer(skeleton.text):
            yield from _pair(skeleton, stem, kind, match)


def _pair(skeleton: Skeleton, stem: str, kind: str, match: re.Match[str]) -> Iterator[Mention]:
    begin, end = skeleton.span(*match.span("all"))
    portfolio = match.groupdict().get("portfolio") or match.groupdict().get("folio")
    if portfolio:
        words = " ".join(portfolio.split())
        stem = f"minister-of-{_portfolios().get(words) or transliterated(words)}"
    sides = [mention for name in ("first", "second") if (mention := skeleton.mention(match[name]))]
    things = tuple(thing for mention in sides for thing in mention.things)
    if len(things) == 2:
        data = tuple(Official(Office(f"{stem}-of-{each.identifier}", kind, each, begin, end), None) for each in things)
        yield Mention(begin, end, Kind.OFFICIAL, Form.DESIGNATION, (), data=data)
    elif match["group"]:
        yield Mention(
            begin,
            end,
            Kind.OFFICIAL,
            Form.DESIGNATION,
            (),
            parts=(skeleton.mentions[match["group"]],),
            data=(stem, kind),
        )


def _official(skeleton: Skeleton, head: _Head, match: re.Match[str]) -> Mention | None:
    owner = _owner(skeleton, match) or _kin(skeleton, match)
    person = _person_after(skeleton, match.end()) or _person_before(skeleton, match.start("title"))
    if owner is None and not _means_something_alone(head, match, person):
        return _person_alone(skeleton, head, match, person)
    closing = match.end("title")
    if match["host"] and head.stem != "ambassador":
        closing = match.start("host") - len(re.search(r"\s+\S+\s+$", skeleton.text[: match.start("host")])[0])  # type: ignore[index]
        person = _person_after(skeleton, closing) or _person_before(skeleton, match.start("title"))
    begin, end = skeleton.span(match.start("title"), closing)
    office = Office(
        _identifier(skeleton, head, match, owner),
        _class(head, match),
        owner,
        begin,
        end,
        _quoted(skeleton, match),
        _body(skeleton, match),
    )
    if not office.identifier:
        office = None  # type: ignore[assignment]
    first, last = (min(begin, person.begin), max(end, person.end)) if person else (begin, end)
    if office is None and person is None:
        return None
    return Mention(first, last, Kind.OFFICIAL, Form.NAME, (), data=(Official(office, person),))


def _person_alone(skeleton: Skeleton, head: _Head, match: re.Match[str], person: Person | None) -> Mention | None:
    """Keep the person whose title tells too little of an office: «المتحدث باسم المجلس العقيد فلان»."""
    if person is None or " " not in person.name or head.stem not in ("spokesperson", "commander", "ambassador"):
        return None
    begin, _ = skeleton.span(match.start("title"), match.end("title"))
    return Mention(min(begin, person.begin), person.end, Kind.OFFICIAL, Form.NAME, (), data=(Official(None, person),))


def _kin(skeleton: Skeleton, match: re.Match[str]) -> Thing | None:
    """An organization referred to by its kind («الأمين العام للمجلس») is settled when the whole article is known."""
    del skeleton
    words = match.groupdict().get("kin")
    return Thing(f"?{words.strip().removeprefix('لل')}", "InternationalOrganization") if words else None


def _class(head: _Head, match: re.Match[str]) -> str:
    return "Office" if match["deputy"] else head.kind


def _owner(skeleton: Skeleton, match: re.Match[str]) -> Thing | None:
    if match["title"].strip('"').startswith("خادم الحرمين"):
        return Thing("saudi-arabia", "Polity", "Saudi Arabia", "السعودية")
    mention = skeleton.mention(match["owner"] or match["owner2"])
    return mention.things[0] if mention and len(mention.things) == 1 else None


def _means_something_alone(head: _Head, match: re.Match[str], person: Person | None) -> bool:
    """Tell whether a title without an owner still titles somebody: «رئيس البرلمان فلان», «الرئيس فلان»."""
    return person is not None and (
        head.stem
        in (
            "minister",
            "prime-minister",
            "speaker-of-parliament",
            "president",
            "chief-of-staff",
            "secretary-general",
            "king",
            "crown-prince",
        )
        and ("ال" in match["title"] or head.stem == "minister")
    )


def _identifier(skeleton: Skeleton, head: _Head, match: re.Match[str], owner: Thing | None) -> str:
    stem = head.stem
    if "portfolio" in match.groupdict() and match["portfolio"]:
        words = " ".join(match["portfolio"].split())
        stem = f"minister-of-{_portfolios().get(words) or transliterated(words)}"
    if stem == "spokesperson":
        stem = f"spokesperson-{transliterated(match['title'].partition('باسم')[2])}".strip("-")
    if stem == "ambassador" and match["host"]:
        host = skeleton.mention(match["host"])
        return f"ambassador-of-{owner.identifier if owner else 'unknown'}-to-{host.things[0].identifier if host else 'unknown'}"
    deputy = "deputy-" if match["deputy"] else ""
    return f"{deputy}{stem}-of-{owner.identifier}" if owner else f"{deputy}{stem}"


def _quoted(skeleton: Skeleton, match: re.Match[str]) -> tuple[int, int] | None:
    if not match["quote"]:
        return None
    closing = skeleton.text.find('"', match.start("quote") + 1)
    return skeleton.span(match.start("quote"), closing + 1) if 0 < closing < match.end("title") else None


def _body(skeleton: Skeleton, match: re.Match[str]) -> tuple[int, int] | None:
    return skeleton.span(*match.span("chamber")) if match.groupdict().get("chamber") else None


_FORMER: Final = frozenset(
    [
        "السابق",
        "السابقه",
        "الاسبق",
        "الراحل",
        "الراحله",
        "حينها",
        "حينذاك",
        "انذاك",
        "وقتها",
        "الحالي",
        "الجديد",
        "الجديده",
        "المنتخب",
        "الموقت",
        "الانتقالي",
        "المكلف",
        "بالوكاله",
        "بالانابه",
        "المنتهيه",
        "ولايته",
    ]
)
_WORD: Final = re.compile(r"[\u0621-\u064a]+")
_BEFORE_NAME: Final = re.compile(r'\s*(?:،\s*|\(\s*|"\s*)?')


def _person_after(skeleton: Skeleton, place: int) -> Person | None:
    """Read the name after a title; a comma and further titles may stand between."""
    text = skeleton.text
    start = _BEFORE_NAME.match(text, place).end()  # type: ignore[union-attr]
    if start == place:
        return None
    first = skeleton.mentions.get(text[start : start + 1])
    if (
        first is not None
        and first.kind is Kind.POLITY
        and first.form is Form.NAME
        and text[start + 1 : start + 2] == " "
    ):
        rest = _words(text, start + 2)
        length = name_length([word for word, _, _ in rest])
        if length and rest and rest[0][0] not in ("في", "و"):
            begin, end = skeleton.span(start, rest[length - 1][2])
            return Person(
                f"{folded(first.things[0].arabic)} {' '.join(word for word, _, _ in rest[:length])}", begin, end
            )
    words = _words(text, start)
    while words and (is_title(words[0][0]) or words[0][0] in _FORMER):
        words = words[1:]
    named = _person(skeleton, words, least=1 if "،" not in text[place:start] else 2)
    if (
        named is None
        and len(words) >= 2
        and words[0][0].startswith("ال")
        and words[1][0] in ("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس")
    ):
        return Person(" ".join(word for word, _, _ in words[:2]), *skeleton.span(words[0][1], words[1][2]))
    return named


def _words(text: str, start: int) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    place = start
    for match in _WORD.finditer(text, start):
        if found and not text[place : match.start()].isspace():
            break
        if not found and match.start() != start:
            break
        found.append((match[0], match.start(), match.end()))
        place = match.end()
        if len(found) > 12:
            break
    return found


def _person(skeleton: Skeleton, words: list[tuple[str, int, int]], least: int) -> Person | None:
    length = name_length([word for word, _, _ in words])
    if length < least:
        return None
    twice = length > 2 and words[length - 1][0] == words[length - 2][0]  # its last part printed twice
    length_of_name = length - twice
    begin, end = skeleton.span(words[0][1], words[length - 1][2])
    return Person(" ".join(word for word, _, _ in words[:length_of_name]), begin, end)


def _person_before(skeleton: Skeleton, place: int) -> Person | None:
    """Read a name that stands before its title, with a comma between: «سيرغي لافروف، وزير الخارجية الروسي»."""
    before = re.search(r"((?:[\u0621-\u064a]+\s+){1,3}[\u0621-\u064a]+)\s*،\s*$", skeleton.text[:place])
    if before is None:
        return None
    words = [
        (match[0], match.start(), match.end())
        for match in _WORD.finditer(skeleton.text, before.start(1), before.end(1))
    ]
    for first in range(len(words) - 1):
        if name_length([word for word, _, _ in words[first:]]) == len(words) - first:
            return _person(skeleton, words[first:], least=2)
    return None

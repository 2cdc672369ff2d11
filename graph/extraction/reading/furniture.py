"""Lines of a page: the article's own text told apart from the page's furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class LineKind(Enum):
    """What a line of a page is."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"
    OTHER_HEADLINE = "headline of another article"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the folded text, without the space and the bullet around it."""

    begin: int
    end: int
    kind: LineKind


_BULLET: Final = re.compile(r'[-•●▪■◾►▶*·»"]+\s+|\d{1,2}[.)-]\s+')
_ANNOUNCES_OTHERS: Final = re.compile(
    r"(?:\W*(?:اقرا(?:وا)?|شاهد(?:وا)?|طالع(?:وا)?|تابع(?:وا)?) (?:ايضا|المزيد|كذلك)|\W*اخبار (?:ذات صله|متعلقه)"
    r"|\W*(?:مواضيع|موضوعات|مقالات|روابط) (?:ذات صله|متعلقه|مشابهه)|\W*(?:الاكثر (?:قراءه|مشاهده|تداولا)|قد يهمك(?: ايضا)?"
    r"|اخر الاخبار|احدث الاخبار|اخترنا لك(?:م)?|للمزيد|عاجل الان|شريط الاخبار|عناوين(?: اخري)?|المزيد من الاخبار))\W*"
)
_SHARING: Final = re.compile(
    r"\W*(?:شارك(?: (?:علي|عبر|هذا|المقال|الخبر|الموضوع))?|مشاركه|انشر|طباعه|ارسال|حفظ|تعليق(?:ات)?|اضف تعليق(?:ا|ك)?"
    r"|فيس ?بوك|تويتر|واتس ?اب|تيليغرام|تلغرام|لينكد ?ان|انستغرام|يوتيوب|اشترك|الرييسيه|نسخ الرابط|تحميل|استمع"
    r"|حجم الخط|اعلان|جميع الحقوق محفوظه|حقوق النشر|كلمات مفتاحيه|الكلمات المفتاحيه|وسوم|الوسوم|تاغات|المصدر"
    r"|تاريخ النشر|اخر تحديث|تم النشر|نشر في|نشر بتاريخ|عدد القراءات|القسم|التصنيف|الصوره|صوره(?: ارشيفيه)?|تصوير)\b.*"
)
_TICKER: Final = re.compile(r"\W*(?:عاجل|خبر عاجل|شريط|شاهد(?:وا)?|بالفيديو|فيديو|بالصور|صور|استمع)\s*[:|/-].*")
_MENU: Final = re.compile(r"(?:\s*[^|،.؟!:\s]+(?:\s+[^|،.؟!:\s]+){0,2}\s*(?:\||$)){2,}")
"""Cells of a few words each: «الرئيسية | رياضة | تابعنا على يوتيوب»."""
_QUOTES: Final = re.compile(r"[^.؟!]{0,40}[▲▼△▽↑↓].*")
"""Stock prices over a page: «برنت 64.2 ▼»."""
_NO_ARABIC: Final = re.compile(r"[^\u0621-\u064a]*")
_OUTLET: Final = re.compile(
    r".*\b(?:وكالات|وكاله|مراسل(?:نا)?|رويترز|ا ?ف ?ب|فرانس برس|اسوشيتد برس|سانا|واس|وام|بنا|كونا|قنا|بترا|سبوتنيك|نوفوستي|تاس|شينخوا|الاناضول|انباء|ميديا|(?:ال)?جريده|(?:ال)?صحيفه|"
    r"نت|اونلاين|خاص)\b.*"
)
_TERMINATED: Final = re.compile(r'[.؟!…:؛،]["\')\]]*$')
_SHORTEST_RUN: Final = 3
_LONGEST_HEADLINE: Final = 130
_LONGEST_DATELINE: Final = 60


def lines_of(text: str) -> tuple[Line, ...]:
    r"""Tell what each line of a folded page is.

    >>> [line.kind.name for line in lines_of("معاهده بين روسيا وابخازيا\nوقعت روسيا معاهده.\nاقرا ايضا\nقمه في باريس")]
    ['HEADLINE', 'BODY', 'FURNITURE', 'OTHER_HEADLINE']
    """
    drafts = [(begin, end, text[begin:end]) for begin, end in _bounds(text)]
    kinds = _kinds([words for _, _, words in drafts])
    return tuple(
        Line(begin + _bullet(words), end, kind)
        for (begin, end, words), kind in zip(drafts, kinds, strict=True)
        if begin + _bullet(words) < end
    )


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for piece in text.split("\n"):
        words = piece.strip()
        if words:
            first = begin + piece.index(words[0])
            yield first, first + len(words)
        begin += len(piece) + 1


def _bullet(words: str) -> int:
    match = _BULLET.match(words)
    return match.end() if match else 0


def _kinds(lines: Sequence[str]) -> list[LineKind]:
    kinds = [_plain_kind(line) for line in lines]
    _mark_lists(lines, kinds)
    _mark_following(lines, kinds)
    _mark_headline(lines, kinds)
    _mark_repeated(lines, kinds)
    return kinds


def _plain_kind(line: str) -> LineKind:
    short = len(line) < _LONGEST_DATELINE * 2 and not _TERMINATED.search(line)
    if _TICKER.fullmatch(line) and not _TERMINATED.search(line):
        return LineKind.OTHER_HEADLINE
    furniture = (
        (_MENU.fullmatch(line) and "|" in line)
        or (short and (_QUOTES.fullmatch(line) or _SHARING.fullmatch(line)))
        or _ANNOUNCES_OTHERS.fullmatch(line)
        or _NO_ARABIC.fullmatch(line)
    )
    return LineKind.FURNITURE if furniture else LineKind.BODY


def _mark_lists(lines: Sequence[str], kinds: list[LineKind]) -> None:
    """Three and more bullets in a row without full stops are headlines of other articles, unless a colon announces them."""
    run: list[int] = []
    for place in [*range(len(lines)), -1]:
        if place >= 0 and _is_listed(lines[place]):
            run.append(place)
            continue
        if len(run) >= _SHORTEST_RUN and not (run[0] and lines[run[0] - 1].endswith(":")):
            for each in run:
                kinds[each] = LineKind.OTHER_HEADLINE
        run = []


def _is_listed(line: str) -> bool:
    return bool(_BULLET.match(line)) and not _TERMINATED.search(line) and len(line) <= _LONGEST_HEADLINE


def _mark_following(lines: Sequence[str], kinds: list[LineKind]) -> None:
    """Short lines without a full stop after «read also» are headlines of other articles."""
    after = False
    for place, line in enumerate(lines):
        if _ANNOUNCES_OTHERS.fullmatch(line):
            after = True
        elif _ANNOUNCES_OTHERS.match(line) and (":" in line or "|" in line) and not _TERMINATED.search(line):
            kinds[place] = LineKind.OTHER_HEADLINE
        elif after and not _TERMINATED.search(line) and len(line) <= _LONGEST_HEADLINE:
            kinds[place] = LineKind.OTHER_HEADLINE if kinds[place] is LineKind.BODY else kinds[place]
        else:
            after = False


def _mark_headline(lines: Sequence[str], kinds: list[LineKind]) -> None:
    """The first lines of the article's own without a full stop are its headline and its dateline."""
    own = [place for place, kind in enumerate(kinds) if kind is LineKind.BODY]
    headline = False
    for place in own[:-1][:4]:
        line = lines[place]
        asks = line.endswith(("؟", "!")) and not headline
        if (_TERMINATED.search(line) and not asks) or len(line) > _LONGEST_HEADLINE:
            break
        if len(line) <= _LONGEST_DATELINE and headline and _OUTLET.fullmatch(line):
            kinds[place] = LineKind.DATELINE
        elif not headline:
            kinds[place], headline = LineKind.HEADLINE, True


def _mark_repeated(lines: Sequence[str], kinds: list[LineKind]) -> None:
    """A line that repeats an earlier one of the article states nothing anew."""
    seen: set[str] = set()
    for place, line in enumerate(lines):
        if kinds[place] is not LineKind.BODY:
            continue
        if line in seen:
            kinds[place] = LineKind.FURNITURE
        seen.add(line)

"""How news words an official's visit: verbs of coming, going and paying, and the visit as a noun."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern

if TYPE_CHECKING:
    from ..mentions.patterns import Pattern

_HONOURS: Final = r"(?:(?:فخامه|جلاله|سمو|صاحب السمو|صاحب الجلاله|صاحب الفخامه|معالي|دوله|سعاده|اخيه|نظيره|نظيرها|المضيف|المستشار|المستشاره|العاهل|السيد|السيده) )*"
WHO: Final = rf"{_HONOURS}(?P<who>{{O}}|{{N}})"
_WHERE: Final = r"(?:(?:ال)?(?:عاصمه|مدينه) (?:{A} )?)?(?P<where>{P}|{C})"


@cache
def visits() -> tuple[tuple[str, float, str | None, Pattern], ...]:
    """Give each wording with its name, how sure it is, and the status that it tells where the verb does not."""
    some = r"(?:[^.؛\ue000-\ue1ff\uf000-\uf1ff]|{D}){0,60}?"
    return (
        (
            "paid-a-visit",
            0.9,
            None,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>قام|قامت|ادي|ادت|اجري|اجرت) {WHO} ?،? ?{some}(?:ب)?زياره (?:[^.؛\ue000-\ue1ff]{{0,40}}? )?(?:الي|ل) ?{_WHERE})"
            ),
        ),
        (
            "who-is-paying-a-visit",
            0.82,
            "ongoing",
            pattern(
                rf"(?P<all>{WHO} ?،? (?:الذي|التي) (?P<verb>يقوم|تقوم|يجري|تجري|يودي|تودي) {some}(?:ب)?زياره (?:[^.؛\ue000-\ue1ff]{{0,40}}? )?(?:الي|ل) ?{_WHERE})"
            ),
        ),
        (
            "is-paying-a-visit",
            0.85,
            "ongoing",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>يقوم|تقوم) {WHO} ?،? ?{some}بزياره (?:[^.؛\ue000-\ue1ff]{{0,40}}? )?(?:الي|ل) ?{_WHERE})"
            ),
        ),
        (
            "began-or-ended-a-visit",
            0.85,
            None,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>بدا|بدات|شرع|شرعت|استهل|استهلت|اختتم|اختتمت|انهي|انهت|اجري|اجرت) {WHO} ?،? ?{some}(?:زياره|زيارته|زيارتها|جوله) (?:[^.؛\ue000-\ue1ff]{{0,40}}? )?(?:الي|ل) ?{_WHERE})"
            ),
        ),
        (
            "arrived-in",
            0.8,
            None,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>حل|حلت|نزل) {WHO} ?،? ?{some}(?:ب|في |علي ){_WHERE} {some}(?:في |ب)زياره(?: [\u0621-\u064a]+)?)"
            ),
        ),
        (
            "guest-of",
            0.78,
            None,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>حل|حلت|نزل|نزلت) {WHO} ?،? ?{some}ضيف(?:ا|ه) (?:رسمي(?:ا|ه) )?علي {_WHERE})"
            ),
        ),
        (
            "arrived-for-talks",
            0.76,
            None,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>وصل|وصلت) {WHO} ?،? ?{some}(?:الي )?{_WHERE}(?= (?:(?:[^.؛،\ue000-\ue1ff\uf000-\uf1ff]){{0,30}} )?(?:للقاء|لاجراء (?:محادثات|مباحثات)|لبحث|علي راس|تلبيه|في اطار جوله|ضمن جوله)))"
            ),
        ),
        (
            "the-visit-he-paid",
            0.82,
            None,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>(?:ال)?زياره) (?:(?:ال)?[\u0621-\u064a]+ه )?(?:التي )?(?:كان |كانت )?(?:قد )?(?:قام بها|قامت بها|اداها|ادتها|اجراها|اجرتها) {WHO} ?،? ?{some}(?:الي|ل) ?{_WHERE})"
            ),
        ),
        (
            "visits-now",
            0.75,
            "ongoing",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>يزور|تزور) {WHO} {_WHERE} (?:حاليا|الان|هذه الايام|منذ (?:امس|يومين|{{D}})|اليوم))"
            ),
        ),
        (
            "sets-out",
            0.78,
            "planned",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>س?(?:يتوجه|تتوجه|يصل|تصل|يسافر|تسافر)) {WHO} ?،? ?{some}(?:الي|ل) ?{_WHERE} ?،? {some}(?:في |ب)زياره(?: رسميه| دوله| عمل)?)"
            ),
        ),
        (
            "who-arrived",
            0.78,
            None,
            pattern(
                rf"(?P<all>{WHO} ?،? (?:قد )?(?P<verb>حل|حلت|نزل|وصل|وصلت) {some}(?:الي |ب|في |علي ){_WHERE} {some}(?:في |ب)زياره(?: [\u0621-\u064a]+)?)"
            ),
        ),
        (
            "subject-visits",
            0.75,
            None,
            pattern(rf"(?P<all>(?:^|: ?){WHO} (?P<verb>يزور|تزور) {_WHERE})"),
        ),
        (
            "visits-soon",
            0.75,
            "planned",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>يزور|تزور) {WHO} {_WHERE} (?=(?:في {{D}}|غدا|الاسبوع|الشهر|العام|{{D}}|قريبا|يوم|في وقت لاحق|(?:مطلع|اوايل|نهايه|اواخر|منتصف|بدايه|بعد|خلال) ?(?:{{D}}|(?:ال)?(?:اسبوع|شهر|عام)))))"
            ),
        ),
        (
            "visited",
            0.88,
            None,
            pattern(rf"(?P<all>{{w}}(?P<verb>زار|زارت) {WHO} (?:(?:رسميا|امس|اليوم|{{D}}) )*{_WHERE})"),
        ),
        (
            "arrived",
            0.8,
            None,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>وصل|وصلت) {WHO} ?،? ?{some}(?:الي )?{_WHERE} {some}(?:في |ب)زياره(?: رسميه| دوله)?)"
            ),
        ),
        (
            "during-the-visit-of",
            0.82,
            None,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>زياره) (?:(?:رسميه|دوله|عمل|تاريخيه) )?(?:قام بها |يقوم بها |اداها )?{WHO} (?:ال[\u0621-\u064a]{{3,}}ه |امس |اليوم |(?:في |يوم )?{{D}} ){{0,2}}(?:الي|ل) ?{_WHERE})"
            ),
        ),
        (
            "visit-to-it",
            0.78,
            None,
            pattern(
                rf"(?P<where>\"?[\ue000-\ue1ff]\"?)[^.؛\ue000-\ue1ff]{{2,70}}?{{b}}(?P<all>(?P<verb>زياره) (?:رسميه )?{WHO} (?:الرسميه |الاخيره )?(?:اليها|اليه){{e}})"
            ),
        ),
        (
            "his-visit",
            0.75,
            None,
            pattern(
                rf"(?P<all>{WHO} ?،? (?:[^.؛\ue000-\ue1ff]{{0,60}})?(?:خلال|اثناء|في (?:ختام|مستهل|بدايه|اطار|نهايه)|علي هامش|بمناسبه|عقب|لدي|مع (?:ختام|بدء|نهايه)) (?P<verb>زيارته|زيارتها) (?:ال[\u0621-\u064a]{{3,}}ه ){{0,2}}(?:الي|ل) ?{_WHERE})"
            ),
        ),
        (
            "left-for-a-visit",
            0.8,
            None,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>توجه|توجهت|سافر|سافرت|غادر|غادرت|انتقل|انتقلت|طار|عاد|عادت) {WHO} (?:{{P}} |{{C}} |بلاده |العاصمه {{C}} )?{some}(?:الي |ل){_WHERE} ?،? {some}(?:في |ب)زياره(?: رسميه| دوله| عمل)?)"
            ),
        ),
        (
            "begins-a-visit",
            0.78,
            "planned",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>يبدا|تبدا|يستهل|تستهل|يجري|تجري|يودي|تودي|يعتزم|تعتزم) {WHO} ?،? ?{some}زياره {some}(?:الي|ل) ?{_WHERE})"
            ),
        ),
        (
            "visited-by-subject",
            0.78,
            None,
            pattern(
                rf"(?P<all>{WHO} ?،? (?:الذي |التي )?(?:كان |كانت )?(?:قد )?(?P<verb>زار|زارت) (?:(?:رسميا|امس|اليوم|{{D}}) )*{_WHERE})"
            ),
        ),
        (
            "on-a-visit",
            0.75,
            None,
            pattern(
                rf"(?P<all>{WHO} ?،? (?:[^.؛\ue000-\ue1ff]{{0,40}}?)(?:الذي |التي )?(?P<verb>يزور|تزور|وصل|وصلت) (?:الي )?{_WHERE} (?:حاليا|في زياره|ضمن جوله))"
            ),
        ),
        *_further_visits(some),
        (
            "will-visit",
            0.78,
            "planned",
            pattern(
                rf"(?P<all>{{w}}(?P<verb>سيزور|ستزور|سيقوم|ستقوم) {WHO} ?،? ?{some}(?:بزياره (?:رسميه )?(?:الي|ل) ?)?{_WHERE})"
            ),
        ),
    )


def _further_visits(some: str) -> tuple[tuple[str, float, str | None, Pattern], ...]:
    """Visits by what ends them, by whom they bring somebody to, and by what they are the occasion of."""
    for_what = r"(?:لاجراء|للقاء|لبحث|لعقد|علي راس وفد|تلبيه لدعوه|بدعوه|في زياره|ضمن جوله|في اطار جوله|في مستهل جوله|في ثاني محطات|في اول محطات|محطته الاولي|اولي محطات)"
    return (
        ("left-after-a-visit", 0.78, None, pattern(rf"(?P<all>{{w}}(?P<verb>غادر|غادرت|ودع) {WHO} {_WHERE} (?:[^.؛]{{0,60}}? )?(?:بعد|عقب|في ختام|مختتما|مختتمه|منهيا) (?:ال)?زياره)")),
        ("left-the-capital-after-a-visit", 0.78, None, pattern(rf"(?P<all>{{w}}(?P<verb>غادر|غادرت) {WHO} (?:ال)?(?:عاصمه|اراضي) (?P<where>{{A}}) (?:[^.؛]{{0,60}}? )?(?:بعد|عقب|في ختام|مختتما|مختتمه|منهيا) (?:ال)?زياره)")),
        ("arrived-there", 0.78, None, pattern(rf"(?P<all>{{w}}(?P<verb>وصل|وصلت|حل|حلت) (?:الي |ب){_WHERE} ?،? (?:(?:مساء|صباح|ظهر|فجر|يوم|{{D}}|امس|اليوم) ){{0,2}}?،? ?{WHO} ?،? ?{some}(?:في |ب)زياره)")),
        ("as-a-guest", 0.78, None, pattern(rf"(?P<all>{{w}}(?P<verb>حل|حلت|نزل|نزلت) {WHO} ?،? ?{some}(?:ب|في |علي ){_WHERE} (?:[^.؛\ue000-\ue1ff]{{0,40}}? )?ضيف(?:ا|ه))")),
        ("set-out-for-talks", 0.75, None, pattern(rf"(?P<all>{{w}}(?P<verb>توجه|توجهت|سافر|سافرت|انتقل|انتقلت|طار|وصل|وصلت) {WHO} ?،? ?{some}(?:الي |ل)?{_WHERE}(?= ?،? ?(?:[^.؛،\ue000-\ue1ff]{{0,20}} )?{for_what}))")),
        ("his-visit-to", 0.75, None, pattern(rf"(?P<all>{WHO} ?،? (?:[^.؛]{{0,60}})?(?:خلال|اثناء|في (?:ختام|مستهل|بدايه|اطار|نهايه)|علي هامش|بمناسبه|عقب|لدي|مع (?:ختام|بدء|نهايه)) (?P<verb>زيارته|زيارتها|زياره له|زياره لها) (?:ال[\u0621-\u064a]{{3,}}ه ){{0,2}}(?:الي |ل)?{_WHERE})")),
        ("visited-for-the-first-time", 0.8, None, pattern(rf"(?P<all>{{w}}(?P<verb>زار|زارت) {WHO} (?:(?:في|يوم|خلال) ?{{D}} |للمره (?:الاولي|الثانيه) |بعد ذلك |لاحقا |سرا |فجاه ){{1,2}}{_WHERE})")),
        ("made-a-visit", 0.8, None, pattern(rf"(?P<all>{{w}}(?P<verb>قام|قامت|ادي|ادت|اجري|اجرت) {WHO} ?،? ?{some}(?:ب)?(?:زياره|جوله) (?:[^.؛]{{0,40}}? )?(?:شملت|زار خلالها|زارت خلالها|قادته الي|قادتها الي|الي كل من|ل) ?(?:كلا من |كل من )?{_WHERE})")),
        ("that-made-a-tour", 0.78, None, pattern(rf"(?P<all>{WHO} ?،? (?:قد )?(?P<verb>قام|قامت|اجري|اجرت) {some}ب?(?:جوله|زياره) (?:[^.؛\ue000-\ue1ff]{{0,40}}? )?(?:شملت|زار خلالها|زارت خلالها|قادته الي|قادتها الي) (?:كلا من |كل من )?{_WHERE})")),
        ("came-home-after-a-visit", 0.78, None, pattern(rf"(?P<all>{{w}}(?P<verb>عاد|عادت|رجع|قفل عايدا) {WHO} (?:[^.؛]{{0,40}}? )?(?:بعد|عقب|في ختام|مختتما|مختتمه|منهيا) (?:ال)?زياره (?:[^.؛\ue000-\ue1ff]{{0,30}}? )?(?:الي |ل){_WHERE})")),
        ("after-his-visit", 0.75, None, pattern(rf"(?P<all>{{w}}(?:خلال|اثناء|عقب|بعد انتهاء|في ختام|علي هامش) (?P<verb>زيارته|زيارتها) (?:ال[\u0621-\u064a]{{3,}}ه ){{0,2}}(?:الي |ل) ?{_WHERE}(?: (?:في )?{{D}})? ?، (?:انتقل|انتقلت|توجه|توجهت) {WHO})")),
        ("his-visit-began", 0.78, None, pattern(rf"(?P<all>{{w}}(?P<verb>بدات|انتهت|اختتمت|جرت|استغرقت|تمت) (?:ال)?زياره {WHO} (?:ال[\u0621-\u064a]{{3,}}ه ){{0,2}}(?:الي|ل) ?{_WHERE})")),
    )  # fmt: skip

"""How news words that a polity joins an organization or belongs to it: verbs, what it is counted as, and lists of members."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern

if TYPE_CHECKING:
    from ..mentions.patterns import Pattern


@cache
def joinings() -> tuple[tuple[str, float, Pattern], ...]:
    """Give each wording with its name and how sure it is."""
    return (
        (
            "joined",
            0.88,
            pattern(
                r"(?P<all>{w}(?P<verb>انضمت|انضم|انضمتا) (?P<who>{P}) (?:[^.؛\ue400-\ue5ff]{0,40}? )?الي (?:(?:منظمه|مجموعه|تكتل|رابطه|حلف|تجمع|كتله|صفوف) )?\"?(?P<what>{R})\"?)"
            ),
        ),
        (
            "became-member",
            0.88,
            pattern(
                r"(?P<all>(?:{w}(?P<verb>اصبحت|اصبح|باتت|بات|غدت|غدا|صارت|صار|تصبح) )?(?P<who>{P}) (?:(?:تصبح|اصبحت|اصبح) )?(?:، ?)?(?:{D} ?،? ?)?(?:رسميا ?،? )?(?:عضوا|العضو|الدوله)(?: ال[\u0621-\u064a0-9]+(?: عشره?)?| رقم \d+| كاملا| كامل العضويه| كامله العضويه| و[\u0621-\u064a]+| \d+)* (?:في|ب) ?(?:(?:منظمه|مجموعه|تكتل|رابطه|حلف|تجمع|كتله) )?\"?(?P<what>{R})\"?)"
            ),
        ),
        *_further_joinings(),
        (
            "comprises-states",
            0.82,
            pattern(
                r"(?P<all>\"?(?P<what>{R})\"?[^.؛\ue400-\ue5ff]{0,60}? و?(?P<verb>يضم|تضم)(?: في (?:عضويته|عضويتها))? (?:[\u0621-\u064a]+ )?(?:دول|بلدان|اعضاء|دوله|عضوا) (?:هي|هم|هما) ?:? ?(?P<who>{P}))"
            ),
        ),
        (
            "of-the-members",
            0.8,
            pattern(
                r"(?P<all>(?:دولتين|دول|دوله|بلدين|بلدان|بلد|اعضاء|عضوين) (?P<verb>من|في) \"?(?P<what>{R})\"? (?:[^.؛،\ue000-\uf8ff]{0,40} )?(?:هما|هي|هو|هم) (?P<who>{P}))"
            ),
        ),
        (
            "entered",
            0.8,
            pattern(
                r"(?P<all>{w}(?P<verb>دخلت|دخل|التحقت|التحق|انتسبت|انتسب) (?P<who>{P}) (?:[^.؛،\ue000-\uf8ff]{0,20} )?(?:الي |ب)?(?:عضويه )?\"?(?P<what>{R})\"?)"
            ),
        ),
        (
            "joined-after-subject",
            0.82,
            pattern(
                r"(?P<all>(?P<who>{P}) ?،? (?:التي |الذي )?(?:كانت |كان )?(?:قد )?(?P<verb>انضمت|انضم|انضمتا|انضما|دخلت|التحقت|التحق) (?:[^.؛،\ue000-\uf8ff]{0,20} )?(?:الي |ب)(?:عضويه )?\"?(?P<what>{R})\"?)"
            ),
        ),
        (
            "member-in-brackets",
            0.8,
            pattern(
                r"(?P<all>(?P<who>{P}) ?[،(] ?(?:و)?(?:هي |هو )?(?:ال)?(?P<verb>عضو|عضوه|دوله عضو) (?:في )?\"?(?P<what>{R})\"?)"
            ),
        ),
        (
            "comprises",
            0.85,
            pattern(
                r"(?P<all>\"?(?P<what>{R}|{P})\"? ?،? (?:الذي|التي) (?P<verb>يضم|تضم) (?:كلا من |كل من )?(?P<who>{P}))"
            ),
        ),
        (
            "comprises-verb-first",
            0.84,
            pattern(
                r"(?P<all>{w}(?P<verb>يضم|تضم) \"?(?P<what>{R})\"? (?:كلا من |كل من |في عضويته |في عضويتها )?(?P<who>{P}))"
            ),
        ),
        (
            "members-listed",
            0.82,
            pattern(
                r"(?P<all>(?P<verb>دول|اعضاء) \"?(?P<what>{R})\"?(?: (?:الست|السته|الخمس|الاربع|الثلاث|السبع|الدايمه|الدايمين))? ?[:(] ?(?:وهي )?(?P<who>{P}))"
            ),
        ),
        (
            "was-admitted",
            0.82,
            pattern(
                r"(?P<all>{w}(?P<verb>قبلت|قبل|اقرت|اقر|منحت|منح) \"?(?P<what>{R})\"? (?:ب|رسميا )?(?:عضويه|انضمام|قبول) (?P<who>{P}))"
            ),
        ),
        (
            "member-states",
            0.8,
            pattern(r"(?P<all>(?P<who>{P}) ?،? (?P<verb>العضو|العضوان|الاعضاء|العضوتان) في \"?(?P<what>{R})\"?)"),
        ),
    )


_MANY: Final = r"(?: (?:موسسا?|دايما?|فاعلا?|نشطا?|كاملا?|اصيلا?|كامل العضويه|كامله العضويه|غير دايم|موسسه|فاعله|دايمه|بارزا?|اساسيا?))*"
_SOME: Final = r"(?:منظمه |مجموعه |تكتل |رابطه )?\"?(?P<what>{R})\"?"


def _further_joinings() -> tuple[tuple[str, float, Pattern], ...]:
    """Memberships by the state of being a member, by the seat that is won or won back, and by verbal nouns."""
    lead = r"(?:بعد|منذ|عقب|اثر|غداه|مع|رغم|بفضل|نتيجه|تاريخ|اعقب|تلا|ادي|جاء|شكل|مثل|اثار)"
    return (
        (
            "is-member",
            0.8,
            pattern(
                rf"(?P<all>(?P<who>{{P}}) ?(?:، )?(?:هي |هو |وهي |وهو )?(?P<verb>عضو|عضوه|عضوان|اعضاء|دوله عضو|بلد عضو){_MANY} (?:في|ب) ?{_SOME})"
            ),
        ),
        (
            "counts-as-member",
            0.8,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>تعد|يعد|تعتبر|يعتبر|كانت|كان|ظلت|ظل|بقيت|بقي|انتخبت|انتخب|قبلت|قبل) (?P<who>{{P}}) (?:رسميا )?(?:عضوا|دوله عضوا){_MANY} (?:في|ب) ?{_SOME})"
            ),
        ),
        (
            "won-membership",
            0.82,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>نالت|نال|حصلت|حصل|حازت|حاز|كسبت|كسب|اكتسبت|اكتسب|استعادت|استعاد|استردت|منحت|منح) (?P<who>{{P}}) (?:رسميا )?(?:علي )?(?:ال)?عضوي(?:ه|تها|ته)(?: الكامله| كامله)? (?:(?:في|ب) ?)?{_SOME})"
            ),
        ),
        (
            "returned",
            0.78,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>عادت|عاد) (?P<who>{{P}}) (?:رسميا |مجددا )?الي (?:حضن |صفوف |عضويه |كنف |اسره |مقعدها في |مقعده في |حظيره )+{_SOME})"
            ),
        ),
        (
            "returned-to-club",
            0.76,
            pattern(rf"(?P<all>{{w}}(?P<verb>عادت|عاد) (?P<who>{{P}}) (?:رسميا |مجددا )?الي {_SOME})"),
        ),
        (
            "that-returned-to-club",
            0.76,
            pattern(
                rf"(?P<all>(?P<who>{{P}}) (?:قد )?(?P<verb>عاد|عادت|يعود|تعود) (?:رسميا |مجددا )?الي (?:(?:حضن|صفوف|عضويه|كنف|اسره|مقعدها في|مقعده في) )*{_SOME})"
            ),
        ),
        (
            "belongs",
            0.8,
            pattern(rf"(?P<all>{{w}}(?P<verb>تنتمي|ينتمي|تنضوي|ينضوي) (?P<who>{{P}}) (?:الي|في|تحت|ضمن) {_SOME})"),
        ),
        (
            "joined-by-noun",
            0.78,
            pattern(
                rf"(?P<all>{{w}}(?:{lead} |ب)(?P<verb>انضمام|التحاق|دخول|انتساب|عوده) (?P<who>{{P}}) (?:رسميا |الرسمي )?(?:الي |ب)(?:عضويه |صفوف )?{_SOME})"
            ),
        ),
        (
            "joining-by-the-organization",
            0.8,
            pattern(
                rf"(?P<all>{{w}}(?P<verb>ضمت|ضم|استقبلت|استقبل) {_SOME} (?:رسميا )?(?:الي عضويت(?:ه|ها) )?(?P<who>{{P}})(?: عضوا| الي عضويت(?:ه|ها)))"
            ),
        ),
    )

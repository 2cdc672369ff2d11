"""Further wordings of recognition and of independence: by nouns and adjectives, in the passive, by exception, and in what is decreed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern

if TYPE_CHECKING:
    from ..mentions.patterns import Pattern

_OVER: Final = r"(?!\"?[\ue000-\ue1ff]\"?\s+علي )"
_WHO: Final = r"(?:كل من |كلا من |حكومه )?\"?(?P<who>{P}|{G}|{O}|{B})\"?"
_WHOM: Final = (
    rf"(?:استقلال |دوله |جمهوريه |جمهوريتي |سياده |اقليم |منطقتي |اقليمي )*{_OVER}\"?(?P<whom>{{P}}|{{G}})\"?"
)
_FEW: Final = r"(?:[^.؛\ue000-\ue1ff]{0,40}? )?"
_TOLD: Final = r"(?:شكل|مثل|جاء|كان|اثار|ادي|اعقب|تلا|شهد|عد|مهد|توالي|سبق|دشن|بعد|منذ|عقب|اثر|رغم|يوم|غداه|في اعقاب|نتيجه|بفضل|ذكري|علي خلفيه)"


@cache
def further_recognitions() -> tuple[tuple[str, float, Pattern], ...]:
    """Give each wording with its name and how sure it is."""
    return (
        ("recognition-done", 0.8, pattern(rf"(?P<all>{{w}}(?:تم|جري) (?P<verb>(?:ال)?اعتراف) (?:رسميا )?ب{_WHOM} {_FEW}(?:من (?:قبل|جانب|طرف|لدن)) {_WHO})(?P<from>)")),
        ("was-recognized-by", 0.8, pattern(rf"(?P<all>{{w}}(?P<verb>اعترف) (?:رسميا )?ب{_WHOM} (?:رسميا )?(?:من (?:قبل|جانب|طرف|لدن)) {_WHO})(?P<from>)")),
        ("told-recognition", 0.76, pattern(rf"(?P<all>{{w}}{_TOLD} (?:قرار |اعلان |هذا )?(?P<verb>اعتراف) \"?(?P<who>{{P}})\"? (?:الرسمي |رسميا |الكامل )?ب{_WHOM})(?P<from>)")),
        ("recognition-by-adjective", 0.76, pattern(rf"(?P<all>{{w}}{_TOLD} (?P<verb>(?:ال)?اعتراف) (?P<who>{{A}}) (?:الرسمي |الكامل )?ب{_WHOM})(?P<from>)")),
        ("by-exception-before", 0.8, pattern(rf"(?P<all>{{w}}(?:باستثناء|عدا|ما عدا|فيما عدا|خلا) (?P<who>{{P}}) ?،? {_FEW}(?P<verb>(?:لا|لم) (?:تعترف|يعترف)) [^.؛\ue000-\ue1ff]{{0,40}}?ب{_WHOM})(?P<from>)")),
        ("first-who-recognized", 0.8, pattern(rf"(?P<all>(?P<who>{{P}}) ?،? (?:(?:هي|هو|التي|الذي|كانت|كان|باتت|بذلك) )*(?:من )?(?:اول|اوايل|ثاني|ثالث|اخر) من (?P<verb>اعترف|يعترف) (?:رسميا )?ب{_WHOM})(?P<from>)")),
        ("went-on-to-recognize", 0.78, pattern(rf"(?P<all>{{w}}(?P<verb>قام|قامت|عمد|عمدت|مضت|مضي|خلصت|انتهت) {_WHO} ?،? (?:[^.؛\ue000-\ue1ff]{{0,60}}? )?(?:ب|الي |في )?الاعتراف (?:رسميا )?ب{_WHOM})(?P<from>)")),
        ("admitted-independence", 0.78, pattern(r"(?P<all>{w}(?P<verb>اقرت|اقر|سلمت|سلم) " + _WHO + r" (?:[^.؛\ue000-\ue1ff]{0,30}? )?باستقلال (?P<whom>{P}))(?: (?:عن|من) (?P<from>{P}))?")),
        ("goes-on-recognizing", 0.74, pattern(rf"(?P<all>{{w}}(?P<verb>ظلت|ظل|بقيت|بقي|تواصل|يواصل) (?P<who>{{P}}) (?:تعترف |يعترف |الاعتراف )ب{_WHOM})(?P<from>)")),
        ("mutual-letters", 0.82, pattern(r"(?P<all>{w}(?P<verb>تبادلت|تبادل|تبادلتا|تبادلا) (?P<who>{P}|{G}|{R}) (?:رسايل |وثايق |مذكرات |رسالتي |بياني )?(?P<mutual>(?:ال)?اعتراف)(?: المتبادل| الدبلوماسي| الرسمي)?)(?P<from>)")),
        ("each-other", 0.8, pattern(r"(?P<all>(?P<who>{P}|{G}) (?P<verb>تعترفان|يعترفان|اعترفتا|اعترفا) (?P<mutual>ببعضهما|احداهما بالاخري|احدهما بالاخر|كل منهما بالاخر|كل منهما بالاخري))(?P<from>)")),
        ("recognized-each-other", 0.8, pattern(r"(?P<all>{w}(?P<verb>اعترفت|اعترف) (?P<who>{P}|{G}) (?P<mutual>ببعضهما|احداهما بالاخري|احدهما بالاخر|كل منهما بالاخر|كل منهما بالاخري|بعضها ببعض))(?P<from>)")),
    )  # fmt: skip


@cache
def further_separations() -> tuple[Pattern, ...]:
    """Give wordings of declared independence: by a parliament, by a noun, and of whom no more is said than that they are declared."""
    own = r"(?:الاقليم|البلاد|بلاده|بلادها|الجمهوريه|الجزيره|المنطقه)"
    alone = r"(?P<alone>(?: ?،)? من (?:جانب|طرف) واحد)?"
    return (
        pattern(rf"(?P<all>{{w}}(?P<verb>اعلن|اعلنت|اقر|تبني|صوت) (?P<who>{{B}}|{{O}}) (?:[^.؛،\ue000-\uf8ff]{{0,25}} )?(?:علي |بيان |لصالح )?(?:ان?فصال|استقلال) {own}(?: (?:عن|من) (?P<from>{{P}}))?{alone})"),
        pattern(rf"(?P<all>{{w}}(?:منذ|بعد|عقب|اثر|غداه|يوم|عند|ذكري|رغم) (?P<verb>اعلان) (?:استقلال|انفصال) (?P<who>{{P}})(?: (?:عن|من) (?P<from>{{P}}))?{alone})"),
        pattern(rf"(?P<all>{{w}}(?:منذ|بعد|عقب|اثر|غداه|يوم|عند|رغم) (?P<verb>اعلان) (?P<who>{{P}}) (?:استقلالها|استقلاله|انفصالها|انفصاله)(?: (?:عن|من) (?P<from>{{P}}))?{alone})"),
        pattern(r"(?P<all>(?P<who>{P})\"? ?،? (?:التي|الذي) (?P<verb>اعلنت|اعلن)(?P<alone> من (?:جانب|طرف) واحد)(?P<from>))"),
        pattern(rf"(?P<all>{{w}}(?P<verb>اعلنت|اعلن) (?P<who>{{P}}) (?:رسميا )?استعاده (?:استقلالها|استقلاله)(?: (?:عن|من) (?P<from>{{P}}))?{alone})"),
    )  # fmt: skip


@cache
def quests() -> tuple[Pattern, ...]:
    """Give wordings of a quest for independence in which the verb comes first."""
    verb = r"(?P<verb>تسعي|يسعي|سعت|سعي|تطالب|يطالب|طالبت|طالب|تناضل|ناضلت|ناضل|كافحت|كافح|تكافح)"
    return (
        pattern(rf"(?P<all>{{w}}{verb} (?P<who>{{P}})(?P<with>) (?:الي |ب|من اجل |في سبيل |لاجل )(?:ال)?(?:استقلال|انفصال)(?:ها|ه)? (?:عن|من) (?P<from>{{P}}))"),
        pattern(rf"(?P<all>(?P<who>{{P}})(?P<with>) ?،? (?:التي |الذي )?(?:كانت |كان )?{verb} (?:ب|من اجل |في سبيل |لاجل )(?:ال)?(?:استقلال|انفصال)(?:ها|ه)? (?:عن|من) (?P<from>{{P}}))"),
    )  # fmt: skip

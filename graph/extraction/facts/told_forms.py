"""Wordings of speech beside a verb and «أن»: in timelines and headlines, what is named or held to be, what somebody else had said."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .modality import tells_in_the_present
from .speech_words import SOURCE, SPEAKERS
from .utterances import Form, Utterance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .context import Sentence

_REST: Final = r"(?P<gist>[^؛]+)"
_MEANT: Final = (
    r"(?P<gist>(?:نيته|نيتها|نيتهما|عزمه|عزمها|عزمهما|اعتزامه|اعتزامها|استعداده|استعدادها|رغبته|رغبتها) [^؛]+)"
)
_DAY: Final = r"(?: ?،? ?(?:في |يوم )?{D} ?،? ?)?"
_DEED: Final = r"(?:توصل|بدء|انتهاء|وقف|فتح|اقامه|قيام|استيناف|اتمام|استكمال|وجود|حصول|سقوط|مقتل|وصول|عوده)"


def told_in(sentence: Sentence) -> Iterator[Utterance]:
    """Go through what is said in a sentence by these wordings."""
    text = sentence.text
    first = _to_an_outlet() if sentence.place == 0 else ()
    for form in (*first, *(_of_the_day() if tells_in_the_present(sentence) else ()), *_plain()):
        yield from (form.utterance(match) for match in form.found.finditer(text))


INTERVIEW: Final = "to-an-outlet"
_ROLE: Final = r"(?:استاذه?|خبيره?|باحثه?|محلله?|مورخه?|محاميه?|قاضيه?|دبلوماسيه?|اكاديميه?|مسووله?|مستشاره?|نايبه?)(?: (?:في |ب|ل)?[\u0621-\u064a]+[\ue200-\ue3ff]?| [\ue200-\ue3ff]){0,4}?"


@cache
def _to_an_outlet() -> tuple[Form, ...]:
    """Whoever is interviewed, as the headline names him: «وزير الخارجية الكيني لـ«الصحيفة»: …»."""
    return (
        Form(INTERVIEW, "", pattern(rf"^\"?(?P<who>{{O}}|{{N}}|{_ROLE})\"? (?P<verb>)(?:ل|في حوار مع |في حديث ل|في مقابله مع |في حوار ل) ?(?:\"[^\"]{{2,25}}\"|{{R}}) ?: ?{_REST}"), 0.75),
    )  # fmt: skip


@cache
def _of_the_day() -> tuple[Form, ...]:
    who = rf"\"?(?P<who>{SPEAKERS})\"?"
    return (
        Form("means-now", "IntentionStatement", pattern(rf"{who} (?P<verb>[يت](?:علن|وكد|بدي|كشف)(?:ان|ون)?) (?:عن )?{_MEANT}"), 0.74),
        Form("announces-now", "Claim", pattern(rf"\"?(?P<who>{{O}}|{{N}})\"? (?P<verb>[يت](?:علن|وكد)) (?:عن )?(?P<gist>{_DEED} [^؛]+)"), 0.7),
        Form("on-the-day", "", pattern(rf"^[-•\s]*(?:في )?{{D}} ?[:–-] ?\"?(?P<who>{{O}}|{{N}})\"? ?(?P<verb>): ?{_REST}"), 0.74),
    )  # fmt: skip


@cache
def _plain() -> tuple[Form, ...]:
    who = rf"\"?(?P<who>{SPEAKERS}|{SOURCE})\"?"
    return (
        Form("he-hoped", "HopeStatement", pattern(rf"^[وف]?(?P<verb>اعربت?|عبرت?|ابدي|ابدت) (?:عن )?(?:امله|املها|رجايه|رجايها|تطلعه|تطلعها) (?:ب|في |الي )?{_REST}"), 0.74),
        Form("informed", "", pattern(rf"^[^.؛:\ue000-\uf8ff]{{0,14}}\"?(?P<who>{SPEAKERS})\"? [^.؛:]{{0,110}}? ?،? (?:ثم |و)(?P<verb>ابلغت?|اخطرت?|اشعرت?|اخبرت?) \"?[\ue000-\ue1ff\ue400-\ue7ff][^.؛:]{{0,50}}? (?P<that>ب?ان(?:ها|ه|هما)) {_REST}"), 0.74),
        Form("named-it", "Evaluation", pattern(rf"{{w}}(?P<verb>سمي|سمت|اسمي|اسمت|يسمي|تسمي) {who} (?P<gist>ما [^؛\"]{{4,80}}\"[^\"]+\")"), 0.74),
        Form("as-for-him", "Evaluation", pattern(rf"{{b}}اما \"?(?P<who>{SPEAKERS})\"? ف(?P<verb>[يت](?:عد|عتبر|ري|جد)|عد|اعتبر) (?P<gist>(?!ان)[^؛]+)"), 0.74),
        Form("recalled", "", pattern(rf"{{w}}(?P<verb>ذكر|ذكرت|استشهد|استشهدت|استعاد) بما (?:قاله|قالته|اعلنه|اعلنته|صرح به|صرحت به) {who}[^.؛]{{0,40}}? (?:من )?ان(?:ه|ها)? {_REST}"), 0.74),
        Form("had-confirmed", "Claim", pattern(rf"\"?(?P<who>{{O}}|{{N}}|{{B}})\"? (?:كان |كانت )?قد (?P<verb>اكد|اكدت|نفي|نفت|اعلن|اعلنت){_DAY} (?P<gist>{_DEED} [^؛]+)"), 0.72),
    )  # fmt: skip

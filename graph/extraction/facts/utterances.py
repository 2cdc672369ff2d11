"""What somebody says, as it is found in a sentence; and the wordings that are read each by a pattern of its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.skeleton import pattern
from .speech_words import ADVERB, AGAIN, GAP, HONOUR, SOURCE, SPEAKERS, TITLED

if TYPE_CHECKING:
    import re

    from ..mentions.patterns import Pattern

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Utterance:
    """Somebody's words in a sentence, by places of the skeleton: the verb, who speaks, what he says, who passes it on."""

    name: str
    kind: str
    confidence: float
    whole: Place
    verb: Place
    gist: Place
    who: Place | None = None
    relay: Place | None = None
    accused: Place | None = None
    that: str = ""
    mood: str = ""

    @property
    def begin(self) -> int:
        """Where it begins: at the verb, the speaker, the one who passes it on, or the words where they stand first."""
        places = [each[0] for each in (self.verb, self.who, self.relay) if each is not None]
        first = min(places) if self.verb[1] > self.verb[0] else self.gist[0]
        return min(first, self.gist[0])

    @property
    def end(self) -> int:
        """Where it ends at the earliest: with whoever speaks."""
        return max(self.verb[1], self.who[1] if self.who else 0)


@dataclass(frozen=True, slots=True)
class Form:
    """A wording: its name, the kind of statement, the pattern and how sure it is."""

    name: str
    kind: str
    found: Pattern
    confidence: float = 0.8
    mood: str = ""

    def utterance(self, match: re.Match[str]) -> Utterance:
        """Give what a match of the pattern says."""
        groups = match.groupdict()
        places = {name: match.span(name) for name, words in groups.items() if words}
        return Utterance(
            self.name,
            self.kind,
            self.confidence,
            match.span(),
            match.span("verb"),
            match.span("gist"),
            places.get("who"),
            places.get("relay") or places.get("relay2"),
            places.get("accused"),
            groups.get("that") or "",
            mood=self.mood,
        )


LEAD: Final = rf"{GAP} ?،? ?"
WHO: Final = rf"{TITLED}{HONOUR}\"?(?P<who>{SPEAKERS}|{SOURCE}|{AGAIN})\"?"
_WHEN: Final = rf"(?: ?،? ?(?:(?:في|يوم|خلال|منذ) )?(?:{{D}}|{ADVERB}))* ?،? ?"
_REST: Final = r"(?P<gist>[^؛]+)"
_HOPE: Final = r"(?:امله|املها|املهما|امله العميق|تطلعه|تطلعها|رجايه|رجاءه|رجايها|رغبته|رغبتها|رغبتهما|امنيته|امل بلاده|امل بلادها|تفاوله|تفاولها)"
_TRUST: Final = r"(?:ثقته|ثقتها|ثقتهما|قناعته|قناعتها|يقينه|اعتقاده|اعتقادها|ايمانه)"
_FELT: Final = r"(?:بالغ |عميق |عن )?(?:اسفها|اسفه|قلقها|قلقه|ارتياحها|ارتياحه|رفضها|رفضه|دعمها|دعمه|تاييدها|تاييده|ترحيبها|ترحيبه|ادانتها|ادانته|استنكارها|استنكاره|قلقهما|معارضتها|معارضته|تحفظها|تحفظه|استعدادها|استعداده|استغرابها|استغرابه|تقديره|تقديرها|امتنانه|امتنانها|تضامنه|تضامنها)"
_SHOW: Final = r"(?:اعرب|اعربت|عبر|عبرت|ابدي|ابدت|اعربا|عبرا|يعرب|تعرب|يبدي|تبدي)"


@cache
def forms() -> tuple[Form, ...]:
    """Give the wordings, the most telling first."""
    return (*_of_meaning(), *_of_feeling(), *_of_accusing(), *_of_judging(), *_of_passing_on())


@cache
def later_forms() -> tuple[Form, ...]:
    """Give the wordings that are read after all others, as they go on with what somebody has begun to say."""
    claimed = r"(?:كما (?:قال|قالت|يقول|تقول|ذكر|ذكرت|اكد|اكدت|اوضح|اوضحت|صرح|افاد)|علي حد (?:قول|تعبير|وصف)|(?:بحسب|حسب|وفق)(?: ما (?:قال|قالت|ذكر|ذكرت|اعلن|اعلنت|صرح|صرحت|افاد|افادت|اكد|اكدت|نقل)(?: به)?)?|حسبما (?:قال|ذكر|افاد|اعلن)ت?|(?:علي|وفق|بحسب|حسب) ما (?:اعلن|ذكر|افاد|اكد|قال|صرح|اوضح)(?:ت|ه|ته)?(?: به)?|هكذا (?:رد|اكد|قال|اجاب|علق|اعلن|صرح)ت?|وفقا ل|نقلا عن)"
    return (
        Form("we-hope", "HopeStatement", pattern(r"(?P<verb>)(?P<gist>(?<=[\s،و])نامل (?:ان|في) [^.؛\"]+)"), 0.75),
        Form("and-ready-to", "Commitment", pattern(r"(?P<verb>)(?P<gist>(?<=[\s،و])(?:مستعده?|علي استعداد) ل[^.؛]+)"), 0.7),
        Form("according-to", "", pattern(rf"^ ?[وف]?(?P<verb>بحسب|حسب|وفق|وفقا ل|نقلا عن) ?(?:ل|ال)?(?P<who>{SOURCE}|{{O}}|{{N}}|{{B}}) ?،? ?(?:فان(?:ه|ها)? )?(?P<gist>[^؛:]{{9,}})"), 0.66),
        Form("as-he-said", "", pattern(rf"^(?P<gist>[^؛:\"]{{25,}}?) ?، (?P<verb>{claimed}) ?(?:ل|ال)?(?P<who>{SOURCE}|{{O}}|{{N}}|{{B}})(?= ?[.،؛]| ?$| (?:في|علي|خلال|عبر|ردا) )"), 0.66),
    )  # fmt: skip


def _of_meaning() -> tuple[Form, ...]:
    will = r"(?P<gist>(?:نيته|نيتها|نيتهما|عزمه|عزمها|عزمهما|اعتزامه|اعتزامها|استعداده|استعدادها|استعدادهما|رغبته|رغبتها|(?:نيه|عزم|اعتزام|رغبه) (?:ادارت|حكومت|بلاد)(?:ه|ها)) [^؛]+)"
    told = r"(?P<verb>اعلن|اعلنت|اعلنا|اكد|اكدت|ابدي|ابدت|جدد|جددت|كشف|كشفت)"
    tied = r"(?P<verb>ربط|ربطت|رهن|رهنت|يربط|تربط|اشترط|اشترطت|يشترط|تشترط)"
    return (
        Form("means-to", "IntentionStatement", pattern(rf"{{w}}{told} {WHO}{LEAD} ?(?:عن )?{will}"), 0.74),
        Form("speaker-means-to", "IntentionStatement", pattern(rf"{WHO}{LEAD}(?:كان |كانت )?(?:قد )?[وف]?{told}(?: (?:في |يوم )?{{D}})? (?:عن )?{will}"), 0.72),
        Form("tied-to", "Claim", pattern(rf"{{w}}{tied} {WHO} (?P<gist>(?!علاق|صداق|حدود|روابط|اتفاق|{{I}})[^؛،]{{3,80}}? (?:ب|علي )[^؛،]+)"), 0.72, "conditionalModality"),
        Form("speaker-tied-to", "Claim", pattern(rf"{WHO} [وف]?{tied} (?P<gist>(?!علاق|صداق|حدود|روابط|اتفاق|{{I}})[^؛،]{{3,80}}? (?:ب|علي )[^؛،]+)"), 0.7, "conditionalModality"),
    )  # fmt: skip


def _of_feeling() -> tuple[Form, ...]:
    return (
        Form("hoped", "HopeStatement", pattern(rf"{{w}}(?P<verb>{_SHOW}) {WHO}{LEAD} (?:عن )?{_HOPE} (?:ب|في |الي )?{_REST}")),
        Form("speaker-hoped", "HopeStatement", pattern(rf"{WHO}{LEAD}(?:كان |كانت )?(?:قد )?(?P<verb>{_SHOW})(?: {{D}})? (?:عن )?{_HOPE} (?:ب|في |الي )?{_REST}"), 0.75),
        Form("hopes-for", "HopeStatement", pattern(rf"{{w}}(?P<verb>يامل|تامل|ياملون|تاملان|ياملان|[يت]تطلع) {WHO} (?:في|الي) (?P<gist>(?!ان )(?:ال)?[\u0621-\u064a]{{4,}} [^؛]+)"), 0.72),
        Form("hopes", "HopeStatement", pattern(rf"{{w}}(?P<verb>يامل|تامل|امل|املت|تمني|تمنت|يتمني|تتمني) {WHO}{LEAD} (?:ب|في )?(?=ان |الا |ال|\"){_REST}"), 0.7),
        Form("expressing-hope", "HopeStatement", pattern(rf"{{b}}و?(?P<verb>معربا|معربه|معبرا|معبره|مبديا|مبديه) (?:عن )?{_HOPE} (?:ب|في |الي )?{_REST}"), 0.78),
        Form("trusts", "Prediction", pattern(rf"{{w}}(?P<verb>{_SHOW}) {WHO}{LEAD} (?:عن )?{_TRUST} (?:ب|في |من )?(?:ان{{e}} ?)?{_REST}"), 0.72),
        Form("trusting", "Prediction", pattern(rf"{{b}}و?(?P<verb>معربا|معربه|معبرا|معبره|مبديا|مبديه) (?:عن )?{_TRUST} (?:ب|في |من )?(?:ان{{e}} ?)?{_REST}"), 0.72),
    )  # fmt: skip


def _of_accusing() -> tuple[Form, ...]:
    accuse = r"(?P<verb>اتهم|اتهمت|يتهم|تتهم|اتهما)"
    breach = r"\"?(?:خرقا|انتهاكا|خيانه|عدوانا|استفزازا|تنصلا|نقضا|اخلالا|ابتزازا|مخالفه)"
    return (
        Form("accused", "Accusation", pattern(rf"{{w}}{accuse} {WHO}{_WHEN} ?(?P<accused>{SPEAKERS}|{{A}}) ب(?:ان(?:ه|ها) )?{_REST}"), 0.85),
        Form("speaker-accused", "Accusation", pattern(rf"{WHO}{LEAD}(?:قد )?{accuse} (?P<accused>{SPEAKERS}|{{A}}) ب(?:ان(?:ه|ها) )?{_REST}"), 0.8),
        Form("accusing", "Accusation", pattern(rf"{{b}}و?(?P<verb>متهما|متهمه|متهمين) (?P<accused>{SPEAKERS}|{{A}}) ب(?:ان(?:ه|ها) )?{_REST}"), 0.8),
        Form("held-against", "Accusation", pattern(rf"{{w}}(?P<verb>اخذ|اخذت|ياخذ|تاخذ|عاب|عابت) {WHO}{LEAD} علي (?P<accused>{SPEAKERS}|{{A}}) (?:ان(?:ه|ها) )?{_REST}"), 0.75),
        Form("holds-against", "Accusation", pattern(rf"{WHO} (?P<verb>اخذت?|[يت]اخذ|عابت?) علي (?P<accused>{SPEAKERS}|{{A}}) (?:ان(?:ه|ها) )?{_REST}"), 0.72),
        Form("blamed", "Accusation", pattern(rf"{{w}}(?P<verb>حمل|حملت|يحمل|تحمل) {WHO} (?P<accused>{SPEAKERS}|{{A}}) (?P<gist>(?:كامل )?مسووليه [^؛]+)"), 0.75),
        Form("saw-a-breach", "Evaluation", pattern(rf"{{w}}(?P<verb>راي|رات|يري|تري|اعتبر|اعتبرت|وجد|وجدت) {WHO}{LEAD} في [^.؛\"]{{2,60}}? (?P<gist>{breach} [^؛]+)"), 0.75),
    )  # fmt: skip


def _of_judging() -> tuple[Form, ...]:
    judged = r"رحب|رحبت|ترحب|يرحب|رحبا|اشاد|اشادت|ندد|نددت|انتقد|انتقدت|ادان|ادانت|دان|دانت|استنكر|استنكرت|شجب|شجبت|امتدح|هاجم|هاجمت|ثمن|ثمنت|بارك|باركت|استهجن"
    return (
        Form("which-he-described", "Evaluation", pattern(rf"(?<=[\u0621-\u064a]) (?P<verb>(?:وصف|وصفت)(?:ها|ه|هما)) {WHO} ?ب(?:ان(?:ها|ه|هما) )?(?P<gist>\"[^\"]+\"|[^؛،\"]+)"), 0.72),
        Form("considers-it", "Evaluation", pattern(rf"{{w}}(?P<verb>(?:تعد|يعد|عد|عدت|اعتبر|اعتبرت|يعتبر|تعتبر|يري|تري|راي)(?:ها|ه|هما)) {WHO} (?P<gist>\"[^\"]+\"|[^؛،\"]+)"), 0.72),
        Form("who-considers-it", "Evaluation", pattern(r"{w}(?P<verb>(?:تعد|يعد|عدت|اعتبر|اعتبرت|يعتبر|تعتبر)(?:ها|ه|هما)) (?P<gist>\"[^\"]+\"[^؛،\"]{0,30})"), 0.68),
        Form("described-it", "Evaluation", pattern(rf"{{w}}(?P<verb>(?:وصف|وصفت)(?:ها|ه|هما)) {WHO}{LEAD} ?{{b}}ب(?:ان(?:ها|ه|هما) )?(?P<gist>[^؛]+)"), 0.75),
        Form("describing-it", "Evaluation", pattern(r"{b}و?(?P<verb>واصفا|واصفه) [^.؛،\"]{2,60}? ب(?:ان(?:ها|ه|هما) )?(?P<gist>\"[^\"]+\"|[^؛،]+)"), 0.74),
        Form("expressed", "Evaluation", pattern(rf"{{w}}(?P<verb>{_SHOW}) {WHO}{LEAD} ?(?:عن )?(?P<gist>{_FELT} [^؛]+)"), 0.72),
        Form("reaffirmed", "Evaluation", pattern(rf"{{w}}(?P<verb>جددت?|اكدت?|كررت?|[يت]جدد|[يت]وكد) {WHO}{LEAD} ?(?:علي )?(?P<gist>(?:دعمه|تاييده|رفضه|تمسكه|ترحيبه|ادانته|معارضته|اعتراضه)(?:ا|ما)? [^؛]+)"), 0.7),
        Form("reaffirmed-its-pledge", "Commitment", pattern(rf"{{w}}(?P<verb>جددت?|اكدت?|كررت?|[يت]جدد|[يت]وكد) {WHO}{LEAD} ?(?:علي )?(?P<gist>(?:التزامه|تعهده|حرصه)(?:ا|ما)? [^؛]+)"), 0.7),
        Form("described", "Evaluation", pattern(rf"{{w}}(?P<verb>وصف|وصفت|يصف|تصف) {WHO} ?(?P<gist>[^؛]+? ب(?:ان|ال)?[^؛]+)"), 0.8),
        Form("who-described", "Evaluation", pattern(rf"{WHO} (?:[^.؛،]{{0,20}} )?(?:ف|و)?(?P<verb>وصف|وصفت) (?:فيه )?(?P<gist>[^؛]+? ب(?:ان|ال)?[^؛]+)"), 0.75),
        Form("praised", "Evaluation", pattern(rf"{{w}}(?P<verb>اثني|اثنت|يثني) {WHO}{LEAD} ?علي {_REST}"), 0.72),
        Form("regretted", "Evaluation", pattern(rf"{{w}}(?P<gist>(?P<verb>اسف|اسفت|تاسف|ياسف) {WHO} (?:ل|علي |الي )[^؛]+)"), 0.7),
        Form("welcomed", "Evaluation", pattern(rf"{{w}}(?P<verb>{judged}) {WHO}{_WHEN} ?(?:ب)?(?! ?(?:ال)?(?:تصديق|مصادقه|توقيع|انضمام|كشف|تعليق|افصاح|ادلاء) ){_REST}"), 0.7),
        Form("refused", "Evaluation", pattern(rf"{{w}}(?P<verb>رفضت?) {WHO}{_WHEN} ?(?P<gist>(?:{{I}}|(?:ال)?(?:قرار|حكم|اتهام|اتهامات|خطوه|تصريحات|مزاعم|خطه|مبادره){{e}})[^؛]*)"), 0.7),
        Form("colon", "", pattern(r"^ ?(?P<verb>)(?:سمو |معالي |سعاده |فخامه |جلاله )?\"?(?P<who>{O}|{N})\"? ?: \"?(?P<gist>[^\"؛]+)"), 0.75),
    )  # fmt: skip


def _of_passing_on() -> tuple[Form, ...]:
    that = r"(?:(?:الي|علي|من|عن|ب) ?)?(?P<that>ب?ان(?:ه|ها|هما|هم|نا|ني)?)"
    return (
        Form("he-denied", "Claim", pattern(r"{w}(?P<gist>(?P<verb>نفت|نفي) (?:ان |انه |صحه |وجود |علم|مسووليت|اي )[^؛]*)"), 0.7),
        Form("denied", "Claim", pattern(rf"{{w}}(?P<gist>(?P<verb>نفي|نفت|ينفي|تنفي) {WHO} [^؛]+)"), 0.75),
        Form("denying", "Claim", pattern(r"{b}و?(?P<gist>(?P<verb>نافيا|نافيه|نافين) (?:ان |صحه |وجود |علم|مسووليت|اي )[^؛]*)"), 0.72),
        Form(
            "relayed",
            "",
            pattern(
                rf"(?:(?P<relay>{{R}})\"?[^.؛،]{{0,25}} )?(?:كانت )?(?P<verb>نقلت|نقل)(?: (?:وكاله )?\"?(?P<relay2>{{R}})\"?(?: {{A}})?(?: للانباء)?| (?:صحيفه|جريده|قناه|شبكه|وكاله|موقع|مجله|اذاعه) (?:{{A}} )?\"[^\"]{{2,25}}\"| ال(?:وكاله|صحيفه|قناه|شبكه)(?: {{A}}| ذاتها| نفسها)?)? عن {WHO} ?،? (?:قوله|قولها|قولهم|تاكيده|تاكيدها|اعلانه|اشارته|تحذيره|توقعه|تصريحه)? ?:? ?{that} {_REST}"
            ),
            0.85,
        ),
    )  # fmt: skip

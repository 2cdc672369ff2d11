"""Facts of speech: who says what, in which mood, about whom, and who passes it on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .actions import actions_in
from .ledger import TRUE, TYPE, Name, Printed, Term
from .modality import Modality, modality_of
from .offices import attest, officials
from .treaties import instruments_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .context import Context, Sentence
    from .ledger import Object

_SPEAKERS: Final = r"[\ue000-\ue1ff\ue400-\ue7ff\uec00-\uedff\uf200-\uf3ff\uf600-\uf7ff]"
_SOURCE: Final = r"(?:مصدر|مصادر|مسوول|مسوولون|مسوولين|دبلوماسي|دبلوماسيون|خبراء|خبير|مراقبون|محللون|محلل|باحثون|باحث|معارضون|ناشطون|ناشطين|مستشار ل(?:رييس الوزراء|لرييس|لرييسه)|قيادي في \"?(?:حركه |حزب )?{R}\"?)(?: (?:رفيع(?: المستوي)?|طبيه|طبي|اوروبي|اوروبيه|اوروبيون|غربي|غربيه|غربيون|عربي|عربيه|خليجي|خليجيه|افريقي|دولي|دوليه|برلماني|برلمانيه|مقربه|مقرب|مطلع|مطلعه|حكومي|حكوميه|رسمي|رسميه|دبلوماسي|دبلوماسيه|امني|امنيه|كبير|كبار|{A}|اعلاميه|عسكري|عسكريه|محليه|سياسيه))*"
_SAY: Final = r"قال|قالت|قالا|يقول|تقول|صرح|صرحت|ذكر|ذكرت|اوضح|اوضحت|اضاف|اضافت|اشار|اشارت|لفت|لفتت|افاد|افادت|اكد|اكدت|اكدا|يوكد|توكد|شدد|شددت|كشف|كشفت|زعم|زعمت|ادعي|ادعت|اعلن|اعلنت|اعلنا|راي|رات|يري|تري|نوه|بين|جدد|جددت|تابع|تابعت|ابلغ|كرر"
_JUDGE: Final = r"اعتبر|اعتبرت|يعتبر|تعتبر"
_PREDICT: Final = r"توقع|توقعت|يتوقع|تتوقع|رجح|رجحت"
_PLEDGE: Final = r"تعهد|تعهدت|وعد|وعدت|تعهدا|تعهدتا"
_WARN: Final = r"حذر|حذرت|نبه|نبهت|هدد|هددت"
_THAT: Final = r"(?:(?:الي|علي|من|عن|ب) ?)?(?P<that>ب?ان(?:ه|ها|هما|هم|نا|ني)?)"
_LEAD: Final = r"(?: ?،? (?:{D}|من جهته|من جانبه|من جانبها|من جهتها|بدوره|بدورها|يومها|امس|اليوم|ايضا|كذلك|لاحقا|في بيان(?: له| لها| رسمي| مشترك)?|في تصريح(?:ات)?(?: صحفيه?| له| لها)?|في موتمر صحفي(?: مشترك)?|للصحفيين|فيه|خلال [^.؛:]{2,70}?|في ختام [^.؛:]{2,60}?|عقب [^.؛:]{2,60}?|بعد [^.؛:]{2,60}?|امام [^.؛:]{2,40}?|علي هامش [^.؛:]{2,60}?|في مقابله مع [^.؛:]{2,40}?|في كلم(?:ه|ته|تها)(?: [^.؛:]{2,40}?)?|في الوقت (?:نفسه|ذاته)|في ذات الوقت|لدي [^.؛:]{2,40}?|(?:التي|الذي) [^.؛:]{2,90}?))* ?،? ?"


@dataclass(frozen=True, slots=True)
class _Form:
    name: str
    kind: str
    found: re.Pattern[str]
    confidence: float = 0.8


@cache
def _forms() -> tuple[_Form, ...]:
    who = rf"\"?(?P<who>{_SPEAKERS}|{_SOURCE})\"?"
    rest = r"(?P<gist>[^؛]+)"
    return (
        _Form(
            "hoped",
            "HopeStatement",
            pattern(
                rf"{{w}}(?P<verb>اعرب|اعربت|عبر|عبرت) {who}{_LEAD} عن (?:امله|املها|تطلعه|تطلعها|رجايه|رجايها|رغبته|رغبتها|امل بلاده|امل بلادها) (?:ب|في |الي )?{rest}"
            ),
        ),
        _Form(
            "hopes",
            "HopeStatement",
            pattern(rf"{{w}}(?P<verb>يامل|تامل|امل|املت|تمني|تمنت|يتمني) {who}{_LEAD} (?:ب|في )?(?=ان |الا |ال){rest}"),
            0.7,
        ),
        _Form(
            "accused",
            "Accusation",
            pattern(rf"{{w}}(?P<verb>اتهم|اتهمت|يتهم|تتهم) {who} (?P<accused>{_SPEAKERS}) ب(?:ان(?:ه|ها) )?{rest}"),
            0.85,
        ),
        _Form(
            "speaker-accused",
            "Accusation",
            pattern(
                rf"{who}{_LEAD}(?:قد )?(?P<verb>اتهم|اتهمت|يتهم|تتهم) (?P<accused>{_SPEAKERS}) ب(?:ان(?:ه|ها) )?{rest}"
            ),
            0.8,
        ),
        _Form(
            "described-it",
            "Evaluation",
            pattern(rf"{{w}}(?P<verb>(?:وصف|وصفت)(?:ها|ه|هما)) {who}{_LEAD} ?ب(?:ان(?:ها|ه|هما) )?(?P<gist>[^؛]+)"),
            0.75,
        ),
        _Form(
            "expressed",
            "Evaluation",
            pattern(
                rf"{{w}}(?P<verb>اعرب|اعربت|عبر|عبرت|ابدي|ابدت) {who}{_LEAD} عن (?P<gist>(?:بالغ |عميق )?(?:اسفها|اسفه|قلقها|قلقه|ارتياحها|ارتياحه|رفضها|رفضه|دعمها|دعمه|تاييدها|تاييده|ترحيبها|ترحيبه|ادانتها|ادانته|استنكارها|قلقهما|معارضتها|معارضته) [^؛]+)"
            ),
            0.72,
        ),
        _Form(
            "described",
            "Evaluation",
            pattern(rf"{{w}}(?P<verb>وصف|وصفت) {who} ?(?P<gist>[^؛]+? ب(?:ان|ال)?[^؛]+)"),
            0.8,
        ),
        _Form(
            "who-described",
            "Evaluation",
            pattern(
                rf"{who} (?:[^.؛،]{{0,20}} )?(?:ف|و)?(?P<verb>وصف|وصفت) (?:فيه )?(?P<gist>[^؛]+? ب(?:ان|ال)?[^؛]+)"
            ),
            0.75,
        ),
        _Form(
            "welcomed",
            "Evaluation",
            pattern(
                rf"{{w}}(?P<verb>رحب|رحبت|ترحب|يرحب|اشاد|اشادت|ندد|نددت|انتقد|انتقدت|ادان|ادانت|استنكر|استنكرت|رفض|رفضت) {who}{_LEAD} ?(?:ب)?{rest}"
            ),
            0.7,
        ),
        _Form("colon", "", pattern(r"^ ?(?P<verb>)\"?(?P<who>{O}|{N})\"? ?: \"?(?P<gist>[^\"؛]+)"), 0.75),
        _Form(
            "he-denied",
            "Claim",
            pattern(r"{w}(?P<gist>(?P<verb>نفت|نفي) (?:ان |انه |صحه |وجود |علم|مسووليت|اي )[^؛]*)"),
            0.7,
        ),
        _Form("denied", "Claim", pattern(rf"{{w}}(?P<gist>(?P<verb>نفي|نفت|ينفي|تنفي) {who} [^؛]+)"), 0.75),
        _Form(
            "relayed",
            "Claim",
            pattern(
                rf"(?:(?P<relay>{{R}})\"?[^.؛،]{{0,25}} )?(?:كانت )?(?P<verb>نقلت|نقل)(?: (?:وكاله )?\"?(?P<relay2>{{R}})\"?(?: {{A}})?(?: للانباء)?)? عن {who} ?،? (?:قوله|قولها)? ?:? ?{_THAT} {rest}"
            ),
            0.85,
        ),
        _Form(
            "said-that",
            "",
            pattern(
                rf"{{w}}(?P<verb>{_SAY}|{_JUDGE}|{_PREDICT}|{_PLEDGE}|{_WARN}) (?:فيه )?{who}{_LEAD}{_THAT} {rest}"
            ),
            0.88,
        ),
        _Form(
            "speaker-said-that",
            "",
            pattern(
                rf"{who}{_LEAD}(?:كان |كانت )?(?:قد )?(?P<verb>{_SAY}|{_JUDGE}|{_PREDICT}|{_PLEDGE}|{_WARN}){{e}}{_LEAD}{_THAT} {rest}"
            ),
            0.85,
        ),
        _Form("pledged", "Commitment", pattern(rf"{{w}}(?P<verb>{_PLEDGE}) {who}{_LEAD}ب{rest}"), 0.75),
        _Form("warned-of", "Warning", pattern(rf"{{w}}(?P<verb>{_WARN}) {who}{_LEAD}من {rest}"), 0.75),
        _Form("quoted", "", pattern(rf"{{w}}(?P<verb>{_SAY}) {who}{_LEAD} ?: ?\"(?P<gist>[^\"]+)\""), 0.85),
        _Form("quoted-with", "", pattern(rf"{{w}}(?P<verb>{_SAY}) {who}{_LEAD} ?(?:قوله )?: (?P<gist>[^\"؛]+)"), 0.7),
        _Form(
            "he-said-that",
            "",
            pattern(
                rf"{{b}}[وف]?(?P<verb>قال|قالت|اضاف|اضافت|اكد|اكدت|اوضح|اوضحت|شدد|شددت|اشار|اشارت|تابع|ذكر|اعتبر|اعتبرت|لفت) {_THAT} {rest}"
            ),
            0.75,
        ),
        _Form(
            "adding-that",
            "",
            pattern(
                rf"{{b}}و?(?P<verb>موكدا|موكده|موضحا|موضحه|مضيفا|مضيفه|مشيرا|مشيره|لافتا|لافته|معتبرا|معتبره|محذرا|محذره|مشددا|مشدده|مبينا|معلنا|معلنه|متوقعا|متهما|منوها|زاعما|مذكرا)(?: (?:فيه|في الوقت نفسه|في ذات الوقت|في الوقت ذاته))? (?:قوله ?: ?|قوله )?(?:(?:الي|علي|من|عن) )?(?P<that>ان(?:ه|ها|هما)?)? ?{rest}"
            ),
            0.78,
        ),
        _Form(
            "expressing-hope",
            "HopeStatement",
            pattern(rf"{{b}}و?(?P<verb>معربا|معربه|معبرا) عن (?:امله|املها) (?:ب|في |الي )?{rest}"),
            0.78,
        ),
        _Form(
            "and-ready-to",
            "Commitment",
            pattern(r"(?P<verb>)(?P<gist>(?<=[\s،و])(?:مستعده?|علي استعداد) ل[^.؛]+)"),
            0.7,
        ),
        _Form("we-hope", "HopeStatement", pattern(r"(?P<verb>)(?P<gist>(?<=[\s،و])نامل (?:ان|في) [^.؛\"]+)"), 0.75),
    )


_END: Final = (
    r"،? ?(?:و)?(?:موكدا|موكده|موضحا|موضحه|مضيفا|مضيفه|مشيرا|مشيره|لافتا|معتبرا|محذرا|مشددا|مبينا|معلنا|متوقعا|متهما|معربا|منوها|داعيا|داعيه|مطالبا|مطالبه|متعهدا|معربه|لافته|معتبره|محذره|مشدده|مبينه)(?= )"
    r"|،? (?:فيما|بينما|في حين|وذلك|بحسب|وفق|وفقا|كما قال|حسبما) |، و(?:قال|اضاف|اكد|اوضح|نفت|نفي|رفض|اعلن|استدعت|دعا|نامل|ذلك|وصف)(?= |ت )|\.(?=\s|$)|[؟!](?=\s|$)"
)


def speak(context: Context, sentence: Sentence) -> None:
    """State what is said in a sentence."""
    taken: list[tuple[int, int]] = []
    for form in _forms():
        for match in form.found.finditer(sentence.text):
            place = match.start("verb")
            if (
                (sentence.place, place) in context.provided
                or any(begin <= place < end for begin, end in taken)
                or modality_of(sentence, place, within=25)
                in (
                    Modality.DENIED,
                    Modality.PLANNED,
                )
            ):
                continue
            found = _statement(context, sentence, form, match)
            if found is not None:
                taken.append(found)


@dataclass(frozen=True, slots=True)
class _Said:
    speaker: Name
    mention: Mention | None
    relay: Name | None
    own: str | None


def _statement(context: Context, sentence: Sentence, form: _Form, match: re.Match[str]) -> tuple[int, int] | None:
    groups = match.groupdict()
    end = _end(sentence, match.start("gist"), match.end("gist"))
    first = match.start("gist")
    if first >= end or _length(sentence, first, end) < _SHORTEST:
        return None
    said = [
        each
        for each in _speakers(context, sentence, groups, match)
        if each.own or each.mention is None or _is_of_states(sentence, match["gist"])
    ]
    if not said:
        return None
    begin = (
        min(place for group in ("verb", "who", "relay") if groups.get(group) and (place := match.start(group)) >= 0)
        if groups.get("verb")
        else first
    )
    lead = pattern(r"(?:وكاله |صحيفه |شبكه |قناه )\"?$").search(sentence.text[:begin])
    if groups.get("relay") and lead and match.start("relay") == begin:
        begin = lead.start()
    quote = 1 if begin and sentence.text[begin - 1] == '"' and groups.get("who") and begin == match.start("who") else 0
    span = sentence.skeleton.span(begin - quote, end)
    gist = Printed(*_without_quotes(sentence, first, end))
    for each in said:
        _state(context, sentence, form, match, each, span, gist)
    context.last_speakers = tuple((each.speaker, each.relay, each.own) for each in said)
    context.last_spoken = sentence.place
    return min(begin, first), end


_SHORTEST: Final = 6
"""How many letters a gist has at least."""


def _length(sentence: Sentence, first: int, end: int) -> int:
    begin, last = sentence.skeleton.span(first, end)
    return last - begin


def _without_quotes(sentence: Sentence, first: int, end: int) -> tuple[int, int]:
    text = sentence.text
    if text[first] == '"' and text[end - 2 : end] in ('."', '،"'):
        return sentence.skeleton.span(first + 1, end - 2)
    if (
        text[first] == '"'
        and text[first:end].count('"') <= 2
        and (text[end - 1] == '"' or text[first:end].count('"') == 1)
    ):
        first, end = first + 1, end - (text[end - 1] == '"')
    elif text[first:end].count('"') == 1 and text[end - 1] == '"':
        end -= 1
    return sentence.skeleton.span(first, end)


def _end(sentence: Sentence, begin: int, end: int) -> int:
    stop = pattern(_END).search(sentence.text, begin + 1, end)
    last = stop.start() if stop else end
    while last > begin and sentence.text[last - 1] in " ،.":
        last -= 1
    return last


def _speakers(
    context: Context, sentence: Sentence, groups: dict[str, str | None], match: re.Match[str]
) -> Iterator[_Said]:
    relay_mention = sentence.skeleton.mention(groups.get("relay") or groups.get("relay2") or None)
    relay = Name(relay_mention.things[0].identifier) if relay_mention else None
    who = groups.get("who")
    if who is None:
        if sentence.place - context.last_spoken <= 1:
            yield from (_Said(speaker, None, passed, own) for speaker, passed, own in context.last_speakers)
        else:
            before = sentence.text[
                : match.start("gist") if match["gist"].startswith(match["verb"]) else match.start("verb")
            ]
            agent = next((each for each in sentence.skeleton.inside(before) if each.kind in _AGENTS), None)
            yield from _named(context, agent, relay) if agent is not None else ()
        return
    mention = sentence.skeleton.mention(who)
    if mention is None:
        yield from _sources(context, sentence, match)
        return
    yield from _named(context, mention, relay)


def _sources(context: Context, sentence: Sentence, match: re.Match[str]) -> Iterator[_Said]:
    """Unnamed sources are one group for each expression."""
    if not _is_of_states(sentence, match["gist"]):
        return
    span = sentence.skeleton.span(*match.span("who"))
    adjective = next(sentence.skeleton.inside(match["who"], Kind.ADJECTIVE), None)
    source = Name(context.fresh(f"sources-of-{context.name}"))
    facts: dict[str, Object] = {TYPE: Term("SourceGroup"), "name": Printed(*span)}
    if not pattern(r"(?:مصدر|مسوول|دبلوماسي|خبير|محلل|باحث|مستشار|قيادي){e}").match(match["who"]):
        facts["collective"] = TRUE
    if adjective is not None:
        facts["ofPolity"] = Name(adjective.things[0].identifier)
    context.ledger.state(span, source, facts, pattern="unnamed-source", confidence=0.75)
    yield _Said(source, None, None, adjective.things[0].identifier if adjective else None)


_AGENTS: Final = frozenset({Kind.POLITY, Kind.ORGANIZATION, Kind.OFFICIAL, Kind.PERSON, Kind.BODY})
_OF_STATES: Final = frozenset({Kind.POLITY, Kind.INSTRUMENT, Kind.ORGANIZATION, Kind.GROUP, Kind.FORCE})


def _is_of_states(sentence: Sentence, gist: str) -> bool:
    """Tell what is said of polities and instruments from other news."""
    return any(mention.kind in _OF_STATES for mention in sentence.skeleton.inside(gist))


def _named(context: Context, mention: Mention, relay: Name | None) -> Iterator[_Said]:
    if mention.kind is Kind.OFFICIAL:
        for official in officials(mention):
            person = context.people.of_official(official)
            if person is not None:
                yield _Said(
                    Name(person.identifier),
                    mention,
                    relay,
                    official.office.owner.identifier if official.office and official.office.owner else None,
                )
    elif mention.kind is Kind.PERSON:
        shown = context.people.officials_of(mention.things[0].identifier)
        own = shown[0].office.owner.identifier if shown and shown[0].office and shown[0].office.owner else None
        yield _Said(Name(mention.things[0].identifier), mention, relay, own)
    elif mention.kind is Kind.BODY:
        owner = getattr(mention.data, "owner", None)
        yield _Said(Name(mention.things[0].identifier), mention, relay, owner.identifier if owner else None)
    else:
        for thing in context.things_of(mention):
            if thing.kind != "NewsAgency":
                yield _Said(Name(thing.identifier), mention, relay, thing.identifier)


_FUTURE: Final = r"(?:^|[\s،\"])[وف]?(?:س(?:[يتن])[\u0621-\u064a]{2,}|سوف|لن)(?= )"
_POSSIBLE: Final = r"(?:^|[\s،])(?:قد [يت]|يمكن|ربما|من الممكن|مستعده? ل|مستعد ل|علي استعداد)"
_CONDITIONAL: Final = r"(?:^|[\s،])(?:اذا|لو|في حال|في حاله|ما لم|شريطه|بشرط|الا بعد|الا اذا)(?= )"
_BAD: Final = r"كارثه|عواقب|تبعات|تصعيد|مجاعه|خطر|حرب|اجراءات مضاده|انهيار|رد قاس"
_INTENDS: Final = r"(?:تنوي|ينوي|تنويان|ينويان|تعتزم|يعتزم|تعتزمان|عازمه|سنقدم|سيطلب|ستطلب|سيطلبان|نعتزم|ننوي|(?<![\u0621-\u064a])[وف]?س[تيأن][\u0621-\u064a]{2,})"
_ENDORSES: Final = r"^\"?(?:يتفق|تتفق|يويد|تويد|يدعم) (?:تماما )?(?:مع )?(?:تصريحات|موقف|ما قاله)"


_KIND_OF_VERB: Final = {
    **dict.fromkeys((*_JUDGE.split("|"), "معتبرا", "معتبره"), "Evaluation"),
    **dict.fromkeys((*_PREDICT.split("|"), "متوقعا"), "Prediction"),
    **dict.fromkeys(_PLEDGE.split("|"), "Commitment"),
    **dict.fromkeys((*_WARN.split("|"), "محذرا", "محذره"), "Warning"),
}
_SURE_OF: Final = r"واثق|ستصبح|سيصبح|ستكون|سيكون|ستودي|سيودي|ستسهم|سيسهم|ستعزز|سيعزز|ستفتح"


def _kind(form: _Form, match: re.Match[str], words: str, said: _Said, sentence: Sentence) -> str:
    """Tell what kind of statement it is: by the verb that introduces it, else by its own words."""
    fixed = form.kind or _KIND_OF_VERB.get(match["verb"] or "")
    if fixed:
        return fixed
    future = bool(pattern(_FUTURE).search(words))
    if future and pattern(_BAD).search(words):
        return "Warning"
    return _of_own_will(match, words, said, sentence) or _of_others(words, future=future)


def _of_own_will(match: re.Match[str], words: str, said: _Said, sentence: Sentence) -> str | None:
    """Tell what the speaker's own side means to do, or promises."""
    if pattern(_SURE_OF).match(words.strip('" ')):
        return "Prediction"
    own = _begins_with_own(sentence, match, said)
    of_self = own or match.groupdict().get("that") in ("انها", "انهما", "اننا", "انه")
    if of_self and pattern(_INTENDS).search(words[:60]) and not pattern(r"(?:^|\s)(?:لن|لا) ").search(words[:40]):
        return "IntentionStatement"
    if own and pattern(r"(?:^|\s)(?:لن|ملتزمه|ستواصل|ستدعم|لن تسمح|مستعده) ").search(words[:60]):
        return "Commitment"
    if pattern(r"(?:^|\s)(?:تنويان|تعتزمان|تعتزم|تنوي|ينوي|يعتزم|سنقدم|نعتزم)(?: |$)").search(words):
        return "IntentionStatement"
    return "Commitment" if pattern(r"مستعده? ل").match(words) else None


def _of_others(words: str, *, future: bool) -> str:
    if future and pattern(_SURE_OF).search(words):
        return "Prediction"
    return "Claim" if _has_verb(plain_of(words)) else "Evaluation"


_VERBAL: Final = re.compile(
    r"(?:^|\s)(?:و|ف)?(?:(?!تاريخ|تاريخي|تاريخيه|نوعها|نوعه|نحو|تعاون|نهايه|تجاه|نقطه|نصر|نجاح|تحد|يوم|يوما|تماما|نفس|ت..ي.(?:\s|$))[يتن][\u0621-\u064a]{2,}|س[يتن][\u0621-\u064a]{2,}|لم|لن|لا|ليس|ليست|ما)(?=\s|$)"
)


def _has_verb(words: str) -> bool:
    """Tell a sentence with a verb from a nominal one, which judges: «المعاهدة منارة أمل»."""
    return bool(_VERBAL.search(words)) or any(word in _verbs() for word in words.split())


@cache
def _verbs() -> frozenset[str]:
    return frozenset(
        form
        for verb in (
            "عاد",
            "كان",
            "دخل",
            "وقع",
            "اصبح",
            "ظل",
            "قرر",
            "بدا",
            "انتهي",
            "تم",
            "جري",
            "حصل",
            "ابتعد",
            "طلب",
            "وصل",
            "وافق",
            "رفض",
        )
        for form in (verb, verb + "ت", verb + "ا", verb + "وا", verb.removesuffix("ي") + "ت")
    ) - {"ظلا"}


def plain_of(words: str) -> str:
    """Leave the mentions out of a piece of a skeleton."""
    return re.sub(r"[\ue000-\uf8ff\"]", "", words)


def _begins_with_own(sentence: Sentence, match: re.Match[str], said: _Said) -> bool:
    start = sentence.text[match.start("gist") : match.start("gist") + 24].lstrip('" ')
    if start.startswith(("بلاده", "بلادها", "حكومته", "حكومتها", "حكومه بلاده", "المملكه")):
        return True
    first = sentence.skeleton.mention(start[:1])
    return (
        first is not None and first.kind is Kind.POLITY and any(thing.identifier == said.own for thing in first.things)
    )


def _mood(kind: str, words: str) -> str:
    if kind == "HopeStatement":
        return "desired"
    if pattern(_CONDITIONAL).search(words):
        return "conditionalModality"
    if pattern(_POSSIBLE).search(words):
        return "possible"
    if pattern(_FUTURE).search(words):
        return "future"
    return "future" if kind in ("Commitment", "IntentionStatement", "Prediction", "Warning") else "actual"


def _state(
    context: Context,
    sentence: Sentence,
    form: _Form,
    match: re.Match[str],
    said: _Said,
    span: tuple[int, int],
    gist: Printed,
) -> None:
    words = sentence.text[match.start("gist") : _end(sentence, match.start("gist"), match.end("gist"))]
    plain = " ".join(context.words((gist.begin, gist.end)).split())
    kind = _kind(form, match, words, said, sentence)
    endorsed = _endorsed(context, sentence, words, said)
    kind = "Endorsement" if endorsed else kind
    act = Name(context.fresh(f"{_STEMS[kind]}-{said.speaker.local}"))
    facts: dict[str, Object | tuple[Object, ...]] = {
        TYPE: Term(kind),
        "speaker": said.speaker,
        "gist": gist,
        "modality": Term(_mood(kind, words)),
        "about": tuple(_about(context, sentence, words, said)),
        "actionType": tuple(Term(code) for code in actions_in(plain)),
    }
    if said.relay is not None:
        facts["reportedBy"] = said.relay
    facts |= {"endorses": endorsed} if endorsed else {}
    facts |= {"contestedTerm": terms} if (terms := _contested(context, gist)) else {}
    context.spoken.setdefault(said.speaker.local, []).append(act)
    facts |= _occasion(context, sentence, match)
    accused = sentence.skeleton.mention(match.groupdict().get("accused") or None)
    if kind == "Accusation":
        facts["accused"] = tuple(Name(each) for each in _identifiers(context, accused))
        facts["about"] = tuple(dict.fromkeys((*facts["accused"], *facts["about"])))  # type: ignore[misc]
    context.ledger.state(span, act, facts, pattern=f"statement:{form.name}", confidence=form.confidence)
    context.ledger.attribute(span, said.speaker, said.relay)
    attest(context, span, said.mention, act, f"statement:{form.name}")


_CHARGES: Final = frozenset(
    [
        "عدوان",
        "العدوان",
        "عدوانا",
        "غزو",
        "الغزو",
        "اباده",
        "الاباده",
        "عسكره",
        "ابتزاز",
        "استفزاز",
        "موامره",
        "خيانه",
        "ارهابيه",
        "ارهابي",
        "مرتزقه",
        "انقلاب",
    ]
)
_IN_QUOTES: Final = re.compile(r'"([^"\s]+)"')


def _contested(context: Context, gist: Printed) -> tuple[Printed, ...]:
    """Give loaded words of what is said: one in quotation marks of its own, or a charge."""
    words = context.words((gist.begin, gist.end))
    found = [match.span(1) for match in _IN_QUOTES.finditer(words) if match[1] not in (words, words.strip('"'))]
    found += [match.span() for match in re.finditer(r"[\u0621-\u064a]+", words) if match[0] in _CHARGES]
    return tuple(dict.fromkeys(Printed(gist.begin + begin, gist.begin + end) for begin, end in found))


def _endorsed(context: Context, sentence: Sentence, words: str, said: _Said) -> tuple[Name, ...]:
    """Give the statements of another that the speaker agrees with: «يتفق مع تصريحات الرئيس»."""
    if not pattern(_ENDORSES).search(words):
        return ()
    found: list[Name] = []
    for mention in sentence.skeleton.inside(words):
        for identifier in _identifiers(context, mention) if mention.kind in (Kind.OFFICIAL, Kind.PERSON) else ():
            found.extend(context.spoken.get(identifier, ()) if identifier != said.speaker.local else ())
    return tuple(found)


def _occasion(context: Context, sentence: Sentence, match: re.Match[str]) -> dict[str, tuple[Name, ...]]:
    """Give the signing at which something is said: «خلال مراسم توقيع الاتفاقية»."""
    found = pattern(
        r"(?:خلال|في ختام|عقب|بعد|اثر|علي هامش|لدي) (?:مراسم |حفل )?(?:ال)?توقيع (?:علي )?(?P<what>{I})"
    ).search(sentence.text, 0, max(match.start("gist"), match.start()))
    what = sentence.skeleton.mention(found["what"]) if found else None
    names = (
        tuple(Name(f"signing-{each.provisional}#") for each in instruments_at(context, sentence, what) if each.signed)
        if what
        else ()
    )
    return {"occasion": names} if names else {}


_STEMS: Final = {
    "Claim": "claim",
    "Evaluation": "evaluation",
    "Accusation": "accusation",
    "Prediction": "prediction",
    "Warning": "warning",
    "Commitment": "commitment",
    "IntentionStatement": "intention",
    "HopeStatement": "hope",
    "Endorsement": "endorsement",
}


def _identifiers(context: Context, mention: Mention | None) -> tuple[str, ...]:
    if mention is None:
        return ()
    if mention.kind is Kind.OFFICIAL:
        found = [context.people.of_official(each) for each in officials(mention)]
        return tuple(each.identifier for each in found if each)
    return tuple(each.identifier for each in context.things_of(mention))


def _about(context: Context, sentence: Sentence, words: str, said: _Said) -> Iterator[Name]:
    seen: set[str] = set()
    first = sentence.skeleton.mention(words.lstrip('" ')[:1])
    for mention in sentence.skeleton.inside(words):
        names: tuple[str, ...] = ()
        if mention.kind is Kind.INSTRUMENT:
            names = tuple(
                f"{each.provisional}#" for each in instruments_at(context, sentence, mention) if not each.is_domestic
            )
        elif mention.kind in (Kind.POLITY, Kind.ORGANIZATION, Kind.GROUP):
            names = tuple(
                each.identifier
                for each in context.things_of(mention)
                if not (each.identifier == said.own and (mention is said.mention or mention is first))
            )
        for name in names:
            if name not in seen:
                seen.add(name)
                yield Name(name)

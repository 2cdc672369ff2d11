"""Facts of where forces are: bases with those who hold and host them, and the places where forces lie."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ..mentions.bodies import Body
from ..mentions.patterns import Patterns
from ..mentions.records import Kind, Mention
from ..mentions.skeleton import pattern
from .events import city_identifier
from .ledger import TRUE, TYPE, Name, Printed, Term
from .modality import Modality, modality_of
from .sides import sides_of

if TYPE_CHECKING:
    import re

    from .context import Context, Sentence
    from .ledger import Object


def place_forces(context: Context, sentence: Sentence) -> None:
    """State bases, and where forces lie."""
    _bases(context, sentence)
    for match in pattern(_STATIONED).finditer(sentence.text):
        _stationed(context, sentence, match)
    for match in pattern(_IN_THE_REGION).finditer(sentence.text):
        _in_the_region(context, sentence, match)


_HELD: Final = (
    r"(?:(?:تملك|يملك|تمتلك|يمتلك|تحتفظ|يحتفظ|احتفظت|احتفظ|تدير|يدير|تشغل|يشغل|تستخدم|يستخدم|تستاجر|يستاجر|استاجرت|استاجر|اقامت|اقام|تقيم|انشات|انشا|اسست|اسس|بنت|بني|شيدت|شيد"
    r"|دشنت|دشن|افتتحت|افتتح|فتحت|فتح|ابقت|ابقي|تبقي|تستعمل|تتولي اداره|لدي)|(?:^|[.،؛] ?)ل)"
)
_BASE: Final = r"(?P<base>(?:ب|علي )?(?:\"?{F}\"?(?: و(?P<second>{F}))?|(?:ال)?(?:قاعده|قاعدتها|قاعدته|قواعد|قواعدها|قاعدتين|قاعدتان|قاعدتيها)(?: (?:ال)?(?:عسكريه|عسكريتين|عسكريتان|جويه|جويتين|بحريه|بحريتين|دايمه|كبيره|رييسيه|لها|له|جديده|واحده|لوجستيه)){0,3}(?! (?:بيانات|معلومات|شعبيه|صناعيه|اقتصاديه|اجتماعيه|انتخابيه|جماهيريه|علميه|قانونيه|ضريبيه|صلبه|متينه|واسعه|انتاج|مستهلكين|زباين|عملاء|ذهبيه))))"
_REGION: Final = r"(?:(?:ال)?(?:شمال|جنوب|شرق|غرب|وسط)(?:ي)? )*(?:اراضي )?"
_WHERE: Final = rf"(?:(?:في|علي|ب) ?{_REGION}(?P<host>{{P}}|{{C}})|(?P<there>هناك|فيها|فيه|في البلد نفسه|في البلد ذاته|في (?:ال)?بلاد|علي (?:ارضها|اراضيها|ارضه|اراضيه)))"
_LIES: Final = r"(?:الموجوده|المتمركزه|القايمه|المنتشره|المقامه|الواقعه|الكاينه|القريبه من العاصمه|الجويه|البحريه)"
_RUN_BY: Final = r"(?:التابعه ل|(?:التي )?(?:تديرها|تشغلها|تستخدمها|تستعملها|تستاجرها|استاجرتها|اقامتها|انشاتها|بنتها|تملكها|يديرها|يستخدمها|يشغلها) (?:قوات |القوات )?)"
_BASES: Final = (
    rf"(?P<all>{{w}}{_HELD} ?(?P<operator>{{P}}|{{F}}) (?:[^.؛،\ue000-\ue1ff\uee00-\uefff]{{0,40}}? )?{_BASE}(?: (?:[^.؛،\ue000-\uf8ff]{{0,25}} )??{_WHERE})?)",
    rf"(?P<all>{{w}}(?:تستاجر|يستاجر|استاجرت|استاجر) {_BASE} من (?P<host>{{P}}) (?P<operator>{{F}}|{{P}}))",
    rf"(?P<all>(?P<operator>{{P}}|{{F}}) (?:تستاجر|يستاجر|استاجرت|استاجر) {_BASE} (?:من|في) (?P<host>{{P}}))",
    rf"(?P<all>{{w}}(?:تستضيف|يستضيف|استضافت|تحتضن|يحتضن|احتضنت|تضم|يضم|تووي) (?P<host>{{P}}) {_BASE}(?: (?P<whose>{{A}}))?)",
    rf"(?P<all>(?P<host>{{P}}) ?،? ف?(?:تستضيف|يستضيف|تحتضن|يحتضن|تووي) {_BASE}(?: (?P<whose>{{A}}))?)",
    rf"(?P<all>{{w}}(?:توجد|يوجد|تقع|يقع|تقوم|تنتشر|تتمركز|اقيمت|انشيت) (?:في|علي|ب) ?{_REGION}(?P<host>{{P}}|{{C}}) (?:[^.؛،\ue000-\uf8ff]{{0,20}} )?{_BASE}(?: (?P<whose>{{A}}))?)",
    rf"(?P<all>{_BASE} ?،? (?:{_LIES} )?{_WHERE} ?،? {_RUN_BY}(?P<operator>{{P}}|{{F}}))",
    rf"(?P<all>{_BASE} ?،? {_RUN_BY}(?P<operator>{{P}}|{{F}})(?: {_WHERE})?)",
    rf"(?P<all>{_BASE} ?،? (?:{_LIES} )?{_WHERE})",
    rf"(?P<all>(?:{{w}}هي |، وهي )(?P<first>اول |اكبر )?{_BASE} (?:دايمه )?ل(?P<operator>{{P}})(?: {_WHERE})?)",
)


@cache
def _sieve() -> Patterns:
    return Patterns(map(pattern, _BASES))


def _bases(context: Context, sentence: Sentence) -> None:
    """State who holds a base where: «تملك الولايات المتحدة قاعدة عسكرية في قطر»."""
    taken: list[tuple[int, int]] = []
    for match in _sieve().matches(sentence.text):
        if any(begin < match.end() and match.start() < end for begin, end in taken):
            continue
        if modality_of(sentence, match.start(), within=40) is Modality.ACTUAL and _held(context, sentence, match):
            taken.append(match.span())


def _held(context: Context, sentence: Sentence, match: re.Match[str]) -> bool:
    """State a base where those who hold or host it are told, and tell whether they are."""
    groups = match.groupdict()
    holder = sentence.skeleton.mention(groups.get("operator") or groups.get("whose") or None)
    operators = _holders(context, holder)
    host = sentence.skeleton.mention(groups.get("host") or None)
    there = _last_host(context) if groups.get("there") else None
    named = next(sentence.skeleton.inside(match["base"], Kind.FORCE), None)
    own = named.data if named is not None and isinstance(named.data, Body) else None
    placed = host is not None or there is not None
    if own is not None and own.kind != "MilitaryBase":
        return False
    if (own is None and not (operators and placed)) or (own is not None and not (operators or placed)):
        return False
    owner = (own.owner.identifier,) if own is not None and own.owner else ()
    _base(context, sentence, match, operators or owner, (host, there), own)
    second = sentence.skeleton.mention(groups.get("second") or None)
    if second is not None and isinstance(second.data, Body) and second.data.kind == "MilitaryBase":
        _base(context, sentence, match, operators or owner, (host, there), second.data)
    return True


def _holders(context: Context, mention: Mention | None) -> tuple[str, ...]:
    """Give whoever holds a base: polities, and those whose forces do."""
    if mention is not None and mention.kind is Kind.FORCE:
        owner = mention.data.owner if isinstance(mention.data, Body) else None
        return (owner.identifier,) if owner else ()
    return sides_of(context, mention)


def _last_host(context: Context) -> str | None:
    """Give the polity in which the base told last lies: «ولفرنسا قاعدة هناك»."""
    hosts = [
        claim.object.local
        for claim in context.ledger
        if claim.predicate == "hostPolity" and isinstance(claim.object, Name)
    ]
    return hosts[-1] if hosts else None


def _base(
    context: Context,
    sentence: Sentence,
    match: re.Match[str],
    operators: tuple[str, ...],
    lies: tuple[Mention | None, str | None],
    body: Body | None,
) -> None:
    host, there = lies
    span = sentence.skeleton.span(*match.span("all"))
    where = host.things[0].identifier if host is not None and len(host.things) == 1 else there
    facts: dict[str, Object] = {TYPE: Term("MilitaryBase")}
    if where is not None:
        city = host is not None and host.kind is Kind.PLACE and bool(host.things[0].english)
        facts["locatedIn" if city else "hostPolity"] = Name(
            city_identifier(host.things[0].english) if city and host is not None else where
        )
    several = pattern(r"قواعد|قاعدتين|قاعدتان|قاعدتيها").search(match["base"]) or (body is not None and body.several)
    for operator in operators or ("",):
        name = body.identifier if body is not None else f"base-of-{operator}-in-{where}-in-{context.tag}"
        if body is None and host is not None and host.things[0].arabic:
            context.labels[name] = f"{'قواعد' if several else 'قاعدة'} عسكرية في {host.things[0].arabic}"
        own: dict[str, Object] = {"operator": Name(operator)} if operator else {}
        own |= {"collective": TRUE} if several else {}
        context.ledger.state(span, Name(name), {**facts, **own}, pattern="force:base", confidence=0.78)


_STATIONED: Final = r"(?P<all>{w}(?:تتمركز|تتخذ|تنتشر|مقر قيادتها|مقرها|يقع مقرها|ومقرها) (?:هذه )?(?:القوات |القوه )?(?:في )?(?P<where>{C}|{P}))"


def _stationed(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    """State where a force that the article has just spoken of lies."""
    where = sentence.skeleton.mention(match["where"])
    if context.last_force is None or where is None:
        return
    place = _city_of(where)
    if place is not None:
        span = sentence.skeleton.span(*match.span("all"))
        facts: dict[str, Object] = {"locatedIn": Name(place)}
        context.ledger.state(span, context.last_force[0], facts, pattern="force:stationed", confidence=0.72)


def _city_of(where: Mention) -> str | None:
    """Give the city that a mention names, a capital that stands for a place too."""
    thing = where.things[0]
    if where.kind is Kind.PLACE and thing.english:
        return city_identifier(thing.english)
    return None


_IN_THE_REGION: Final = r"(?P<force>{F})(?: (?:الموجوده|المتمركزه|القايمه|المنتشره))? في (?:هذه )?(?P<name>المنطقه){e}(?! ال| [\ue200-\ue3ff])"
_THE_REGION: Final = r"{b}(?:[وف]?ب?)(?P<name>المنطقه){e}(?! ال| [\ue200-\ue3ff])"


def _in_the_region(context: Context, sentence: Sentence, match: re.Match[str]) -> None:
    """State that a force lies in «the region», which the article names no closer."""
    body = sentence.skeleton.mentions[match["force"]].data
    if not isinstance(body, Body):
        return
    region = Name(f"region-of-{context.tag}")
    place: dict[str, Object] = {"locatedIn": region}
    span = sentence.skeleton.span(*match.span())
    context.ledger.state(span, Name(body.identifier), place, pattern="force:in-the-region", confidence=0.7)
    for other in context.sentences:
        first = pattern(_THE_REGION).search(other.text)
        if first is not None:
            words = other.skeleton.span(*first.span("name"))
            facts: dict[str, Object] = {TYPE: Term("Region"), "name": Printed(*words)}
            context.ledger.state(words, region, facts, pattern="force:in-the-region", confidence=0.7)
            return

"""How long an instrument lasts, by families of words: its term, reach, life and validity, what lasts, runs and stays in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOUN: Final = (
    r"(?:مدت|اجل|امد|عمر|صلاحيت|سريان|فتره سريان|مده سريان|مده صلاحيت|فتره صلاحيت|مده نفاذ|مده العمل ب|مفعول)"
)
_OWN_NOUN: Final = _NOUN.replace("|عمر", "")
"""Of what is not named beside it: «وعمره ستون عاما» is said of persons."""
_NOUN_OF: Final = (
    r"(?:مده|اجل|امد|عمر|صلاحيه|سريان|مفعول|فتره سريان|مده سريان|مده صلاحيه|فتره صلاحيه|مده نفاذ|مده العمل ب)"
)
_IT: Final = r"(?:ها|ه|هما)"
_QUALIFIED: Final = r"(?: (?:ال)?(?:زمنيه?|اصليه?|اولي|اوليه?|قانونيه?|كامله?|مبدييه?|محدده?))?"
_AMOUNTS: Final = (
    r"(?:(?:حدد|حددت|تحدد|يحدد|بلغ|بلغت|[يت]بلغ|[يت]كون|[يت]متد|[يت]صل|جعل|جعلت|ضبط|ضبطت|قدر|قدرت|ينتهي|تنتهي) )"
)
_UP_TO: Final = (
    r"(?:هي |هو |تبلغ |يبلغ |عند |الي |تصل الي |يصل الي |لمده |لفتره |علي مدي |علي امتداد |طوال |طيله |ب|ل|مده |بمده )?"
)
_FOR: Final = r"(?:لمده |لفتره |لاجل |لامد |علي مدي |علي امتداد |مده |طوال |طيله |ل|حتي )"
_SIDES: Final = r"(?: (?:بين|مع) (?:كل من )?{S})?"
_BESIDE: Final = r"(?: (?:{A}|{D}|(?:في|ب) ?{C}|في|عام|سنه|يوم|جديده?|ثناييه?|تاريخيه?|مشتركه?|موقعه?|مبرمه?|ملزمه?|الموقعه?|المبرمه?))*"
_RUNS: Final = r"(?:س?[يت](?:سري|متد|ستمر|دوم|ظل|بقي|مكث|عمل|طبق|نفذ))"
_VALID: Final = r"(?:صالحه?ا?|ساريه?ا?|نافذه?ا?|معقوده?ا?|مبرمه?ا?|ممتده?ا?|قايمه?ا?|مطبقه?ا?)(?: (?:ال)?مفعول)?"
_OPEN: Final = r"(?:(?:غير (?:محدوده?|محدده?|مقيده?|معلومه?|معينه?|موقته?)|مفتوحه?|لا محدوده?)(?: (?:ال)?(?:مده|اجل|امد|زمن|زمنيا|تاريخ|بزمن|باجل|بمده|بسقف زمني))?|(?:الي )?اجل غير (?:مسمي|محدد|معلوم|معين)|امد غير (?:محدد|معلوم)|مده غير (?:محدده|محدوده|معلومه|معينه)|(?:بلا|دون|من دون|بدون) (?:تحديد (?:مده|اجل|سقف زمني)|سقف زمني|اجل (?:محدد|مسمي)|مده محدده|تاريخ انتهاء|موعد انتهاء|نهايه محدده|حد زمني))"
_NO_NUMBER: Final = r"(?!غير (?:محدوده?|محدده?|مقيده?|معلومه?|معينه?|موقته?)(?! (?:ال)?(?:مده|اجل|امد|زمن|زمنيا|تاريخ|بزمن|باجل|بمده|بسقف)))(?!مفتوحه?(?! (?:ال)?(?:مده|اجل|امد|زمن|تاريخ)))"
"""«غير محدودة» alone may be of anything; of a term it says so, or follows one."""
_CLAUSE: Final = r"(?:^|[،؛] ?|علي ان |{b}وان |{b}اذ |{b}(?:كان|كانت) |{b}و(?=[\u0621-\u064a])|{b}حيث |{b}بحيث )"


def lasting(length: str) -> Iterator[str]:
    """Give the wordings of terms around the words of a length; what lasts is the group `what`, empty where it is named before."""
    exact, open_ended = rf"(?P<length>{length})", rf"(?P<length>{_NO_NUMBER}{_OPEN})"
    either = rf"(?P<length>{length}|{_OPEN})"
    yield rf"(?P<all>(?P<what>{{I}}){_SIDES}{_BESIDE} ?،? (?:و)?{_NOUN}{_IT}{_QUALIFIED} {_UP_TO}{either})"
    yield rf"{_CLAUSE}و?(?P<all>(?:قد )?(?P<verb>{_AMOUNTS})(?:قد )?{_OWN_NOUN}{_IT}{_QUALIFIED} {_UP_TO}{either})(?P<what>)"
    yield rf"{_CLAUSE}و?(?P<all>{_OWN_NOUN}{_IT}{_QUALIFIED} {_UP_TO}{either})(?P<what>)"
    yield rf"(?P<all>{{w}}(?P<verb>{_AMOUNTS})?(?:قد )?{_NOUN_OF} ?(?P<what>{{I}}){_SIDES} {_UP_TO}{either})"
    yield rf"(?P<all>(?P<what>{{I}}){_SIDES}{_BESIDE} {_FOR}{exact})"
    yield rf"(?P<all>(?P<what>{{I}}){_SIDES}{_BESIDE} (?:ل|الي |لمده )?{open_ended})"
    yield rf"(?P<all>(?P<what>{{I}}){_SIDES}{_BESIDE} ?،? (?:التي |الذي |وهي |وهو )?(?:{_RUNS}(?: {_VALID})?|{_VALID}) (?:(?:مفعول|صلاحيت|اجل|مدت|امد){_IT} )?{_FOR}?{either})"
    yield rf"{_CLAUSE}و?(?P<all>(?P<verb>{_RUNS}) (?:(?:مفعول|صلاحيت|اجل|مدت|امد|العمل ب){_IT} )?(?:{_VALID} )?{_FOR}{either})(?P<what>)"
    yield rf"{_CLAUSE}و?(?P<all>(?:هي |هو )(?P<verb>{_VALID}) {_FOR}{either})(?P<what>)"
    yield rf"(?P<all>{{b}}(?:علي |ب)(?P<verb>سريان|نفاذ|العمل ب)(?:{_IT}|ال?(?P<what>{{I}})) {_FOR}?{exact})"

"""Which of the two languages a reader gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from mithaq.graph import LANGUAGES, Language

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_LANGUAGE: Final[Language] = "en"
DIRECTIONS: Final[Mapping[Language, Literal["rtl", "ltr"]]] = {"ar": "rtl", "en": "ltr"}

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_of_tag(tag: str | None) -> Language | None:
    """Recognise one of our languages in a language tag or a locale's name.

    >>> language_of_tag("ar_EG.UTF-8"), language_of_tag("AR-ye"), language_of_tag("fr"), language_of_tag(None)
    ('ar', 'ar', None, None)
    """
    primary = (tag or "").replace("_", "-").partition("-")[0].lower()
    return next((language for language in LANGUAGES if language == primary), None)


def other_language(language: Language) -> Language:
    """Give the language to switch to.

    >>> other_language("ar")
    'en'
    """
    return next(each for each in LANGUAGES if each != language)


def language_of_locale(environment: Mapping[str, str]) -> Language:
    """Choose the language by the locale that the environment sets: the first variable that is set decides (POSIX).

    >>> language_of_locale({"LANG": "ar_YE.UTF-8"})
    'ar'
    >>> language_of_locale({"LC_ALL": "C.UTF-8", "LANG": "ar_YE.UTF-8"})
    'en'
    """
    setting = next((environment[name] for name in _LOCALE_VARIABLES if environment.get(name)), None)
    return language_of_tag(setting) or DEFAULT_LANGUAGE

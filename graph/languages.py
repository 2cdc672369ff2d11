"""A text in the two languages of the project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

Language = Literal["ar", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Text:
    """One message in English and in Arabic.

    >>> Text(en="no", ar="لا").said_in("ar")
    'لا'
    """

    en: str
    ar: str

    def said_in(self, language: Language) -> str:
        """Give the text in one language, the other one where it is missing."""
        chosen, other = (self.ar, self.en) if language == "ar" else (self.en, self.ar)
        return chosen or other

    def filled(self, **values: object) -> Text:
        """Fill the places in braces of both texts.

        >>> Text(en="{n} facts", ar="{n} حقائق").filled(n=3).en
        '3 facts'
        """
        return Text(en=self.en.format(**values), ar=self.ar.format(**values))

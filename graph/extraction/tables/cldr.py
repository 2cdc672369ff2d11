"""Build the tables of territories and months from the Unicode CLDR: `python -m mithaq.graph.extraction.tables.cldr`.

Needs Babel, which nothing else here does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from babel import Locale

from .rows import DATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LOCALES: Final = ("ar", "ar_EG", "ar_SA", "ar_LB", "ar_MA", "ar_DZ", "ar_AE", "ar_LY")
"""Arabic locales that between them give every way of naming months and territories."""

_NOT_TERRITORIES: Final = frozenset(
    {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
)
_HEADING: Final = "# Built from the Unicode CLDR as packaged in Babel, by mithaq.graph.extraction.tables.cldr; do not edit. Licence: Unicode-3.0.\n"


def territories() -> list[str]:
    """Give the rows of the territories: code, English name, Arabic names."""
    english: Mapping[str, str] = dict(Locale.parse("en").territories)
    arabic = [Locale.parse(name).territories for name in _LOCALES]
    codes = sorted(
        code for code in english if len(code) == len("AA") and code.isalpha() and code not in _NOT_TERRITORIES
    )
    return [f"{code}\t{english[code]}\t{_joined(each.get(code) for each in arabic)}" for code in codes]


def months() -> list[str]:
    """Give the rows of the months: number, names in the Arabic locales."""
    named = [Locale.parse(name).months["format"]["wide"] for name in _LOCALES]
    return [f"{number}\t{_joined(each[number] for each in named)}" for number in range(1, 13)]


def _joined(names: Iterable[str | None]) -> str:
    return "|".join(dict.fromkeys(name for name in names if name))


def main() -> None:
    """Write both tables where the package reads them."""
    for name, columns, rows in (
        ("territories", "# code\tenglish\tnames\n", territories()),
        ("months", "# number\tnames\n", months()),
    ):
        (DATA / f"{name}.tsv").write_text(_HEADING + columns + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Datatypes: which literals are values of which datatype, and which literals have different values.

The datatypes are those of OWL 2 (https://www.w3.org/TR/owl2-syntax/#Datatype_Maps) and the dates, times and durations
of XML Schema. Of any other datatype nothing is known, so that nothing is ever held against its literals.
"""

from __future__ import annotations

import base64
import re
from calendar import monthrange
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from ..namespaces import OWL, RDF, RDFS, XSD

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode

_Value: TypeAlias = Hashable
_LONGEST_NUMBER: Final = 1000
"""Of a number with more digits nothing is said."""
_ANY_TEXT: Final = frozenset({XSD + "string", RDF + "langString"})
_NAME_START: Final = r"[^\W\d]"
_ZONE: Final = r"(Z|[+-](0\d|1[0-4]):[0-5]\d)"
_DATE: Final = r"-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_TIME: Final = r"(([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?|24:00:00(\.0+)?)"
_SIX: Final = r"([A-Za-z0-9+/] ?)"
_DAYS: Final = r"(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?"


@dataclass(frozen=True, slots=True)
class _Space:
    """A datatype: values of different kinds are never the same; of the numbers, those between two bounds."""

    kind: str
    spelling: re.Pattern[str]
    least: int | None = None
    most: int | None = None
    whole: bool = False


def _space(kind: str, spelling: str) -> _Space:
    return _Space(kind, re.compile(spelling, re.DOTALL))


def _integers(least: int | None = None, most: int | None = None) -> _Space:
    return _Space("real", re.compile(r"[+-]?\d+"), least, most, whole=True)


def _spaces() -> Mapping[str, _Space]:
    number = r"[+-]?(\d+(\.\d*)?|\.\d+)"
    floating = rf"{number}([eE][+-]?\d+)?|[+-]?INF|NaN"
    without_extra_space = r"([^\s]+( [^\s]+)*)?"
    of_xsd = {
        "string": _space("string", r".*"),
        "normalizedString": _space("string", r"[^\n\r\t]*"),
        "token": _space("string", without_extra_space),
        "language": _space("string", r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"),
        "NMTOKEN": _space("string", r"[\w:.\-]+"),
        "Name": _space("string", rf"({_NAME_START}|[:_])[\w:.\-]*"),
        "NCName": _space("string", rf"({_NAME_START}|_)[\w.\-]*"),
        "boolean": _space("boolean", r"true|false|0|1"),
        "float": _space("float", floating),
        "double": _space("double", floating),
        "decimal": _space("real", number),
        "integer": _integers(),
        "nonNegativeInteger": _integers(0),
        "positiveInteger": _integers(1),
        "nonPositiveInteger": _integers(None, 0),
        "negativeInteger": _integers(None, -1),
        "hexBinary": _space("hexBinary", r"([0-9a-fA-F]{2})*"),
        "base64Binary": _space("base64Binary", rf"({_SIX}{{4}})*({_SIX}{{3}}=|{_SIX}{{2}}= ?=)?"),
        "anyURI": _space("anyURI", r".*"),
        "dateTime": _space("dateTime", rf"{_DATE}T{_TIME}{_ZONE}?"),
        "dateTimeStamp": _space("dateTime", rf"{_DATE}T{_TIME}{_ZONE}"),
        "date": _space("date", rf"{_DATE}{_ZONE}?"),
        "time": _space("time", rf"{_TIME}{_ZONE}?"),
        "gYear": _space("gYear", rf"-?\d{{4,}}{_ZONE}?"),
        "gYearMonth": _space("gYearMonth", rf"-?\d{{4,}}-(0[1-9]|1[0-2]){_ZONE}?"),
        "gMonth": _space("gMonth", rf"--(0[1-9]|1[0-2]){_ZONE}?"),
        "gMonthDay": _space("gMonthDay", rf"--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]){_ZONE}?"),
        "gDay": _space("gDay", rf"---(0[1-9]|[12]\d|3[01]){_ZONE}?"),
        "duration": _space("duration", rf"-?P(?=.)(\d+Y)?(\d+M)?{_DAYS}"),
        "yearMonthDuration": _space("duration", r"-?P(?=.)(\d+Y)?(\d+M)?"),
        "dayTimeDuration": _space("duration", rf"-?P(?=.){_DAYS}"),
    }
    for bits, name in ((63, "long"), (31, "int"), (15, "short"), (7, "byte")):
        of_xsd[name] = _integers(-(2**bits), 2**bits - 1)
        of_xsd[f"unsigned{name.capitalize()}"] = _integers(0, 2 ** (bits + 1) - 1)
    return MappingProxyType(
        {XSD + name: space for name, space in of_xsd.items()}
        | {
            RDF + "langString": _space("langString", r".*"),
            OWL + "real": _space("real", number),
            OWL + "rational": _space("real", r"[+-]?\d+(/0*[1-9]\d*)?"),
        }
    )


_SPACES: Final = _spaces()


def is_well_formed(literal: Literal) -> bool:
    """Tell whether a literal has a value in its own datatype; one of an unknown datatype is taken to have.

    >>> from pyoxigraph import Literal, NamedNode
    >>> date = NamedNode("http://www.w3.org/2001/XMLSchema#date")
    >>> is_well_formed(Literal("2024-02-29", datatype=date)), is_well_formed(Literal("soon", datatype=date))
    (True, False)
    """
    datatype = literal.datatype.value
    space = None if datatype in _ANY_TEXT else _SPACES.get(datatype)
    if space is None or space.kind == "string":
        return space is None or space.spelling.fullmatch(literal.value) is not None
    text = literal.value.strip(" \n\r\t")
    return space.spelling.fullmatch(text) is not None and _is_within(text, space)


def _is_within(text: str, space: _Space) -> bool:
    if space.kind in {"date", "dateTime"}:
        year, month, day = re.match(r"(-?\d+)-(\d\d)-(\d\d)", text).groups()  # type: ignore[union-attr]
        return int(day) <= monthrange(2000 + int(year) % 400, int(month))[1]
    if not space.whole or len(text) > _LONGEST_NUMBER:
        return True
    return (space.least is None or int(text) >= space.least) and (space.most is None or int(text) <= space.most)


def is_value(literal: Literal, datatype: NamedNode) -> bool | None:
    """Tell whether the value of a literal is one of a datatype; None where that is not known.

    >>> from pyoxigraph import Literal, NamedNode
    >>> xsd = "http://www.w3.org/2001/XMLSchema#"
    >>> [is_value(Literal(5), NamedNode(xsd + name)) for name in ("byte", "string", "NOTATION")]
    [True, False, None]
    """
    if datatype.value == RDFS + "Literal" or literal.datatype == datatype:
        return True
    own, asked = _SPACES.get(literal.datatype.value), _SPACES.get(datatype.value)
    if datatype.value == RDF + "PlainLiteral" and own is not None:
        return own.kind in {"string", "langString"}
    if own is None or asked is None or not is_well_formed(literal) or len(literal.value) > _LONGEST_NUMBER:
        return None
    return own.kind == asked.kind and _is_of(literal, asked, datatype)


def _is_of(literal: Literal, asked: _Space, datatype: NamedNode) -> bool:
    if asked.kind != "real":
        return asked.spelling.fullmatch(literal.value) is not None
    number = Fraction(literal.value.strip())
    if asked.whole:
        return number.denominator == 1 and _is_within(str(number), asked)
    return datatype.value != XSD + "decimal" or 10 ** number.denominator.bit_length() % number.denominator == 0


def have_different_values(one: Literal, other: Literal) -> bool:
    """Tell whether two literals surely have different values.

    >>> from pyoxigraph import Literal
    >>> have_different_values(Literal(1), Literal(2)), have_different_values(Literal(1), Literal("1"))
    (True, True)
    """
    values = _value_of(one), _value_of(other)
    return None not in values and values[0] != values[1]


def _value_of(literal: Literal) -> tuple[str, _Value] | None:
    space = _SPACES.get(literal.datatype.value)
    if space is None or not is_well_formed(literal) or (space.kind == "real" and len(literal.value) > _LONGEST_NUMBER):
        return None
    value = _READERS.get(space.kind, _as_written)(literal)
    return None if value is None else (space.kind, value)


def _as_written(literal: Literal) -> _Value:
    """Take a date or time without a zone, which the store has brought to one spelling, as it is written."""
    return None if re.search(rf"{_ZONE}$", literal.value) else literal.value


def _instant(literal: Literal) -> _Value:
    try:
        instant = datetime.fromisoformat(literal.value)
    except ValueError:
        return None
    return instant if instant.tzinfo is None else instant.astimezone(UTC)


_READERS: Final[Mapping[str, Callable[[Literal], _Value]]] = MappingProxyType(
    {
        "string": lambda literal: literal.value,
        "langString": lambda literal: (literal.value, (literal.language or "").lower()),
        "boolean": lambda literal: literal.value.strip() in {"1", "true"},
        "real": lambda literal: Fraction(literal.value.strip()),
        "float": lambda literal: str(float(literal.value)),
        "double": lambda literal: str(float(literal.value)),
        "hexBinary": lambda literal: literal.value.strip().lower(),
        "base64Binary": lambda literal: base64.b64decode(literal.value),
        "anyURI": lambda literal: literal.value,
        "dateTime": _instant,
    }
)

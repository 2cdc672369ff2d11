"""Sizes of data sets, as they are written in commands: 10k, 100k, 1M."""

from __future__ import annotations

from typing import Final

import click

_SUFFIXES: Final = {"k": 1_000, "M": 1_000_000}


def _number(text: str) -> int:
    """Read a number of triples.

    >>> _number("10k"), _number("5M"), _number("250")
    (10000, 5000000, 250)
    """
    factor = _SUFFIXES.get(text[-1:], 1)
    number = int(text[:-1] if factor > 1 else text)
    if number <= 0:
        raise ValueError(text)
    return factor * number


def read_number(_context: click.Context, _option: click.Parameter, value: str) -> int:
    """Read a number of triples, for an option."""
    try:
        return _number(value.strip())
    except ValueError as error:
        raise click.BadParameter(f"{value}: write a number of triples such as 10k, 100k or 1M") from error


def read_numbers(context: click.Context, option: click.Parameter, value: str) -> tuple[int, ...]:
    """Read numbers of triples with commas between them, for an option."""
    return tuple(read_number(context, option, each) for each in value.split(","))

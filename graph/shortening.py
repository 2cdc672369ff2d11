"""Long texts cut short, so that a message stays a message."""

from __future__ import annotations


def shortened(text: str, longest: int = 80) -> str:
    """Cut a text after so many characters, and show that it goes on.

    >>> shortened("a long text", longest=5)
    'a lo…'
    """
    return text if len(text) <= longest else text[: longest - 1] + "…"

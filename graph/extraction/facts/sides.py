"""Which polities and organizations act: named, referred to, or those whose officials and bodies do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..mentions.records import Kind, Mention
from .offices import officials

if TYPE_CHECKING:
    from .context import Context


def sides_of(context: Context, mention: Mention | None, other_than: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Give the polities and organizations that a mention stands for; of officials, those whose office it is."""
    if mention is None:
        return ()
    if mention.kind is Kind.OFFICIAL:
        return tuple(each.office.owner.identifier for each in officials(mention) if each.office and each.office.owner)
    if mention.kind is Kind.BODY:
        owner = getattr(mention.data, "owner", None)
        return (owner.identifier,) if owner else ()
    return tuple(each.identifier for each in context.things_of(mention, other_than=other_than))

"""The watch that a service keeps on its store, which it never opens itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mithaq.graph import PlainGraph, StoreWatch

if TYPE_CHECKING:
    from .settings import ServiceSettings


def watch_over(settings: ServiceSettings) -> StoreWatch:
    """Look at the store, and make it where the policy allows that; raises a StoreError that says what to do."""
    plain = settings.policy == "open"
    if plain:
        PlainGraph.make(settings.store)
    watch = StoreWatch(settings.store, plain=plain)
    watch.revision()
    return watch

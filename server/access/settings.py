"""What a service is told of who may do what, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from .tokens import Tokens

USUAL_RATE: Final = 50.0
USUAL_CONCURRENCY: Final = 8


@dataclass(frozen=True)
class AccessSettings:
    """Who may do what, and how much of it.

    Without tokens nobody may write to a governed store, and anybody to an open one; nobody may do what `admin` is for.
    `private` services answer nobody without a token, and `proxies` tells how many of them stand before it. `rate`
    (requests a second) and `concurrency` (requests at once) hold for each client; where they are not given the usual
    ones hold for everybody but this machine itself; 0 means no limit.
    """

    tokens: Tokens = field(default_factory=Tokens)
    private: bool = False
    proxies: int = 0
    rate: float | None = None
    concurrency: int | None = None

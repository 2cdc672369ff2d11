"""The door to the model's route: what it needs is imported only where it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..errors import ModelMissingError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..articles import Article
    from .facts.context import Context
    from .llm.proposing import Tally


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model is, which it is, and how long to wait for it."""

    base_url: str
    model: str
    key: str = field(repr=False)
    seconds: float = 60.0
    attempts: int = 2


def model_reader(endpoint: Endpoint, article: Article) -> Callable[[Context], tuple[str, ...]]:
    """Give a reader that asks the model and adds what can be grounded; raises ModelMissingError."""
    try:
        from .llm.endpoint import ask  # noqa: PLC0415 (an optional dependency)
        from .llm.proposing import propose  # noqa: PLC0415
    except ImportError as error:
        raise ModelMissingError(error.name or "openai") from error

    def read(context: Context) -> tuple[str, ...]:
        answer = ask(endpoint, article)
        if answer.problem is not None:
            return (f"{article.name}: {answer.problem}; the rules alone were used",)
        return (f"{article.name}: {_told(propose(context, answer.frames), answer.misshapen)}",)

    return read


def _told(tally: Tally, misshapen: int) -> str:
    count = tally.taken + tally.not_grounded + tally.taken_back + tally.not_tied + misshapen
    dropped = (
        f"{tally.not_grounded} whose words the article does not have",
        f"{tally.taken_back} that its words take back",
        f"{tally.not_tied} that tie to nothing known",
        f"{misshapen} misshapen",
    )
    return f"the model proposed {count} facts: {tally.taken} taken, {', '.join(dropped)}"

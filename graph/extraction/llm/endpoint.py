"""Ask a language model behind any endpoint that speaks OpenAI's protocol, and say plainly what went wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import openai

from .frames import INSTRUCTIONS, SCHEMA, Frame, frames_in

if TYPE_CHECKING:
    from ...articles import Article
    from ..models import Endpoint


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model answered: frames, how many entries fitted no schema, and what kept it from answering."""

    frames: tuple[Frame, ...] = ()
    misshapen: int = 0
    problem: str | None = None


def ask(endpoint: Endpoint, article: Article) -> Answer:
    """Ask for the frames of an article; whatever goes wrong is told in the answer, never raised."""
    client = openai.OpenAI(
        base_url=endpoint.base_url, api_key=endpoint.key, timeout=endpoint.seconds, max_retries=endpoint.attempts - 1
    )
    try:
        with client:
            completion = client.chat.completions.create(
                model=endpoint.model,
                temperature=0,
                messages=[{"role": "system", "content": INSTRUCTIONS}, {"role": "user", "content": article.text}],
                response_format=_format(),
            )
    except openai.APITimeoutError:
        return Answer(problem=f"the model did not answer within {endpoint.seconds:g} seconds")
    except openai.APIConnectionError:
        return Answer(problem=f"the model cannot be reached at {endpoint.base_url}")
    except openai.APIStatusError as error:
        return Answer(problem=f"the model's endpoint answered with status {error.status_code}")
    except openai.OpenAIError as error:
        return Answer(problem=f"the model's answer cannot be used: {error}")
    return _read(completion)


def _format() -> Any:  # noqa: ANN401 (the client's type of it is a large union)
    return {"type": "json_schema", "json_schema": {"name": "facts", "strict": True, "schema": dict(SCHEMA)}}


def _read(completion: Any) -> Answer:  # noqa: ANN401
    if not completion.choices:
        return Answer(problem="the model's answer is empty")
    choice = completion.choices[0]
    if getattr(choice.message, "refusal", None):
        return Answer(problem=f"the model refused: {choice.message.refusal}")
    try:
        answer = json.loads(choice.message.content or "")
    except json.JSONDecodeError:
        cut = choice.finish_reason == "length"
        return Answer(problem="the model's answer was cut off" if cut else "the model's answer is not JSON")
    read = list(frames_in(answer))
    return Answer(tuple(frame for frame in read if frame is not None), sum(frame is None for frame in read))

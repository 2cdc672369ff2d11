"""Replies: what is sent for an answer or a problem, as the application would send it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from http import HTTPStatus
from typing import IO, TYPE_CHECKING, Final

from werkzeug.http import quote_etag

from ..compression import LARGEST, SMALLEST, packed, packed_file
from ..headers import ALWAYS
from ..operations import HEADER
from ..problems import PROBLEM_MEDIA_TYPE, write_problem
from ..sending import send_bytes, send_file
from ..sparql import UNDERSTOOD

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from ..problems import Problem
    from ..rsgi import HeaderList, HttpProtocol
    from ..workers import Answer

_ON_ALL: Final = [*ALWAYS.items(), ("Accept-Query", UNDERSTOOD), ("Vary", "Accept, Accept-Encoding")]


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent: bytes, or an open file."""

    status: HTTPStatus
    headers: HeaderList
    content: bytes | IO[bytes]
    length: int
    asked: str | None = None
    problem: str | None = None

    def send(self, number: str, protocol: HttpProtocol, loop: AbstractEventLoop) -> None:
        """Send it as the answer to the request of a number."""
        headers = [*_ON_ALL, *self.headers, ("Content-Length", str(self.length)), (HEADER, number)]
        if isinstance(self.content, bytes):
            send_bytes(protocol, self.status, headers, self.content)
        else:
            with self.content as file:
                send_file(protocol, self.status, headers, file, loop)


def is_worth_packing(answer: Answer) -> bool:
    """Tell whether an answer is packed for clients that take it so."""
    return SMALLEST <= answer.length <= LARGEST and answer.head.status is HTTPStatus.OK


def reply_of(answer: Answer, tag: str | None, asked: str, *, packing: bool) -> Reply:
    """Give the reply for an answer to what was asked, perhaps packed."""
    head, length = answer.head, answer.length
    content: bytes | IO[bytes]
    if isinstance(answer.body, io.BytesIO):
        content = packed(answer.body.getvalue()) if packing else answer.body.getvalue()
        length = len(content)
    else:
        content = packed_file(answer.body) if packing else answer.body
        length = content.tell() if packing else length
    headers = [("Content-Type", head.content_type), *head.headers.items()]
    if packing:
        headers.append(("Content-Encoding", "gzip"))
    if tag is not None:  # packed, or in another order, it is the same answer, but not byte for byte
        headers += [("ETag", quote_etag(tag, weak=packing or head.in_own_order)), ("Cache-Control", "no-cache")]
    return Reply(head.status, headers, content, length, asked)


def reply_of_problem(problem: Problem) -> Reply:
    """Give the reply that tells of a problem."""
    content = write_problem(problem)
    headers = [("Content-Type", f"{PROBLEM_MEDIA_TYPE}; charset=utf-8"), *problem.headers.items()]
    return Reply(problem.status, headers, content, len(content), problem=problem.kind)

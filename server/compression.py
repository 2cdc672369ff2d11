"""Compression: answers are packed for clients that accept it, and packed bodies are unpacked, within bounds."""

from __future__ import annotations

import gzip
import shutil
import zlib
from http import HTTPStatus
from tempfile import SpooledTemporaryFile, TemporaryFile
from typing import IO, TYPE_CHECKING, Final

from flask import Response, g, request
from werkzeug.exceptions import RequestEntityTooLarge

from .answers import OPEN_FILE, FileBody
from .problems import Problem, ProblemError, bad_request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask

SMALLEST: Final = 1024
"""Bytes of an answer that is worth packing."""
LARGEST: Final = 64 * 1024 * 1024
"""Bytes of an answer that is packed; larger ones would keep a thread for long."""
_QUICKLY: Final = 1
_WELL: Final = 6
_SHIPPED: Final = "static"
"""The view of the files that come with the service: scripts and styles, of moderate size."""
_BLOCK: Final = 64 * 1024
_GZIP: Final = 16 + zlib.MAX_WBITS
_NAMES: Final = ("gzip", "x-gzip")


def compress(app: Flask) -> None:
    """Have an application pack its answers and unpack the bodies of its requests."""
    app.before_request(_unpack)
    app.after_request(_pack)
    app.teardown_request(_close)


def _unpack() -> None:
    """Put the unpacked body in the place of the packed one; raises RequestEntityTooLarge, ProblemError."""
    encoding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding == "identity":
        return
    if encoding not in _NAMES:
        detail = f"The body is packed as {encoding}; send it plain, or as gzip."
        problem = Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-encoding", "Packed in another way", detail)
        raise ProblemError(problem)
    body: IO[bytes] = SpooledTemporaryFile(max_size=LARGEST // 16)  # noqa: SIM115 - closed with the request
    g.unpacked = body
    for block in _blocks(request.environ["wsgi.input"]):
        body.write(block)
        if request.max_content_length is not None and body.tell() >= request.max_content_length:
            raise RequestEntityTooLarge
    request.environ["CONTENT_LENGTH"] = str(body.tell())
    body.seek(0)
    request.environ["wsgi.input"] = body


def _close(_error: BaseException | None) -> None:
    if (body := g.pop("unpacked", None)) is not None:
        body.close()


def _blocks(packed: IO[bytes]) -> Iterator[bytes]:
    """Unpack block by block; there may be several members, one after another (RFC 1952, 2.2)."""
    unpacking = zlib.decompressobj(_GZIP)
    while True:
        came = unpacking.unconsumed_tail or unpacking.unused_data or packed.read(_BLOCK)
        if unpacking.eof and came:
            unpacking = zlib.decompressobj(_GZIP)
        try:
            block = unpacking.decompress(came, _BLOCK)
        except zlib.error as error:
            raise bad_request(f"The body says that it is packed as gzip, and is not: {error}") from error
        if not came and not block:
            break
        yield block
    if not unpacking.eof:
        raise bad_request("The body, packed as gzip, ends too early.")


def _pack(response: Response) -> Response:
    response.vary.add("Accept-Encoding")
    length = response.content_length or 0
    accepted = request.accept_encodings
    if (
        not SMALLEST <= length <= LARGEST
        or response.status_code != HTTPStatus.OK
        or "Content-Encoding" in response.headers
        or accepted.quality("gzip") <= 0
        or ((response.mimetype or "").startswith("image/") and response.mimetype != "image/svg+xml")
        or request.method == "HEAD"
    ):
        return response
    if (file := request.environ.pop(OPEN_FILE, None)) is not None:
        _pack_file(file, response)
    elif request.endpoint == _SHIPPED:
        response.direct_passthrough = False
        response.set_data(gzip.compress(response.get_data(), _WELL, mtime=0))
    elif not response.is_streamed and not response.direct_passthrough:
        response.set_data(packed(response.get_data()))
    else:
        return response
    response.headers["Content-Encoding"] = "gzip"
    if (tag := response.get_etag()[0]) is not None:
        response.set_etag(tag, weak=True)  # the same answer, but not byte for byte
    return response


def packed(data: bytes) -> bytes:
    """Pack an answer."""
    return gzip.compress(data, _QUICKLY, mtime=0)


def packed_file(file: IO[bytes]) -> IO[bytes]:
    """Pack an answer that is a file, which is closed, into another."""
    target: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed with the response
    with gzip.GzipFile(fileobj=target, mode="wb", compresslevel=_QUICKLY, mtime=0) as stream, file:
        shutil.copyfileobj(file, stream, _BLOCK)
    return target


def _pack_file(file: IO[bytes], response: Response) -> None:
    target = packed_file(file)
    response.content_length = target.tell()
    target.seek(0)
    response.response = FileBody(target)
    request.environ[OPEN_FILE] = target

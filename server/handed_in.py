"""Read what a request hands in: one body of facts, or a form with facts, texts and sources."""

from __future__ import annotations

import io
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Final

from werkzeug.formparser import FormDataParser

from mithaq.graph import is_article_name

from .bodies import read_body, require_utf8
from .media_types import FACT_FORMATS, choose_by_name, media_types
from .problems import bad_request, unsupported_media_type
from .submissions import UNNAMED, Part, PartKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Request
    from werkzeug.datastructures import FileStorage

MULTIPART: Final = "multipart/form-data"
_MOST_PARTS: Final = 1000
_USUAL_FORMAT: Final = "trig"


def read_parts(request: Request) -> tuple[Part, ...]:
    """Read the parts of a request.

    A single body is one part of facts; the parameter `article` says which article's file it is. A form has files named
    facts, text and sources (curl -F facts=@a.trig -F text=@a.txt), or the same as plain fields.

    Raises:
        ProblemError: The form is malformed (400), or something is of a type that is not understood (415).
    """
    if request.mimetype == MULTIPART:
        return tuple(_parts_of_form(request))
    choice = choose_by_name(request.mimetype, FACT_FORMATS)
    if choice is None:
        raise unsupported_media_type(request.mimetype, (*media_types(FACT_FORMATS), MULTIPART))
    return (Part(PartKind.FACTS, _file_named(request.args.get("article")), choice.format.name, read_body(request)),)


def _parts_of_form(request: Request) -> Iterator[Part]:
    body = read_body(request)
    parser = FormDataParser(_in_memory, max_form_memory_size=None, max_form_parts=_MOST_PARTS, silent=False)
    try:
        _, fields, files = parser.parse(io.BytesIO(body), MULTIPART, len(body), request.mimetype_params)
    except ValueError as error:
        raise bad_request(f"The form cannot be read: {error}.") from error
    if not fields and not files:
        raise bad_request("The form is empty: send files named facts, text or sources.")
    for name, file in files.items(multi=True):
        yield _part_of_file(_kind(name), file)
    named = _file_named(fields.get("article") or request.args.get("article"))
    for name, value in fields.items(multi=True):
        if name not in {"article", "format", "lang"}:
            kind = _kind(name)
            format_ = "" if kind is PartKind.TEXT else fields.get("format", _USUAL_FORMAT)
            yield Part(kind, named, format_, value.encode())


def _in_memory(
    total_content_length: int | None,  # noqa: ARG001 - what the parser tells whoever makes a stream
    content_type: str | None,  # noqa: ARG001
    filename: str | None,  # noqa: ARG001
    content_length: int | None = None,  # noqa: ARG001
) -> IO[bytes]:
    """Keep a file in memory, where the body is already."""
    return io.BytesIO()


def _part_of_file(kind: PartKind, file: FileStorage) -> Part:
    require_utf8(file.mimetype_params)
    name = PurePosixPath((file.filename or UNNAMED).replace("\\", "/")).name or UNNAMED
    return Part(kind, name, "" if kind is PartKind.TEXT else _format_of_file(name, file.mimetype), file.read())


def _kind(name: str) -> PartKind:
    try:
        return PartKind(name)
    except ValueError as error:
        raise bad_request(f"The form has a part {name!r}; its parts are facts, text and sources.") from error


def _format_of_file(name: str, media_type: str) -> str:
    """Tell the syntax by the media type, or by the name's ending: few programs know the media types of RDF."""
    ending = PurePosixPath(name).suffix.removeprefix(".")
    choice = choose_by_name(media_type, FACT_FORMATS) or choose_by_name(ending, FACT_FORMATS)
    if choice is None:
        raise unsupported_media_type(f"{media_type} ({name})", media_types(FACT_FORMATS))
    return choice.format.name


def _file_named(article: str | None) -> str:
    if article is None:
        return UNNAMED
    name = article.rpartition("/")[2].removeprefix("article:")
    if not is_article_name(name):
        raise bad_request(f"No article is named {article!r}.")
    return f"{name}.trig"

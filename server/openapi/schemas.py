"""The forms of the documents that the service answers with, as JSON Schema has them."""

from __future__ import annotations

from typing import Any, Final

_TEXT: Final[dict[str, Any]] = {"type": "string"}
_MAYBE_TEXT: Final[dict[str, Any]] = {"type": ["string", "null"]}
_MAYBE_NUMBER: Final[dict[str, Any]] = {"type": ["integer", "null"]}
_COUNT: Final[dict[str, Any]] = {"type": "integer", "minimum": 0}
_TERM: Final[dict[str, Any]] = {"type": "string", "description": "A term as N-Triples has it."}
_TRIPLE: Final[dict[str, Any]] = {"type": "array", "items": _TERM, "minItems": 3, "maxItems": 3}


def _object(properties: dict[str, Any], *optional: str, closed: bool = True) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": not closed,
    }


def _list_of(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _named(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


_IN_BOTH: Final = _object({"en": _TEXT, "ar": _TEXT})
_FINDING: Final = _object(
    {
        "severity": {"enum": ["Violation", "Warning", "Info"]},
        "rule": _TEXT,
        "component": _MAYBE_TEXT,
        "focus": _MAYBE_TEXT,
        "path": _MAYBE_TEXT,
        "value": _MAYBE_TEXT,
        "message": _IN_BOTH,
        "advice": _IN_BOTH,
        "file": _MAYBE_TEXT,
        "line": _MAYBE_NUMBER,
        "graph": _MAYBE_TEXT,
        "quote": _MAYBE_TEXT,
        "sentence": _MAYBE_TEXT,
    }
)
_GROUND: Final = _object(
    {
        "triple": _TRIPLE,
        "graph": _TEXT,
        "inferred": {"type": "boolean"},
        "article": _MAYBE_TEXT,
        "begin": _MAYBE_NUMBER,
        "end": _MAYBE_NUMBER,
        "quote": _MAYBE_TEXT,
        "sentence": _MAYBE_TEXT,
        "translation": _MAYBE_TEXT,
        "attributedTo": _list_of(_TEXT),
        "relayedBy": _list_of(_TEXT),
        "sources": _list_of(_TERM),
    }
)
_STATED: Final = _object(
    {
        "graph": _TEXT,
        "quote": _MAYBE_TEXT,
        "sentence": _MAYBE_TEXT,
        "attributedTo": _list_of(_TEXT),
        "relayedBy": _list_of(_TEXT),
    }
)

SCHEMAS: Final[dict[str, Any]] = {
    "Problem": {
        "description": "Problem details (RFC 9457); a refusal has the report as a member.",
        **_object(
            {
                "type": {"type": "string", "format": "uri"},
                "title": _TEXT,
                "status": {"type": "integer"},
                "detail": _TEXT,
                "file": _TEXT,
                "line": {"type": "integer"},
                "column": {"type": "integer"},
                "report": _named("Report"),
            },
            "file",
            "line",
            "column",
            "report",
            closed=False,
        ),
    },
    "Finding": _FINDING,
    "Report": _object(
        {
            "conforms": {"type": "boolean"},
            "counts": _object({"Violation": _COUNT, "Warning": _COUNT, "Info": _COUNT}),
            "findings": _list_of(_named("Finding")),
        }
    ),
    "Revision": _object(
        {"number": {"type": "integer", "minimum": 1}, "time": _TEXT, "note": _TEXT, "digest": _named("Digest")}
    ),
    "Digest": {"type": "string", "description": "Names the content of a revision."},
    "Transaction": _object(
        {
            "changed": {"type": "boolean"},
            "revision": {"anyOf": [_named("Revision"), {"type": "null"}]},
            "added": _COUNT,
            "removed": _COUNT,
            "inferred": {"type": "integer"},
            "report": _named("Report"),
        }
    ),
    "Evidence": _object({"evidence": _list_of(_GROUND)}),
    "Explanation": _object(
        {
            "triple": _TRIPLE,
            "outcome": {"enum": ["stated", "proven", "perhaps longer", "unfinished"]},
            "steps": _list_of(
                _object(
                    {
                        "conclusion": _TRIPLE,
                        "rules": _list_of(_TEXT),
                        "axioms": _list_of(_TRIPLE),
                        "premises": _list_of(_TRIPLE),
                    }
                )
            ),
            "stated": _list_of(_object({"triple": _TRIPLE, "grounds": _list_of(_STATED)})),
        }
    ),
    "Health": _object({"status": {"const": "ok"}, "revision": {"type": "integer"}, "digest": _TEXT, "version": _TEXT}),
    "Readiness": _object({"status": {"const": "ready"}, "digest": _TEXT}),
    "Version": _object(
        {
            "mithaq": _TEXT,
            "python": _TEXT,
            "dependencies": {"type": "object", "additionalProperties": _TEXT},
            "policy": {"enum": ["governed", "open"]},
            "limits": {"type": "object", "additionalProperties": {"type": "number"}},
        }
    ),
    "Running": _object(
        {
            "running": _list_of(
                _object(
                    {
                        "number": {"type": "integer", "minimum": 1},
                        "kind": _TEXT,
                        "seconds": {"type": "number", "minimum": 0},
                        "text": _MAYBE_TEXT,
                    }
                )
            )
        }
    ),
}

"""The core of Mithaq: build, query, export, validate and check a graph whose every triple has its sentence."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Final

from .articles import NAMES_ALLOWED, Article, is_article_name, read_article
from .building import BuildReport, Progress
from .described_rules import describe_rule
from .differences import lines_of as difference_lines
from .errors import (
    ArticleError,
    ForkEndedError,
    FormatError,
    MithaqError,
    ModelMissingError,
    NotInGraphError,
    ParseError,
    QueryError,
    QueryFailedError,
    QuerySyntaxError,
    ReviewError,
    RevisionUnknownError,
    ServiceRefusedError,
    ShapesError,
    StoreBusyError,
    StoreError,
    StoreForeignError,
    StoreMissingError,
    StorePolicyError,
    StoreTooLargeError,
    StoreVersionError,
    TermError,
    UnknownGraphError,
)
from .evidence import Evidence
from .explanations import Explanation
from .facts import Facts, Statement, parse_facts, parse_facts_bytes
from .findings import Finding, Severity
from .folding import search_key
from .forks import end_with_parent
from .formats import SYNTAXES, Syntax, syntax_named
from .knowledge_graph import GraphWriter, KnowledgeGraph
from .languages import LANGUAGES, Language, Text
from .memory_graph import MemoryGraph
from .namespaces import PREFIXES, compact
from .plain_graph import PlainGraph, PlainWriter
from .quarantine import set_aside
from .queries import GRAPH_FORMATS, RESULT_FORMATS, Asking, QueryResult, judge_update, quads_inserted
from .report import ValidationReport, reports_as_turtle
from .shipped import BuildFiles, shipped_files
from .spans import Span
from .statistics import Statistics
from .store import Change, Revision, patch_lines
from .store_watch import StoreWatch
from .submission import Submission, read_submission
from .summaries import ArticleSummary
from .terms import Term, parse_term, write_term
from .transactions import Transaction

if TYPE_CHECKING:
    from .extraction import (
        Endpoint,
        Evaluation,
        Extracted,
        Proposals,
        Publication,
        decided,
        evaluate_all,
        extract_files,
        review_rows,
        write_csv,
        write_html,
        write_trig,
    )
    from .extraction import extract as extract_article
    from .extraction import read_facts as read_fact_set

__all__ = [
    "GRAPH_FORMATS",
    "LANGUAGES",
    "NAMES_ALLOWED",
    "PREFIXES",
    "RESULT_FORMATS",
    "SYNTAXES",
    "Article",
    "ArticleError",
    "ArticleSummary",
    "Asking",
    "BuildFiles",
    "BuildReport",
    "Change",
    "Endpoint",
    "Evaluation",
    "Evidence",
    "Explanation",
    "Extracted",
    "Facts",
    "Finding",
    "ForkEndedError",
    "FormatError",
    "GraphWriter",
    "KnowledgeGraph",
    "Language",
    "MemoryGraph",
    "MithaqError",
    "ModelMissingError",
    "NotInGraphError",
    "ParseError",
    "PlainGraph",
    "PlainWriter",
    "Progress",
    "Proposals",
    "Publication",
    "QueryError",
    "QueryFailedError",
    "QueryResult",
    "QuerySyntaxError",
    "ReviewError",
    "Revision",
    "RevisionUnknownError",
    "ServiceRefusedError",
    "Severity",
    "ShapesError",
    "Span",
    "Statement",
    "Statistics",
    "StoreBusyError",
    "StoreError",
    "StoreForeignError",
    "StoreMissingError",
    "StorePolicyError",
    "StoreTooLargeError",
    "StoreVersionError",
    "StoreWatch",
    "Submission",
    "Syntax",
    "Term",
    "TermError",
    "Text",
    "Transaction",
    "UnknownGraphError",
    "ValidationReport",
    "compact",
    "decided",
    "describe_rule",
    "difference_lines",
    "end_with_parent",
    "evaluate_all",
    "extract_article",
    "extract_files",
    "is_article_name",
    "judge_update",
    "parse_facts",
    "parse_facts_bytes",
    "parse_term",
    "patch_lines",
    "quads_inserted",
    "read_article",
    "read_fact_set",
    "read_submission",
    "reports_as_turtle",
    "review_rows",
    "search_key",
    "set_aside",
    "shipped_files",
    "syntax_named",
    "write_csv",
    "write_html",
    "write_term",
    "write_trig",
]

_EXTRACTION: Final = {
    "Endpoint": "Endpoint",
    "Evaluation": "Evaluation",
    "Extracted": "Extracted",
    "Proposals": "Proposals",
    "Publication": "Publication",
    "decided": "decided",
    "evaluate_all": "evaluate_all",
    "extract_files": "extract_files",
    "review_rows": "review_rows",
    "write_csv": "write_csv",
    "write_html": "write_html",
    "write_trig": "write_trig",
    "extract_article": "extract",
    "read_fact_set": "read_facts",
}
"""What extraction offers, by the names that it goes by here; it takes as long to import as all the rest."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Give what extraction offers when it is first asked for."""
        if name not in _EXTRACTION:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(".extraction", __name__), _EXTRACTION[name])
        globals()[name] = value
        return value

"""The face of the core: the names that others build on, and that every error has the one base."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import mithaq.graph
from mithaq.graph import MithaqError, errors

PUBLIC = {
    "Article", "ArticleError", "ArticleSummary", "Asking", "BuildFiles", "BuildReport", "Change", "Endpoint",
    "Evaluation", "Evidence", "Explanation", "Extracted", "Facts", "Finding", "ForkEndedError", "FormatError",
    "GRAPH_FORMATS", "GraphWriter", "KnowledgeGraph", "LANGUAGES", "Language", "MemoryGraph", "MithaqError",
    "ModelMissingError",
    "NAMES_ALLOWED", "NotInGraphError", "PREFIXES", "ParseError", "PlainGraph", "PlainWriter", "Progress", "Proposals",
    "Publication", "QueryError", "QueryFailedError", "QueryResult", "QuerySyntaxError", "RESULT_FORMATS",
    "ReviewError", "Revision", "RevisionUnknownError", "SYNTAXES", "ServiceRefusedError", "Severity", "ShapesError",
    "Span", "Statement", "Statistics", "StoreBusyError", "StoreError", "StoreForeignError", "StoreMissingError",
    "StorePolicyError", "StoreTooLargeError", "StoreVersionError", "StoreWatch", "Submission", "Syntax", "Term",
    "TermError", "Text",
    "Transaction", "UnknownGraphError", "ValidationReport", "compact", "decided", "describe_rule", "difference_lines",
    "end_with_parent", "evaluate_all", "extract_article", "extract_files", "is_article_name", "judge_update",
    "parse_facts", "parse_facts_bytes", "parse_term", "patch_lines", "quads_inserted", "read_article", "read_fact_set",
    "read_submission", "reports_as_turtle", "review_rows", "search_key", "set_aside", "shipped_files", "syntax_named",
    "write_csv", "write_html", "write_term", "write_trig",
}  # fmt: skip
METHODS = {
    "articles", "audit", "back_up", "build", "changing", "check", "close", "consequences", "difference",
    "evidence", "explain", "export", "is_current", "labels", "open", "query", "renewed", "resolve", "restore",
    "revision", "revisions", "stats", "store", "supposing", "text_of", "validate", "validate_file", "writing",
}  # fmt: skip


def test_public_names_are_these() -> None:
    assert set(mithaq.graph.__all__) == PUBLIC
    assert all(hasattr(mithaq.graph, name) for name in PUBLIC)


def test_knowledge_graph_offers_these() -> None:
    assert {name for name in dir(mithaq.graph.KnowledgeGraph) if not name.startswith("_")} == METHODS


def kinds_of(error: type[MithaqError]) -> set[type[MithaqError]]:
    return {error}.union(*map(kinds_of, error.__subclasses__()))


def test_every_error_has_the_one_base_and_stands_in_the_tree_of_the_module() -> None:
    for module in pkgutil.walk_packages(mithaq.graph.__path__, "mithaq.graph."):
        importlib.import_module(module.name)

    own = {error for _, error in inspect.getmembers(errors, inspect.isclass) if error.__module__ == errors.__name__}

    assert {error for error in kinds_of(MithaqError) if error.__module__.startswith("mithaq.graph")} == own
    for error in own:
        assert error.__name__ in (errors.__doc__ or "")
        assert error.__name__ in PUBLIC


def test_everything_public_is_documented() -> None:
    for name, value in vars(mithaq.graph.KnowledgeGraph).items():
        if not name.startswith("_"):
            assert inspect.getdoc(value), name

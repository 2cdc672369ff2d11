"""The pages, in both languages."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from mithaq.server.example_queries import ExampleQuery, read_example_queries
from mithaq.server.questions import read_questions

if TYPE_CHECKING:
    from flask.testing import FlaskClient

EXAMPLES = read_example_queries()
VOID = {"br", "input", "link", "meta"}
RECOGNITION = "subject=id:russia&predicate=mithaq:recognizes&object=id:abkhazia"
DOCUMENTS = (
    "/page/id/russia",
    "/article/pact?format=html",
    "/graph/reference?format=html",
    "/ontology?format=html",
    "/shapes?format=html",
    "/evidence?format=html&subject=id:russia",
    f"/explain?format=html&{RECOGNITION}",
)
"""Pages about single things."""
PAGES = (
    "/",
    "/articles",
    "/compare",
    "/see",
    "/nowhere",
    "/query",
    "/query?query=ASK%20%7B%7D",
    "/query?query=nonsense",
)


class Page(HTMLParser):
    """The elements of a page with their attributes; fails where one is closed that is not open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def values(self, attribute: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(attribute)) is not None]


def page_of(client: FlaskClient, address: str, **headers: str) -> Page:
    return Page(client.get(address, headers=headers).get_data(as_text=True))


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
@pytest.mark.parametrize("path", ["/", "/articles", "/compare", "/see", "/query", "/query?query=nonsense", *DOCUMENTS])
def test_page_says_its_language_and_direction(client: FlaskClient, path: str, language: str, direction: str) -> None:
    response = client.get(path, headers={"Accept-Language": f"{language},fr;q=0.5"})

    tag, attributes = Page(response.get_data(as_text=True)).elements[0]
    assert (tag, attributes) == ("html", {"lang": language, "dir": direction})
    assert response.headers["Content-Language"] == language
    assert "Accept-Language" in response.headers["Vary"]


def test_language_of_the_address_wins_over_that_of_the_browser(client: FlaskClient) -> None:
    assert page_of(client, "/?lang=ar", **{"Accept-Language": "en"}).elements[0][1]["lang"] == "ar"


def test_switching_the_language_keeps_the_question(client: FlaskClient) -> None:
    page = page_of(client, "/query?lang=en&query=ASK%20%7B%7D")

    (other,) = [attributes["href"] for _, attributes in page.elements if attributes.get("hreflang") == "ar"]
    assert other is not None
    assert client.get(other).status_code == 200
    assert "lang=ar" in other
    assert "ASK" in other


def test_start_page_offers_three_questions_in_both_languages(client: FlaskClient) -> None:
    for language in ("ar", "en"):
        text = client.get(f"/?lang={language}").get_data(as_text=True)

        assert len(EXAMPLES) == 3
        assert all((each.arabic if language == "ar" else each.english) in text for each in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.english)
def test_example_question_has_an_answer(shipped_client: FlaskClient, example: ExampleQuery) -> None:
    text = shipped_client.get("/query", query_string={"query": example.query, "lang": "ar"}).get_data(as_text=True)

    assert f"<h1>{example.arabic}</h1>" in text
    assert int(re.findall(r"عدد الصفوف: (\d+)", text)[0]) > 0


def test_every_link_of_the_start_page_leads_somewhere(shipped_client: FlaskClient) -> None:
    page = page_of(shipped_client, "/?lang=en")

    addresses = [address for address in page.values("href") if address.startswith("/")]
    assert len(addresses) > 8
    for address in addresses:
        with shipped_client.get(address) as response:
            assert response.status_code == 200, address


@pytest.mark.parametrize("address", DOCUMENTS)
def test_every_link_of_a_page_about_a_thing_leads_somewhere(client: FlaskClient, address: str) -> None:
    page = page_of(client, address)

    own = sorted({href for href in page.values("href") if href.startswith("/")})
    for href in [*own[:20], *own[-5:]]:
        with client.get(href, follow_redirects=True) as response:
            assert response.status_code == 200, href


@pytest.mark.parametrize(
    ("language", "verdict"), [("ar", "المعلومات غير مطابقة."), ("en", "The facts do not conform.")]
)
def test_report_comes_as_a_page(client: FlaskClient, language: str, verdict: str) -> None:
    facts = b"""@prefix id: <https://w3id.org/mithaq/id/> . @prefix mithaq: <https://w3id.org/mithaq#> .
    id:lonely a mithaq:Instrument ; mithaq:party id:russia ."""
    headers = {"Accept": "text/html", "Accept-Language": language}

    response = client.post("/validate", data=facts, content_type="text/turtle", headers=headers)

    page = Page(response.get_data(as_text=True))
    assert page.elements[0][1]["lang"] == language
    assert verdict in response.get_data(as_text=True)


@pytest.mark.parametrize(("language", "heading"), [("ar", "لا شيء هنا"), ("en", "There is nothing here")])
@pytest.mark.parametrize("address", ["/page/id/nobody", "/made-up", "/article/nothing"])
def test_problem_is_shown_on_a_page_to_whoever_looks_at_pages(
    client: FlaskClient, address: str, language: str, heading: str
) -> None:
    headers = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": language}

    response = client.get(address, headers=headers)

    page = Page(response.get_data(as_text=True))
    assert (response.status_code, response.content_type) == (404, "text/html; charset=utf-8")
    assert page.elements[0][1]["lang"] == language
    assert f"<h1>{heading}</h1>" in response.get_data(as_text=True)
    assert client.get(address).mimetype == "application/problem+json"


def test_page_of_a_problem_keeps_what_its_headers_say(client: FlaskClient) -> None:
    response = client.delete("/query", headers={"Accept": "text/html"})

    assert (response.status_code, response.mimetype) == (405, "text/html")
    assert "GET" in response.headers["Allow"]


def test_no_page_asks_another_host_or_holds_code(client: FlaskClient) -> None:
    for address in (*PAGES, "/query?query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D", "/search?q=a"):
        response = client.get(address)
        page = Page(response.get_data(as_text=True))

        assert all(value.startswith(("/", "#")) for name in ("href", "src", "action") for value in page.values(name))
        scripts = [attributes for tag, attributes in page.elements if tag == "script"]
        assert all("src" in each or each["type"] == "application/json" for each in scripts)
        assert "style" not in {tag for tag, _ in page.elements}
        assert not page.values("style")
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'; script-src 'self'; style-src 'self'" in policy
        assert "unsafe" not in policy


def test_result_shows_labels_in_the_language_of_the_reader(client: FlaskClient) -> None:
    query = "SELECT ?party { id:pact-friendship mithaq:party ?party }"

    arabic = client.get("/query", query_string={"query": query, "lang": "ar"}).get_data(as_text=True)
    english = client.get("/query", query_string={"query": query, "lang": "en"}).get_data(as_text=True)

    assert '<bdi lang="ar" dir="rtl">روسيا</bdi>' in arabic
    assert '<bdi lang="en" dir="ltr">Russia</bdi>' in english
    assert "id:russia" in arabic


def test_arabic_cells_run_from_right_to_left_on_an_english_page(client: FlaskClient) -> None:
    query = "SELECT ?name { id:russia mithaq:name ?name }"

    text = client.get("/query", query_string={"query": query, "lang": "en"}).get_data(as_text=True)

    assert '<td dir="rtl"><bdi lang="ar" dir="rtl">روسيا</bdi></td>' in re.sub(r">\s+<", "><", text)


def test_text_of_a_query_cannot_become_part_of_the_page(client: FlaskClient) -> None:
    query = "SELECT ('<script>alert(1)</script>' AS ?x) {} #</textarea><script>"

    text = client.get("/query", query_string={"query": query, "lang": "en"}).get_data(as_text=True)

    assert "alert(1)" in text
    assert "<script>" not in text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("ASK { ?article a mithaq:Article }", "Yes"),
        ("ASK { <x:x> a mithaq:Article }", "No"),
        ("SELECT ?x { <x:x> ?x ?y }", "The graph holds no answer"),
        ("CONSTRUCT WHERE { ?article mithaq:length ?length }", "Rows: 3"),
    ],
)
def test_each_kind_of_result_is_shown(client: FlaskClient, query: str, shown: str) -> None:
    response = client.get("/query", query_string={"query": query, "lang": "en"})

    assert response.status_code == 200
    assert shown in response.get_data(as_text=True)


def test_long_result_is_cut_and_says_so(client: FlaskClient) -> None:
    query = "SELECT * { ?a mithaq:begin ?b . ?c mithaq:begin ?d . ?e mithaq:begin ?f }"

    text = client.get("/query", query_string={"query": query, "lang": "en"}).get_data(as_text=True)

    shown = re.search(r"The first 1,000 of ([\d,]+) rows", text)
    assert shown is not None
    assert int(shown[1].replace(",", "")) > 1000
    assert text.count("<tr>") == 1001


def test_faulty_query_is_shown_with_its_place(client: FlaskClient) -> None:
    response = client.get("/query", query_string={"query": "SELECT *\nWHERE { ?s ?p }", "lang": "en"})

    text = response.get_data(as_text=True)
    assert response.status_code == 400
    assert "Line 2, column 1" in text
    assert "WHERE { ?s ?p }" in text


def test_style_sheet_and_icon_are_served(client: FlaskClient) -> None:
    for _, attributes in page_of(client, "/").elements:
        if attributes.get("rel") in {"stylesheet", "icon"}:
            with client.get(str(attributes["href"])) as response:
                assert response.status_code == 200


def test_language_that_a_reader_chose_is_kept(client: FlaskClient) -> None:
    client.get("/?lang=ar", headers={"Accept-Language": "en"})

    assert page_of(client, "/", **{"Accept-Language": "en"}).elements[0][1]["lang"] == "ar"


@pytest.mark.parametrize("sought", ["ابخازيا", "أبخازيا", "abkhaz", "ABKHAZIA", "بخاز"])
def test_search_finds_by_any_spelling_and_part(shipped_client: FlaskClient, sought: str) -> None:
    page = page_of(shipped_client, f"/search?q={sought}")

    assert "/id/abkhazia" in page.values("href")


def test_search_that_finds_nothing_says_so(client: FlaskClient) -> None:
    assert "Nothing of this name." in client.get("/search?q=xyzzy&lang=en").get_data(as_text=True)


def test_question_of_each_topic_is_offered(client: FlaskClient) -> None:
    text = client.get("/query?lang=en").get_data(as_text=True)

    assert all(topic.title.en in text for topic in read_questions())
    assert len(read_questions()) > 10


def test_rows_for_scripts_bear_labels_and_addresses(client: FlaskClient) -> None:
    query = "SELECT ?party { id:pact-friendship mithaq:party ?party }"

    told = client.post("/query/rows?lang=en", data={"query": query}).get_json()

    assert told["columns"] == ["party"]
    assert {"text": "Russia", "language": "en", "address": "/id/russia"}.items() <= told["rows"][0][0].items()
    assert told["count"] == len(told["rows"])


def test_fault_of_a_query_is_told_with_its_place(client: FlaskClient) -> None:
    told = client.post("/query/faults", data={"query": "SELECT *\nWHERE { ?s ?p }"}).get_json()

    assert [(fault["line"], fault["type"].rpartition("/")[2]) for fault in told["faults"]] == [(2, "malformed-query")]
    assert client.post("/query/faults", data={"query": "ASK {}"}).get_json() == {"faults": []}


@pytest.mark.parametrize(
    ("text", "inserted"),
    [("mithaq:par", "mithaq:party"), ("طرف الصك", "mithaq:party"), ("abkhaz", "id:abkhazia"), ("mit", "mithaq:")],
)
def test_name_is_completed_from_prefix_or_label(shipped_client: FlaskClient, text: str, inserted: str) -> None:
    told = shipped_client.get("/query/completions", query_string={"text": text}).get_json()

    assert inserted in [each["insert"] for each in told["completions"]]


@pytest.mark.parametrize("path", ["/id/nobody", "/nowhere", "/article/nothing"])
def test_browser_is_told_on_a_page_what_is_wrong(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers={"Accept": "text/html,*/*;q=0.5"}, follow_redirects=True)

    assert response.status_code == 404
    assert response.content_type == "text/html; charset=utf-8"
    assert "There is nothing here" in response.get_data(as_text=True)


@pytest.mark.parametrize(("language", "heading"), [("en", "There is nothing here"), ("ar", "لا شيء هنا")])
def test_problem_is_told_in_the_readers_language(client: FlaskClient, language: str, heading: str) -> None:
    page = client.get("/nowhere", headers={"Accept": "text/html", "Accept-Language": language})

    assert f"<h1>{heading}</h1>" in page.get_data(as_text=True)
    assert "There is nothing at /nowhere." in page.text


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/?lang=xx", 400), ("POST", "/update", 403), ("GET", "/nowhere", 404), ("DELETE", "/", 405),
        ("POST", "/sparql", 415),
    ],
)  # fmt: skip
def test_each_kind_of_problem_has_its_page(client: FlaskClient, method: str, path: str, status: int) -> None:
    response = client.open(path, method=method, headers={"Accept": "text/html"}, data=b"?", content_type="a/b")

    assert response.status_code == status
    assert response.content_type == "text/html; charset=utf-8"
    assert Page(response.get_data(as_text=True)).values("role").count("alert") == 1


def test_styles_are_packed_for_whoever_takes_them_so(client: FlaskClient) -> None:
    accepted = {"Accept-Encoding": "gzip"}
    with client.get("/static/style.css", headers=accepted) as packed, client.get("/static/style.css") as plain:
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.data) == plain.data

    with client.get("/static/style.css", headers={**accepted, "If-None-Match": packed.headers["ETag"]}) as again:
        assert again.status_code == 304


def test_theme_that_was_chosen_is_kept(client: FlaskClient) -> None:
    assert Page(client.get("/see").get_data(as_text=True)).values("data-theme") == []

    client.get("/?theme=dark")

    assert Page(client.get("/see").get_data(as_text=True)).values("data-theme") == ["dark"]
    client.get("/?theme=light")
    assert Page(client.get("/see").get_data(as_text=True)).values("data-theme") == ["light"]


def test_program_is_told_as_data_what_is_wrong(client: FlaskClient) -> None:
    assert client.get("/nowhere", headers={"Accept": "*/*"}).mimetype == "application/problem+json"

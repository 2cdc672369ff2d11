"""The model's route, against a server that speaks the protocol: what it invents is dropped, what fails is said."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("openai", reason="the optional libraries of the model's route are not installed")
pytest.importorskip("rapidfuzz", reason="the optional libraries of the model's route are not installed")

from mithaq.graph.extraction import Endpoint, Proposals, extract, write_trig
from mithaq.graph.extraction.llm.grounding import ground
from mithaq.graph.extraction.models import model_reader
from mithaq.graph.facts import parse_facts_bytes
from mithaq.graph.folding import fold

from .conftest import article_of, stated

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "وقعت روسيا معاهدة صداقة مع الصين. والتزمت الصين في ملحق لها بتسليم المطلوبين. وقعت الحرب."


class Model(BaseHTTPRequestHandler):
    """One answer to every question; what it was asked is kept."""

    answer: dict[str, Any]
    asked: dict[str, Any]
    delay = 0.0
    status = 200

    def do_POST(self) -> None:
        type(self).asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        time.sleep(self.delay)
        body = json.dumps(self.answer).encode()
        self.send_response(self.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def model() -> Iterator[type[Model]]:
    handler = type("Handler", (Model,), {"answer": {}, "asked": {}})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        handler.port = server.server_port  # type: ignore[attr-defined]
        yield handler
        server.shutdown()
        thread.join()


def says(content: object, *, finish: str = "stop", refusal: str | None = None) -> dict[str, Any]:
    text = content if isinstance(content, str) else json.dumps(content)
    message = {"role": "assistant", "content": None if refusal else text, "refusal": refusal}
    choice = {"index": 0, "finish_reason": finish, "message": message}
    return {"id": "1", "object": "chat.completion", "created": 1, "model": "small", "choices": [choice]}


def frame(**fields: object) -> dict[str, object]:
    empty = {
        "kind": "signing",
        "status": "occurred",
        "quote": "",
        "instrument": "",
        "sides": [],
        "other": "",
        "person": "",
        "content": "",
    }
    return {**empty, **fields}


def read_with(model: type[Model], seconds: float = 5.0, text: str = TEXT) -> Proposals:
    article = article_of(text)
    endpoint = Endpoint(f"http://127.0.0.1:{model.port}/v1", "small", "key", seconds=seconds, attempts=1)  # type: ignore[attr-defined]
    proposals = extract(article, second=model_reader(endpoint, article))
    parse_facts_bytes(write_trig(proposals).encode(), "trig", "article.trig")
    return proposals


def test_what_is_grounded_is_added_with_its_origin(model: type[Model]) -> None:
    duty = frame(
        kind="duty",
        quote="التزمت الصين في ملحق لها بتسليم المطلوبين",
        instrument="معاهدة صداقة",
        sides=["الصين"],
        content="تسليم المطلوبين",
    )
    model.answer = says({"facts": [duty]})

    proposals = read_with(model)

    by_rules = {claim.pattern for claim in extract(article_of(TEXT)).claims}
    assert {claim.pattern for claim in proposals.claims} - by_rules == {"model:provision"}
    assert stated(proposals, "Duty")[0]["contentAsReported"] == {"تسليم المطلوبين"}


def test_what_both_say_stands_once_with_both_origins(model: type[Model]) -> None:
    model.answer = says(
        {
            "facts": [
                frame(quote="وقعت روسيا معاهدة صداقة مع الصين", instrument="معاهدة صداقة", sides=["روسيا", "الصين"])
            ]
        }
    )

    proposals = read_with(model)

    assert len(stated(proposals, "SigningEvent")) == 1
    assert any("model:signing" in patterns for patterns in proposals.origins.values())
    assert proposals.claims == extract(article_of(TEXT)).claims


def test_an_invented_quote_is_dropped_and_counted(model: type[Model]) -> None:
    model.answer = says({"facts": [frame(quote="وقعت فرنسا معاهدة مع القمر في باريس"), {"kind": "poem"}]})

    proposals = read_with(model)

    assert "1 whose words the article does not have" in proposals.remarks[0]
    assert "1 misshapen" in proposals.remarks[0]
    assert proposals.claims == extract(article_of(TEXT)).claims


def test_a_denied_fact_is_no_fact(model: type[Model]) -> None:
    model.answer = says({"facts": [frame(status="denied", quote="وقعت الحرب", sides=[])]})

    assert read_with(model).claims == extract(article_of(TEXT)).claims


@pytest.mark.parametrize(
    "text",
    [
        "نفت الصين أنها وقعت معاهدة صداقة مع روسيا.",
        "إذا وقعت معاهدة صداقة مع روسيا فستنسحب الصين.",
        "قال وزير خارجية الصين فلان الفلاني إن بلاده وقعت معاهدة صداقة مع روسيا.",
    ],
)
def test_what_the_words_around_take_back_is_no_fact(model: type[Model], text: str) -> None:
    signing = frame(quote="وقعت معاهدة صداقة مع روسيا", instrument="معاهدة صداقة", sides=["روسيا", "الصين"])
    model.answer = says({"facts": [signing]})

    proposals = read_with(model, text=text)

    assert "1 that its words take back" in proposals.remarks[0]
    assert proposals.claims == extract(article_of(text)).claims


def test_what_the_article_plans_has_not_occurred(model: type[Model]) -> None:
    text = "من المقرر أن توقع الصين معاهدة صداقة مع روسيا."
    model.answer = says({"facts": [frame(quote="توقع الصين معاهدة صداقة", sides=["الصين", "روسيا"])]})

    assert {min(each["eventStatus"]) for each in stated(read_with(model, text=text), "SigningEvent")} == {"planned"}


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (says("", refusal="I cannot"), "refused"),
        (says('{"facts": [{"kind": "sig', finish="length"), "cut off"),
        (says("here are the facts"), "not JSON"),
        ({"id": "1", "object": "chat.completion", "created": 1, "model": "small", "choices": []}, "empty"),
    ],
)
def test_a_useless_answer_leaves_the_rules_alone_and_says_so(
    model: type[Model], answer: dict[str, Any], said: str
) -> None:
    model.answer = answer

    proposals = read_with(model)

    assert said in proposals.remarks[0]
    assert proposals.claims == extract(article_of(TEXT)).claims


def test_an_error_of_the_endpoint_is_said(model: type[Model]) -> None:
    model.status, model.answer = 500, {"error": {"message": "overloaded"}}

    assert "status 500" in read_with(model).remarks[0]


def test_a_slow_model_is_not_waited_for(model: type[Model]) -> None:
    model.delay, model.answer = 1.5, says({"facts": []})

    assert "did not answer within 0.3 seconds" in read_with(model, seconds=0.3).remarks[0]


def test_no_endpoint_is_said() -> None:
    article = article_of(TEXT)
    endpoint = Endpoint("http://127.0.0.1:9/v1", "small", "key", seconds=2, attempts=1)

    assert "cannot be reached" in extract(article, second=model_reader(endpoint, article)).remarks[0]


def test_the_output_is_constrained_by_the_schema_and_the_article_is_data(model: type[Model]) -> None:
    model.answer = says({"facts": []})
    read_with(model)

    assert model.asked["response_format"]["json_schema"]["strict"] is True
    assert model.asked["messages"][-1] == {"role": "user", "content": TEXT}


def test_the_key_is_not_shown() -> None:
    assert "secret" not in repr(Endpoint("http://x", "m", "secret"))


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("معاهدةُ صداقه", "معاهدة صداقة"),
        ("وقعت روسيا معاهدة صداقة  مع الصين.", "وقعت روسيا معاهدة صداقة مع الصين"),
        ("وقعت روسيا معاهدة صداقه معالصين", "وقعت روسيا معاهدة صداقة مع الصين"),
        ("بتسليم المطلوب", "بتسليم المطلوبين"),
    ],
)
def test_a_quote_is_found_in_whole_words(quote: str, words: str) -> None:
    made = fold(TEXT)
    place = ground(quote, made)

    assert place is not None
    assert TEXT[slice(*made.span(*place))] == words


@pytest.mark.parametrize("quote", ["", "وقعت فرنسا معاهدة عدم اعتداء مع اليابان", "سلام"])
def test_words_that_are_not_there_are_not_found(quote: str) -> None:
    assert ground(quote, fold(TEXT)) is None


def test_a_repeated_quote_is_found_where_it_is_expected() -> None:
    made = fold("وقعت روسيا. ثم وقعت روسيا.")

    assert ground("وقعت روسيا", made, near=14) == (15, 25)

"""Replies are remembered for whoever sends a request again."""

from __future__ import annotations

import pytest
from flask import Response

from mithaq.server.problems import ProblemError
from mithaq.server.replies import Replies

DAY = 24 * 60 * 60


def reply(status: int = 201, body: str = "done") -> Response:
    return Response(body, status)


def test_reply_is_given_again_without_acting_again() -> None:
    replies, acted = Replies(), []

    def act() -> Response:
        acted.append(1)
        return reply()

    answers = [replies.once("a", "key", "request", act) for _ in range(3)]

    assert [(answer.status_code, answer.get_data()) for answer in answers] == [(201, b"done")] * 3
    assert len(acted) == 1


def test_keys_of_different_clients_have_nothing_to_do_with_each_other() -> None:
    replies = Replies()

    replies.once("a", "key", "request", reply)

    assert replies.once("b", "key", "another", lambda: reply(200)).status_code == 200


def test_request_that_is_still_worked_on_is_not_begun_again() -> None:
    replies = Replies()

    def act() -> Response:
        with pytest.raises(ProblemError) as caught:
            replies.once("a", "key", "request", reply)
        assert (caught.value.problem.status, caught.value.problem.kind) == (409, "in-progress")
        return reply()

    assert replies.once("a", "key", "request", act).status_code == 201


@pytest.mark.parametrize("status", [400, 412, 500, 503])
def test_failure_is_not_remembered(status: int) -> None:
    replies = Replies()

    replies.once("a", "key", "request", lambda: reply(status))

    assert replies.once("a", "key", "request", reply).status_code == 201


def test_request_that_broke_may_be_sent_again() -> None:
    replies = Replies()

    def break_off() -> Response:
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        replies.once("a", "key", "request", break_off)

    assert replies.once("a", "key", "request", reply).status_code == 201


def test_replies_are_forgotten_after_a_day() -> None:
    now = 0.0
    replies = Replies(clock=lambda: now)
    replies.once("a", "key", "request", reply)

    now = DAY + 1.0

    assert replies.once("a", "key", "another", lambda: reply(200)).status_code == 200


def test_replies_do_not_fill_the_memory() -> None:
    replies = Replies()

    for number in range(1100):
        replies.once("a", str(number), "request", reply)
    replies.once("a", "long", "request", lambda: reply(200, "x" * 2_000_000))

    assert len(replies._replies) <= 1001
    assert "long" not in {key for _, key in replies._replies}
    for number in range(50):
        replies.once("b", str(number), "request", lambda: reply(200, "x" * 1_000_000))
    assert sum(len(each.body) for each in replies._replies.values()) <= 32 * 1024 * 1024

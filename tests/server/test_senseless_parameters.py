"""Parameters that make no sense are refused, wherever they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from flask.testing import FlaskClient


@pytest.mark.parametrize(
    "address",
    [
        "/evidence?subject=id:russia&subject=id:abkhazia",
        "/facts?article=pact&article=accord",
        "/ontology?format=turtle&format=jsonld",
        "/?lang=ar&lang=en",
        "/?lang=fr",
    ],
)
def test_parameter_that_could_be_read_in_two_ways_is_a_bad_request(client: FlaskClient, address: str) -> None:
    response = client.get(address)

    assert (response.status_code, response.mimetype) == (400, "application/problem+json")


def test_parameters_of_other_programs_are_left_alone(client: FlaskClient) -> None:
    assert client.get("/ontology?utm=1&utm=2").status_code == 200

"""Names are found with what is joined to them, and words that mean something else are left alone."""

from __future__ import annotations

import pytest

from mithaq.graph.extraction.mentions.names import names
from mithaq.graph.extraction.mentions.records import Kind
from mithaq.graph.extraction.tables.organizations import organizations
from mithaq.graph.extraction.tables.polities import polities
from mithaq.graph.folding import folded

from .conftest import proposals_for, stated


def found(text: str) -> list[tuple[str, str]]:
    made = folded(text)
    return [(each.things[0].identifier, each.kind.name) for each in names().find(made)]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("وبروسيا", "russia"),
        ("للصين", "china"),
        ("والإمارات", "united-arab-emirates"),
        ("لأوسيتيا الجنوبية", "south-ossetia"),
        ("روسيا البيضاء", "belarus"),
        ("كوريا الشمالية", "north-korea"),
        ("سورية", "syria"),
        ("جنوب إفريقيا", "south-africa"),
    ],
)
def test_a_polity_is_found_with_its_joined_words(text: str, identifier: str) -> None:
    assert found(text) == [(identifier, "POLITY")]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("الروسيتين", "russia"),
        ("الكوري الجنوبي", "south-korea"),
        ("الأتراك", "turkey"),
        ("المصريون", "egypt"),
        ("أميركية", "united-states"),
    ],
)
def test_adjectives_are_found_in_all_their_forms(text: str, identifier: str) -> None:
    assert found(text) == [(identifier, "ADJECTIVE")]


@pytest.mark.parametrize("text", ["دعم مالي كبير", "العروسين", "مصرف", "عشرين سنة قمرية", "بنا البيت", "القطران"])
def test_words_that_only_look_like_names_are_none(text: str) -> None:
    assert not found(text)


def test_oman_and_amman_are_told_apart_by_the_article() -> None:
    assert ("oman", "POLITY") in found("وقعت سلطنة عمان ومسقط مع عمان")
    assert found("قال الملك الأردني في عمان")[-1] == ("jordan", "PLACE")


def test_a_capital_that_acts_is_its_government_and_one_that_is_visited_is_a_city() -> None:
    proposals = proposals_for("اعترفت موسكو بأبخازيا. ووصل الوفد إلى باريس.")

    assert [each["names"] for each in stated(proposals, "NameForm")] == [{"russia"}]


def test_every_name_of_the_tables_is_one_of_few_kinds_and_every_identifier_is_its_own() -> None:
    identifiers = [each.identifier for each in polities()] + [each.identifier for each in organizations()]

    assert len(set(identifiers)) == len(identifiers)
    assert {entry.kind for entries in names().entries for entry in entries} <= {
        Kind.POLITY,
        Kind.ADJECTIVE,
        Kind.PLACE,
        Kind.ORGANIZATION,
    }


def test_every_state_of_the_united_nations_has_a_name_and_an_identifier() -> None:
    coded = [each for each in polities() if each.code != "-"]

    assert len(coded) > 240
    assert all(each.identifier and each.english for each in coded)

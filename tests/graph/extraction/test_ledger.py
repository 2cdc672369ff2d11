"""A ledger finds what is said of a subject, with an object and at a place, whatever was said and struck out before."""

from __future__ import annotations

from mithaq.graph.extraction.facts.ledger import TYPE, Claim, Ledger, Name, Term

RUSSIA, CHINA, TREATY = Name("russia"), Name("china"), Name("#0#")


def written() -> Ledger:
    ledger = Ledger()
    ledger.state((5, 9), TREATY, {TYPE: Term("Treaty"), "party": (RUSSIA, CHINA)}, pattern="one", confidence=0.5)
    ledger.state((2, 9), RUSSIA, {TYPE: Term("State")}, pattern="two", confidence=0.5)
    ledger.state((5, 9), TREATY, {TYPE: Term("Treaty")}, pattern="surer", confidence=0.9)
    return ledger


def scanned(ledger: Ledger) -> None:
    """Hold what the index gives against a search through all claims."""
    for node in (RUSSIA, CHINA, TREATY, Name("treaty"), Term("Treaty"), Term("State")):
        assert list(ledger.naming(node)) == [each for each in ledger if each.object == node]
        assert not isinstance(node, Name) or list(ledger.about(node)) == [
            each for each in ledger if each.subject == node
        ]
    for begin, end in ((0, 5), (5, 6), (0, 20)):
        by_place = sorted((each for each in ledger if begin <= each.begin < end), key=lambda each: each.begin)
        assert list(ledger.within(begin, end)) == by_place


def test_the_index_gives_what_a_search_through_all_gives() -> None:
    scanned(written())


def test_the_surer_of_two_is_given() -> None:
    assert [each.pattern for each in written().about(TREATY) if each.predicate == TYPE] == ["surer"]


def test_what_is_struck_out_is_not_found() -> None:
    ledger = written()
    ledger.drop(lambda claim: claim.object == CHINA)

    assert ledger.naming(CHINA) == ()
    scanned(ledger)


def test_what_is_said_again_after_it_was_struck_out_comes_last() -> None:
    ledger = written()
    ledger.drop(lambda claim: claim.object == RUSSIA)
    ledger.add(Claim(5, 9, TREATY, "party", RUSSIA, "again", 0.5))

    assert ledger.about(TREATY)[-1].pattern == "again"
    scanned(ledger)


def test_final_names_are_found_and_provisional_ones_no_more() -> None:
    ledger = written()
    ledger.rename({"#0": "treaty"}, {}, "article")

    assert len(ledger.about(Name("treaty"))) == 3
    assert ledger.about(TREATY) == ()
    scanned(ledger)


def test_all_that_is_taken_is_gone() -> None:
    ledger = written()

    assert len(ledger.take_all()) == 4
    assert not list(ledger)
    scanned(ledger)

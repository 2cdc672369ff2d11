"""What a pronoun or a sentence without its instrument speaks of: the one between polities told of last."""

from __future__ import annotations

from mithaq.graph.extraction.facts.instruments import Instruments, KnownInstrument


def told(
    instruments: Instruments, head: str, title: str, place: int, *, parties: tuple[str, ...] = ()
) -> KnownInstrument:
    known = instruments.add(head, title)
    known.add_parties(parties)
    known.last_place = place
    return known


def test_the_one_told_of_last_is_meant() -> None:
    instruments = Instruments()
    told(instruments, "treaty", "معاهده صداقه", 5, parties=("russia", "china"))
    later = told(instruments, "agreement", "اتفاقيه تعاون", 90, parties=("egypt", "sudan"))

    assert instruments.meant() is later


def test_one_of_which_nothing_is_told_is_not_meant() -> None:
    instruments = Instruments()
    bound = told(instruments, "treaty", "", 5, parties=("russia", "china"))
    told(instruments, "treaty", "", 90)

    assert instruments.meant() is bound


def test_a_law_is_never_meant() -> None:
    instruments = Instruments()
    told(instruments, "law", "قانون الجنسيه", 5, parties=("egypt",))

    assert instruments.meant() is None
    assert instruments.with_its_pair(None) == ()


def test_with_one_of_a_pair_the_other_is_meant_too() -> None:
    instruments = Instruments()
    pair = tuple(instruments.add("agreement", "اتفاقيه تعاون", pair=0) for _ in range(2))
    told(instruments, "treaty", "معاهده صداقه", 5)

    assert instruments.with_its_pair(pair[0]) == pair

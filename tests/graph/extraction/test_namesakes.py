"""A family name that two persons bear is nobody's, unless an office tells whose it is."""

from __future__ import annotations

import pytest

from .conftest import proposals_for, stated

TWO = "التقى الرئيس السوري بشار الأسد وزير الدفاع السوري ماهر الأسد في دمشق. "


def speakers(text: str) -> list[str]:
    proposals = proposals_for(text)
    return [
        speaker
        for kind in ("Claim", "Commitment", "Evaluation", "Warning", "Statement")
        for each in stated(proposals, kind)
        for speaker in each["speaker"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        TWO + "وأكد الأسد أن سوريا ملتزمة بالمعاهدة.",
        "زار الرئيس السوري بشار الأسد مصر مع شقيقه ماهر الأسد. وأكد الأسد أن سوريا ملتزمة بالمعاهدة.",
        "زار ولي العهد السعودي محمد بن سلمان ووزير الدفاع السعودي خالد بن سلمان مصر. وأكد بن سلمان أن المعاهدة مهمة.",
    ],
)
def test_a_shared_family_name_speaks_for_nobody(text: str) -> None:
    assert speakers(text) == []


def test_the_names_of_namesakes_stay_apart() -> None:
    names = [each["name"] for each in stated(proposals_for(TWO + "وأكد الأسد أن سوريا ملتزمة."), "Person")]

    assert names == [{"بشار الأسد"}, {"ماهر الأسد"}]


def test_the_whole_name_of_a_namesake_is_his() -> None:
    assert speakers(TWO + "وأكد ماهر الأسد أن سوريا ملتزمة بالمعاهدة.") == ["mahr-alasd-of-syria"]


def test_a_family_name_of_one_is_his() -> None:
    text = "زار الرئيس الروسي فلاديمير بوتين الصين. وأكد بوتين أن روسيا ملتزمة بالمعاهدة."

    assert speakers(text) == ["fladimir-butin-of-russia"]

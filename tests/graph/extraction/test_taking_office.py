"""Who is told to take an office, and from when."""

from __future__ import annotations

import pytest

from .conftest import kinds_in, proposals_for, stated


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("انتُخب غابرييل بوريتش رئيسا لتشيلي.", "رئيسا لتشيلي"),
        ("صار هشام المشيشي رئيسا للحكومة التونسية.", "رئيسا للحكومة التونسية"),
        ("تولت غولدا مائير رئاسة الوزراء في إسرائيل.", "رئاسة الوزراء في إسرائيل"),
        ("تولى أحمد الشرع رئاسة سوريا.", "رئاسة سوريا"),
        ("اختير محمد بن سلمان وليا للعهد في السعودية.", "وليا للعهد في السعودية"),
        ("أصبح ميشيل بارنييه وزيرا للزراعة في فرنسا.", "وزيرا للزراعة في فرنسا"),
        ("بويع طلال بن عبد الله ملكا على الأردن.", "ملكا على الأردن"),
        ("تقلد ميخائيل ساكاشفيلي منصب رئيس جورجيا.", "رئيس جورجيا"),
        ("كان أورهو كيكونن رئيسا لفنلندا.", "رئيسا لفنلندا"),
        ("شغل كوفي عنان منصب الأمين العام للأمم المتحدة لولايتين متتاليتين.", "الأمين العام للأمم المتحدة"),
    ],
)
def test_whoever_takes_or_holds_an_office_by_a_verb_holds_it(text: str, title: str) -> None:
    proposals = proposals_for(text)

    offices = [each for kind in ("Office", "HeadOfStateOffice", "MinisterOffice") for each in stated(proposals, kind)]
    assert [each["officeTitle"] for each in offices] == [{title}]
    assert len(stated(proposals, "Tenure")) == 1


def test_the_day_of_taking_office_is_its_start() -> None:
    tenures = stated(proposals_for("صار هشام المشيشي رئيسا للحكومة التونسية في 2 شتنبر 2020."), "Tenure")

    assert len(tenures) == 1
    assert tenures[0]["tenureStart"]


@pytest.mark.parametrize(
    "text",
    [
        "لم يكن غسان سلامة رئيسا للحكومة اللبنانية في أي وقت.",
        "قد يتولى جهاد أزعور رئاسة لبنان.",
        "إذا أصبح كارلوس ميسا رئيسا لبوليفيا فسيلغي الاتفاق.",
        "أصبح كارلوس ميسا رئيسا لتحرير الصحيفة.",
        "عُيّن كارلوس ميسا رئيسا للنادي.",
    ],
)
def test_what_is_denied_conditional_or_of_clubs_and_papers_is_no_tenure(text: str) -> None:
    assert "Tenure" not in kinds_in(proposals_for(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("دشن رئيس كينيا وليام روتو جسرا جديدا في نيروبي.", "وليام روتو"),
        ("تسلم رئيس كيريباتي تانيتي ماماو مهامه.", "تانيتي ماماو"),
        ("أنهى البابا بنديكتوس السادس عشر حبريته.", "بنديكتوس السادس عشر"),
    ],
)
def test_a_name_ends_before_what_its_bearer_does(text: str, name: str) -> None:
    assert name in {each for person in stated(proposals_for(text), "Person") for each in person["name"]}

"""Checking in the browser: faults stand at their lines with a way out, and what conforms can be added with a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from .conftest import Opening

FAULTY = """PREFIX id: <https://w3id.org/mithaq/id/>
PREFIX mithaq: <https://w3id.org/mithaq#>
id:treaty-of-one a mithaq:BilateralTreaty ;
  mithaq:titleAsReported "معاهدة"@ar ; mithaq:party id:russia .
"""


def paste(page: Page, facts: str) -> None:
    page.locator(".cm-content").click()
    page.keyboard.insert_text(facts)


def test_fault_is_marked_and_explained_in_the_readers_language(opening: Opening) -> None:
    with opening("/check", "ar") as page:
        paste(page, FAULTY)
        page.keyboard.press("Control+Enter")
        page.locator(".finding").first.wait_for()

        assert "المعلومات غير مطابقة." in page.locator("#verdict").inner_text()
        assert page.locator(".finding").filter(has_text="bilateral-two-parties").count() == 1
        assert page.locator(".cm-line:has(.cm-lintRange-error)").all_inner_texts() == [FAULTY.splitlines()[3]]


def test_malformed_facts_are_told_with_their_line(opening: Opening, tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("@prefix id: <https://w3id.org/mithaq/id/> .\nid:a id:b\n", encoding="utf-8")
    with opening("/check", told_too="status of 400") as page:
        page.locator("#file").set_input_files(tmp_path / "broken.ttl")
        page.locator(".problem").wait_for()

        assert "This cannot be read" in page.locator(".problem").inner_text()


def test_file_that_is_dropped_is_checked(opening: Opening) -> None:
    with opening("/check") as page:
        dropped = page.evaluate_handle(
            """(text) => {
                const data = new DataTransfer();
                data.items.add(new File([text], "facts.ttl", { type: "text/turtle" }));
                return data;
            }""",
            FAULTY,
        )
        page.dispatch_event("#editor .cm-content", "drop", {"dataTransfer": dropped})
        page.locator(".finding").first.wait_for()

        assert page.locator(".cm-content").inner_text().strip() == FAULTY.strip()
        assert page.locator("#syntax").input_value() == "turtle"


def test_facts_are_checked_without_scripts(opening: Opening) -> None:
    with opening("/check", scripts=False) as page:
        page.locator("#facts").fill(FAULTY)
        page.get_by_role("button", name="Check", exact=True).click()

        assert "The facts do not conform." in page.locator("main").inner_text()


def test_what_would_follow_is_shown_before_anything_is_added(opening: Opening) -> None:
    facts = (
        "<https://w3id.org/mithaq/id/act> <https://w3id.org/mithaq#recognizer> <https://w3id.org/mithaq/id/georgia> ."
    )
    with opening("/check") as page:
        paste(page, facts)
        page.keyboard.press("Control+Enter")
        page.locator("#foresee").click()
        page.locator("#consequences li").first.wait_for()

        assert "recognition" in page.locator("#consequences").inner_text()


def test_facts_broken_since_they_were_checked_are_not_said_to_have_no_consequences(opening: Opening) -> None:
    with opening("/check", told_too="status of 400") as page:
        paste(page, FAULTY)
        page.keyboard.press("Control+Enter")
        page.locator("#foresee").wait_for()
        paste(page, "and then")
        page.locator("#foresee").click()
        page.locator(".problem").wait_for()

        assert "This cannot be read" in page.locator(".problem").inner_text()


def test_facts_that_conform_are_added_with_a_token(opening: Opening, token: str, accord: tuple[str, str]) -> None:
    text, facts = accord
    with opening("/check") as page:
        paste(page, facts)
        page.locator("summary").click()
        page.locator("#article-name").fill("accord")
        page.locator("#article-text").fill(text)
        page.get_by_role("button", name="Check", exact=True).click()
        page.locator("#token").fill(token)
        page.get_by_role("button", name="Add to the graph").click()

        page.get_by_text("Added, as revision").wait_for()
        retracted = page.request.delete("/facts?article=accord", headers={"Authorization": f"Bearer {token}"})
        assert retracted.ok

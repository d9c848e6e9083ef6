"""Which form a file's name asks for, and which names ask for one that there is not."""

import pytest

from distancecli.rendering.formats import ENDINGS, OFFERED, REFUSED, Format, format_of, is_refused


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("plan.txt", Format.TEXT),
        ("plan", Format.TEXT),
        ("plan.", Format.TEXT),
        ("plan.2026", Format.TEXT),
        ("plan.md", Format.MARKDOWN),
        ("papers.pdf/plan.MD", Format.MARKDOWN),
        ("plan.markdown", Format.MARKDOWN),
        ("plan.html", Format.HTML),
        ("plan.md.HTM", Format.HTML),
        ("plan.json", Format.JSON),
    ],
)
def test_the_form_that_a_name_asks_for(name: str, form: Format) -> None:
    """By its last ending, in capitals too; text where it has none that is known."""
    assert not is_refused(name)
    assert format_of(name) is form


OF_OTHERS = (
    *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".pages", ".epub", ".tex", ".ps"),
    *(".xls", ".xlsx", ".ods", ".csv", ".numbers", ".ppt", ".pptx", ".odp", ".key"),
    *(".jpg", ".jpeg", ".png", ".gif", ".bmp", ".svg", ".tif", ".tiff", ".webp"),
    *(".xhtml", ".mhtml", ".xml", ".zip", ".gz", ".tgz", ".7z"),
)
"""The endings of what office programs, browsers and cameras write."""


@pytest.mark.parametrize(
    "name", ["Plan.PDF", "a/b.docx", "plan.md.odt", *(f"plan{ending}" for ending in OF_OTHERS)]
)
def test_a_form_that_there_is_not(name: str) -> None:
    """Nobody is left with a file that the program for its ending cannot open."""
    assert is_refused(name)


def test_what_is_offered_instead_can_be_written() -> None:
    """Each form once, and none of them is refused."""
    assert [format_of(f"plan{ending}") for ending in OFFERED] == list(Format)
    assert not REFUSED & {*OFFERED, *ENDINGS}


@pytest.mark.parametrize(
    ("form", "names"),
    [
        (Format.TEXT, "text TEXT txt"),
        (Format.MARKDOWN, "markdown Markdown md MD"),
        (Format.HTML, "html HTML htm"),
        (Format.JSON, "json Json"),
    ],
)
def test_a_form_is_named_as_people_name_it(form: Format, names: str) -> None:
    """In capitals too, and by each ending of a file that stands for it."""
    assert [Format(name) for name in names.split()] == [form] * len(names.split())


@pytest.mark.parametrize("name", ["", ".", "pdf", "plan.md", "texts", ".md"])
def test_no_other_name_is_one_of_a_form(name: str) -> None:
    """Nothing is guessed at."""
    with pytest.raises(ValueError, match="is not a valid Format"):
        Format(name)


def test_each_ending_that_is_offered_is_a_name_of_its_form() -> None:
    """So whoever wants the form of a file can say it either way."""
    assert [Format(ending[1:]) for ending in OFFERED] == list(Format)

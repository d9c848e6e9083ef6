"""Options that do not go together are refused, in full sentences, before anything else is done."""

from pathlib import Path

import pytest

from distancecli.errors import Refused
from distancecli.rendering.formats import Format
from distancecli.run.request import Request

EACH = "the plan and the answers need a file each. Name two."


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (
            Request(ask=True),
            "--ask goes with --answers FILE. Name one, or leave --ask out: all is asked then.",
        ),
        (
            Request(save_answers="-"),
            "--save-answers: the answers need a file. Name one, such as mine.yaml.",
        ),
        (
            Request(output="--force"),
            '--output: "--force" is no name of a file. Name one after it.',
        ),
        (
            Request(save_answers=" "),
            '--save-answers: " " is no name of a file. Name one after it.',
        ),
        (Request(output="a.md", save_answers="./a.md"), f"a.md: {EACH}"),
        (Request(output=" "), '--output: " " is no name of a file. Name one after it.'),
        (
            Request(answers="-", again="-"),
            "Both files cannot come from standard input. Name one of them.",
        ),
    ],
)
def test_what_does_not_go_together_is_refused(
    request_: Request, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to name, or to leave out."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refused) as refused:
        request_.refuse_contradictions()
    assert str(refused.value) == said


@pytest.mark.parametrize(
    "request_",
    [
        Request(),
        Request(answers="a.yaml", ask=True),
        Request(output="-", save_answers="b.yaml"),
        Request(output="a.md", save_answers="b.yaml", force=True),
        Request(answers="a.yaml", again="a.yaml"),
        Request(answers="-", again="a.yaml"),
    ],
)
def test_what_goes_together_is_not(request_: Request) -> None:
    """Nothing is said of it."""
    request_.refuse_contradictions()


@pytest.mark.parametrize(
    ("request_", "asks", "file", "names_files", "form"),
    [
        (Request(), True, None, False, None),
        (Request(answers="a"), False, None, False, None),
        (Request(answers="a", ask=True), True, None, False, None),
        (Request(output="-"), True, None, False, Format.TEXT),
        (Request(output="-", form=Format.JSON), True, None, False, Format.JSON),
        (Request(form=Format.JSON), True, None, False, Format.JSON),
        (Request(output="p.md"), True, "p.md", True, None),
        (Request(output="p.md", form=Format.JSON), True, "p.md", True, None),
        (Request(save_answers="a.yaml"), True, None, True, None),
    ],
)
def test_what_is_asked_for(
    request_: Request, asks: bool, file: str | None, names_files: bool, form: Format | None
) -> None:
    """Whether there are questions, which files are named, and the form on standard output."""
    assert (request_.asks, request_.file) == (asks, file)
    assert (request_.names_files, request_.form_shown) == (names_files, form)


@pytest.mark.parametrize(
    ("request_", "brings_answers", "reads_input"),
    [
        (Request(), False, False),
        (Request(answers="a.yaml"), True, False),
        (Request(answers="-"), True, False),
        (Request(answers="a.yaml", ask=True), True, False),
        (Request(answers="-", ask=True), True, True),
        (Request(again="a.yaml"), True, False),
        (Request(again="-"), True, True),
        (Request(again="-", answers="a.yaml"), True, False),
        (Request(again="a.yaml", answers="-", ask=True), True, True),
    ],
)
def test_where_answers_come_from(
    request_: Request, brings_answers: bool, reads_input: bool
) -> None:
    """Whether from a file; and from standard input while keys come from the terminal itself."""
    assert (request_.brings_answers, request_.reads_input) == (brings_answers, reads_input)

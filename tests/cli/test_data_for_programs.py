"""Data for programs: the same bytes in every locale, where text for people is in other letters."""

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tests.support.sampling import one_plain
from tests.support.small_guide import changed
from tests.support.sound_guide import sound_text
from tests.support.terminal_driver import ROOT, clean_environment, program
from tests.support.undated import undated

pytestmark = pytest.mark.slow

WORDS: Final = "Rest “more” ¡ café \U0001f600 你好"
LOCALES: Final = {
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "strict": {"PYTHONIOENCODING": "ascii:strict"},
    "none": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}
JSON: Final = {
    "plan": ["guide", "--guide", "guide.yaml", "--answers", "answers.yaml", "--format", "json"],
    "check": ["check", "guide.yaml", "--format", "json"],
    "refusal": ["check", "broken.yaml", "--format", "json"],
    "schema": ["schema"],
}
PICTURES: Final = {form: ["graph", "guide.yaml", "--format", form] for form in ("mermaid", "dot")}
WAYS: Final = JSON | PICTURES
"""Every way in which data for programs leaves on standard output."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a guide in many letters, one that is broken, and answers."""
    path = tmp_path_factory.mktemp("guide")
    text = changed(sound_text(), "title: Rest more", f"title: {WORDS} too")
    text = changed(text, "label: Seldom", f"label: {WORDS}")
    text = changed(text, "text: [Rest is good.]", f"text: ['{'word ' * 30}{WORDS}']")
    (path / "guide.yaml").write_text(text, encoding="utf-8")
    (path / "broken.yaml").write_text(f"{WORDS}: 1\n{text}", encoding="utf-8")
    (path / "answers.yaml").write_text("rest: seldom\n", encoding="utf-8")
    return path


def written(folder: Path, arguments: list[str], **environment: str) -> bytes:
    """What the program writes to standard output in that environment."""
    done = subprocess.run(
        program(*arguments),
        capture_output=True,
        cwd=folder,
        env=clean_environment() | {"PYTHONPATH": str(ROOT)} | environment,
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    assert not done.stderr
    return done.stdout


@cache
def in_utf_8(folder: Path, way: str) -> bytes:
    """The same in UTF-8."""
    return written(folder, WAYS[way])


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("locale", one_plain(LOCALES))
def test_data_is_the_same_in_every_locale(folder: Path, locale: str, way: str) -> None:
    """No letter is another one, and none is lacking."""
    found = written(folder, WAYS[way], **LOCALES[locale])
    assert undated(found.decode()) == undated(in_utf_8(folder, way).decode())


@pytest.mark.parametrize("way", JSON)
def test_json_is_in_ascii(folder: Path, way: str) -> None:
    """So it parses behind every pipe, and says the words of the guide as they are."""
    text = in_utf_8(folder, way).decode("ascii")
    assert (way == "schema") or WORDS in json.dumps(json.loads(text), ensure_ascii=False)


def test_pictures_have_the_words(folder: Path) -> None:
    """Letters as they are; in Mermaid all else by its number."""
    assert WORDS in in_utf_8(folder, "dot").decode()
    in_mermaid = "Rest #8220;more#8221; #161; café #128512; 你好"
    assert in_mermaid in in_utf_8(folder, "mermaid").decode().replace("\n", " ")


@pytest.mark.parametrize("locale", one_plain(LOCALES))
def test_a_file_is_the_same_in_every_locale(folder: Path, tmp_path: Path, locale: str) -> None:
    """What --output writes as JSON is the plan as standard output has it."""
    path = tmp_path / "plan.json"
    asked = [*WAYS["plan"][:-2], "--output", str(path)]
    written(folder, asked, **LOCALES[locale])
    assert undated(path.read_text("ascii")) == undated(in_utf_8(folder, "plan").decode())

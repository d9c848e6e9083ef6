"""Who is measured: the program as users have it, and others that ask one question.

All of it is made and installed in one folder, which the benchmark removes.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.support.terminal_driver import ROOT

ASK = "How long have you felt distant from your partner?"
CHOICES = ["Less than 3 months", "3 to 12 months", "1 to 2 years", "More than 2 years"]
CHOICES += ["On and off, for more than a year", "I can't say", "I'd rather not say"]

FLOOR = f"""
import questionary

print(questionary.select({ASK!r}, choices={CHOICES!r}).ask())
"""

USUAL = """
from pathlib import Path

import questionary
import typer
import yaml

app = typer.Typer()


@app.command()
def ask(file: Path = Path(__file__).with_name("question.yaml")) -> None:
    \"\"\"Ask one question.\"\"\"
    question = yaml.safe_load(file.read_text())
    typer.echo(questionary.select(question["ask"], choices=question["choices"]).ask())


if __name__ == "__main__":
    app()
"""

NODE = f"""
import {{ select }} from "PACKAGE";

const choices = {CHOICES!r}.map((label) => ({{ value: label, label, name: label }}));
console.log(await select({{ message: {ASK!r}, options: choices, choices }}));
"""

QUESTION = "\n".join([f"ask: {ASK}", "choices:", *(f'  - "{choice}"' for choice in CHOICES)])
COPIER = "\n".join(
    ["how_long:", "  type: str", f"  help: {ASK}", "  choices:"]
    + [f'    - "{choice}"' for choice in CHOICES]
)


@dataclass(frozen=True)
class Contender:
    """A program that asks one question, and how to start it."""

    name: str
    command: tuple[str, ...]


class NotHere(Exception):
    """A contender that cannot be made on this machine; the message says why."""


def run(*command: str | Path) -> None:
    """Runs a command of the set-up.

    Raises:
        NotHere: it failed, or there is no such program.
    """
    words = [str(part) for part in command]
    try:
        subprocess.run(words, check=True, capture_output=True, text=True, timeout=600)
    except FileNotFoundError as error:
        raise NotHere(f"there is no {words[0]}") from error
    except subprocess.TimeoutExpired as error:
        raise NotHere(f"{words[0]} took too long") from error
    except subprocess.CalledProcessError as error:
        last = (error.stderr or error.stdout).strip().splitlines()[-1:]
        raise NotHere(f"{Path(words[0]).name} failed: {' '.join(last)}") from error


class Workshop:
    """Makes the contenders in a folder, with the Python that runs the benchmark."""

    def __init__(self, folder: Path):
        self.folder = folder
        os.environ["TMPDIR"] = str(folder)  # what pip and npm unpack stays in the folder too

    def install(self, name: str, *packages: str) -> Path:
        """The folder of programs of a fresh virtual environment with those packages."""
        programs = self.folder / name / "bin"
        run(sys.executable, "-m", "venv", self.folder / name)
        run(programs / "python", "-m", "pip", "install", "--quiet", "--no-cache-dir", *packages)
        return programs

    def write(self, name: str, text: str) -> str:
        """A file in the folder, by its path."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def copier(self) -> Contender:
        """copier, asking the one question of a template."""
        programs = self.install("copier-installed", "copier")
        template = Path(self.write("template/copier.yml", COPIER)).parent
        self.write("template/made.txt.jinja", "{{ how_long }}")
        command = (programs / "copier", "copy", template, self.folder / "made")
        return Contender("copier", tuple(str(part) for part in command))

    def node(self, package: str) -> Contender:
        """A prompt library of node."""
        if not shutil.which("node"):
            raise NotHere("node is not installed")
        name = package.strip("@").replace("/", "-")
        script = self.write(f"{name}/ask.mjs", NODE.replace("PACKAGE", package))
        place = Path(script).parent
        quiet = ("--no-audit", "--no-fund", "--no-update-notifier", "--silent")
        run("npm", "install", "--prefix", place, "--cache", self.folder / "npm", *quiet, package)
        return Contender(package, ("node", script))

    def others(self) -> Iterator[tuple[str, Callable[[], Contender]]]:
        """Those from elsewhere, by name, and what makes each."""
        yield "copier", self.copier
        for package in ("@clack/prompts", "@inquirer/prompts"):
            yield package, partial(self.node, package)


@dataclass(frozen=True)
class Field:
    """All who are measured in a run."""

    distance: str
    """The program's command, from an ordinary installation."""
    python: str
    """The Python that this installation, the floor and the usual script run by."""
    floor: Contender
    others: tuple[Contender, ...]
    missing: tuple[str, ...]
    """Who is not there, and why."""


def field_in(folder: Path) -> Field:
    """Installs and writes all of them; who cannot be had is named as missing.

    Raises:
        NotHere: the program itself cannot be installed.
    """
    workshop = Workshop(folder)
    programs = workshop.install("installed", str(ROOT))
    python = str(programs / "python")
    workshop.write("question.yaml", QUESTION)
    floor = Contender("the floor", (python, workshop.write("floor.py", FLOOR)))
    usual = Contender("Typer + questionary", (python, workshop.write("usual.py", USUAL)))
    found, missing = [usual], []
    for name, make in workshop.others():
        try:
            found.append(make())
        except NotHere as error:
            missing.append(f"{name}: {error}")
    return Field(str(programs / "distance"), python, floor, tuple(found), tuple(missing))

"""The changes that no test has to notice, each with the reason why it harms nobody."""

from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("harmless.txt")
"""A change in a line, as a run prints it without its line number, and below it, further in, why."""


def reasons() -> dict[str, str]:
    """The reason of each change."""
    found: dict[str, str] = {}
    name = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[name] = f"{found.get(name, '')} {line.strip()}".strip()
        elif line and not line.startswith("#"):
            name = line
    return found

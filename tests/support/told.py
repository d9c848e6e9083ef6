"""What `check` says of each seeded fault, in full: a list to be read, and to be held to.

`python -m tests.support.told > tests/support/told.txt` writes it anew.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.support.seeded_faults import NAMES, SENSE, SHAPE, Fault
from tests.support.seeded_proof_faults import PROOFS, STYLE
from tests.support.small_guide import changed
from tests.support.sound_guide import problems, sound_text

FILE: Final = Path(__file__).with_name("told.txt")
"""The name of a fault in a line, and further in what is said of it."""
ALL: Final[Mapping[str, Fault]] = {**SHAPE, **NAMES, **SENSE, **PROOFS, **STYLE}


def told() -> dict[str, str]:
    """What is said, by the name of the fault; one that was added since is not in it."""
    found: dict[str, str] = {}
    name = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[name] = line.strip()
        else:
            name = line
    return found


if __name__ == "__main__":
    for each, fault in ALL.items():
        print(each)
        for problem in problems(changed(sound_text(), fault.old, fault.new)):
            print(f"  {problem.message}")

"""What is said of each seeded fault and slip, in full: a list to be read, and to be held to.

`python -m tests.support.told > tests/support/told.txt` writes it anew.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from distancecli.errors import Problem
from tests.support.guarded_guide import guarded_text
from tests.support.safety_guide import safety_text
from tests.support.seeded_faults import NAMES, SENSE, SHAPE, Fault
from tests.support.seeded_proof_faults import PROOFS, STYLE
from tests.support.small_guide import changed
from tests.support.sound_guide import problems, sound_text

FILE: Final = Path(__file__).with_name("told.txt")
"""The name of a fault in a line, and further in each thing that is said of it, all of it."""
ALL: Final[Mapping[str, Fault]] = {**SHAPE, **NAMES, **SENSE, **PROOFS, **STYLE}


def _told() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    name = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[name].append(line.removeprefix("  "))
        else:
            name = line
            found[name] = []
    return found


TOLD: Final = _told()


def is_as_told(name: str, found: list[Problem]) -> bool:
    """Whether that is what is said; anything is of a fault that was added since."""
    said = [line for problem in found for line in _lines(problem)]
    return said == TOLD.get(name, said)


def _lines(problem: Problem) -> Iterator[str]:
    """What is said, with the table and the example that a report shows below it."""
    mild = "" if problem.severity == "error" else f"{problem.severity}, "
    yield f"{problem.message} [{mild}{problem.code}]"
    yield from (f"  {line}" for line in (*problem.table, *problem.example.splitlines()))


def _everything() -> Iterator[tuple[str, list[Problem]]]:
    from distancecli.guide.load import built_in_path
    from tests.checking.test_alike import ALIKE
    from tests.checking.test_dangers import DANGERS
    from tests.checking.test_marks import FAULTS, found
    from tests.checking.test_style import WRITTEN, said_of
    from tests.documents.test_mending import SLIPS
    from tests.guide.test_slips import REAL_SLIPS, problems_with
    from tests.support.mended import problems_of

    for name, fault in ALL.items():
        yield name, problems(changed(sound_text(), fault.old, fault.new))
    for text in SLIPS:
        yield repr(text), problems_of(text)
    for name in sorted(REAL_SLIPS.keys() - {"no question"}):  # which names all those of the guide
        yield f"slip: {name}", problems_with(name, built_in_path().read_text(encoding="utf-8"))[1]
    for name, fault in DANGERS.items():
        yield name, problems(changed(safety_text(), fault.old, fault.new))
    for name, (edit, *_) in FAULTS.items():
        yield name, found(changed(guarded_text(), *edit))
    for old, new in ALIKE:
        yield repr(new), problems(changed(sound_text(), old, new))
    for old, new in WRITTEN:
        yield repr(new), said_of(changed(sound_text(), old, new))


if __name__ == "__main__":
    for each, found in _everything():
        lines = (f"  {line}" for problem in found for line in _lines(problem))
        print(each, *lines, sep="\n")

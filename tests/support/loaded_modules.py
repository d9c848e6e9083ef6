"""Runs the program, and notes which modules are loaded each time it writes to standard output.

`python -m tests.support.loaded_modules NOTES ARGUMENT...`: the arguments are those of the
program. Each note is a line of two things in Python's words: what was written, and the names of
the modules.
"""

import io
import sys
from typing import Any


class Watched(io.FileIO):
    """Standard output, watched where its bytes leave the program."""

    notes: io.TextIOBase

    def write(self, data: Any) -> int:
        """Writes, and notes down the modules of this moment."""
        text = bytes(data).decode(errors="replace")
        self.notes.write(f"{(text, sorted(sys.modules))!r}\n")
        self.notes.flush()
        return super().write(data)


def main() -> None:
    """Runs the program on the arguments after the first one, with its standard output watched."""
    out = Watched(1, "w", closefd=False)
    out.notes = open(sys.argv.pop(1), "w", encoding="utf-8")  # noqa: SIM115, PTH123 - to the end
    sys.stdout = io.TextIOWrapper(io.BufferedWriter(out), encoding="utf-8", line_buffering=True)
    from distancecli.__main__ import main as run

    run()


if __name__ == "__main__":
    main()

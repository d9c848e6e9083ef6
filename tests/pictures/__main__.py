"""Remakes the pictures of the README: `python -m tests.pictures`."""

from tests.pictures import FOLDER, pictures

for name, svg in pictures().items():
    (FOLDER / name).write_text(svg, encoding="utf-8")
    print(f"Remade {FOLDER / name}")

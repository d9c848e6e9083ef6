"""Remakes the pictures of the README: `python -m tests.project.pictures`."""

from tests.project.pictures import FOLDER, pictures

for name, svg in pictures().items():
    (FOLDER / name).write_text(svg, encoding="utf-8")
    print(f"Remade {FOLDER / name}")

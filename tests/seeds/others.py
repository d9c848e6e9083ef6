"""Somebody else in the same folder, while a reader is on a page."""

import random
import shutil

from tests.seeds.occasion import FOLDER
from tests.seeds.shelf import Shelf


def meanwhile(chance: random.Random, shelf: Shelf) -> None:
    """They write to a file, put their own in its place, take it away, or a whole folder."""
    if not shelf.files:
        return
    name = chance.choice(sorted(shelf.files))
    path = shelf.folder / name
    match chance.choice(["writes", "replaces", "removes", "removes all", "removes all"]):
        case "writes" if name in shelf.theirs:
            path.write_bytes(shelf.files[name] + b"# A word of mine.\n")
            shelf.meanwhile(name, path.read_bytes())
        case "replaces":
            other = shelf.folder / "other"
            other.write_text("A file of somebody else.\n")
            other.replace(path)
            shelf.meanwhile(name, path.read_bytes())
        case "removes" if name not in shelf.theirs:
            path.unlink()
            shelf.meanwhile(name, None)
        case "removes all":
            shutil.rmtree(shelf.folder / FOLDER, ignore_errors=True)
            for each in [each for each in shelf.files if each.startswith(f"{FOLDER}/")]:
                shelf.meanwhile(each, None)

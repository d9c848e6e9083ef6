"""The guide that ships with the program, read once for all tests."""

from typing import Final

from distancecli.guide.load import load_guide

GUIDE: Final = load_guide()

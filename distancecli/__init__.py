"""Which of five steps fit two people who feel far apart: a guided interview."""

__version__ = "0.4.0"

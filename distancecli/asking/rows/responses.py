"""Options that are asked one by one: what a reader says to each, and the codes that this gives.

What is said to an option, its row, is a key: the row's code and the response, with a tab between,
which stands in no code. So the keys of a page hold what was said to all of its rows.
"""

from collections.abc import Iterable
from enum import StrEnum, auto
from typing import Final

from distancecli.guide.answers import SKIP, Codes
from distancecli.guide.model import Question

GLUE_OF_KEYS: Final = "\t"


class Response(StrEnum):
    """What can be said to a row; a row to which nothing was said is open."""

    NO = auto()
    YES = auto()
    NOT_SURE = auto()


RESPONSES: Final = tuple(Response)
"""In the order of their number keys, from 1."""


def key_of(row: str, response: Response) -> str:
    """The key that stands for that response to the row."""
    return f"{row}{GLUE_OF_KEYS}{response}"


def response_in(keys: Codes, row: str) -> Response | None:
    """What was said to the row, or None while it is open."""
    return next((each for each in Response if key_of(row, each) in keys), None)


def responded(keys: Codes, rows: Iterable[str], row: str, response: Response | None) -> Codes:
    """The keys once that was said to the row; None opens it again.

    A "not sure" that no row is known of goes with the last open row: then each has its own.
    """
    said = keys - {key_of(row, each) for each in Response}
    if response:
        said |= {key_of(row, response)}
    is_open = any(response_in(said, each) is None for each in rows)
    return said if is_open else frozenset(key for key in said if GLUE_OF_KEYS in key)


def is_skip(keys: Codes, rows: Iterable[str]) -> bool:
    """Whether the keys come to no answer: some row is open, and nothing but no was said."""
    return keys < {key_of(row, Response.NO) for row in rows}


def as_codes(question: Question, keys: Codes) -> Codes:
    """The answer to the question that was given by those keys.

    Any yes gives its code, and any "not sure" the code for that; no to every row gives the code for
    no to all. Less than that is no answer: an open row is not a "no".
    """
    if not question.each:
        return keys
    rows = [option.code for option in question.rows]
    if is_skip(keys, rows):
        return SKIP
    yes = {row for row in rows if key_of(row, Response.YES) in keys}
    unsure = keys - {key_of(row, each) for row in rows for each in (Response.NO, Response.YES)}
    codes = yes | ({question.each.not_sure} if unsure else set())
    return frozenset(codes or {question.each.no_to_all})


def keys_of(question: Question, codes: Codes) -> Codes:
    """The keys that are known from an answer alone.

    A row without a yes is open, but after no to all: nobody is shown a "no" that they did not say.
    Of which row somebody was not sure is not known, so the code for that stands by itself.
    """
    if not question.each:
        return codes
    rows = [option.code for option in question.rows]
    if question.each.no_to_all in codes:
        return frozenset(key_of(row, Response.NO) for row in rows)
    unsure = codes & {question.each.not_sure}
    return unsure | {key_of(row, Response.YES) for row in rows if row in codes}


def keys_before(question: Question, codes: Codes, said: Codes | None) -> Codes:
    """What is chosen already where the codes were given before: `said`, if that is how."""
    if said is not None and as_codes(question, said) == codes:
        return said
    return keys_of(question, codes)

"""The safety question as tests answer it: by its codes, put into what is said row by row."""

from collections.abc import Iterable
from typing import Final

from distancecli.asking.page import Page
from distancecli.asking.rows.responses import RESPONSES, Response, key_of
from distancecli.guide.conditions import SKIPPED

NO_TO_ALL: Final = "none"
NOT_SURE: Final = "unsure"
"""The codes of no row in the guides that tests ask with: the built-in one, and their own."""


def offered(page: Page) -> set[str]:
    """All that a reply to the page can have in it."""
    if not page.rows:
        return set(page.keys)
    return {key_of(row, each) for row in page.keys for each in Response} | {NOT_SURE}


def responses_for(page: Page, codes: Iterable[str]) -> dict[str, Response | None]:
    """What to say to each row, so that the answer has these codes: a yes, or else a no.

    For "not sure" that is said to the first row without a yes. A row is open for a skip alone.
    """
    codes = frozenset(codes)
    rows = dict.fromkeys(page.keys)
    assert codes <= {*rows, NO_TO_ALL, NOT_SURE, SKIPPED}, f"{codes} on {page.heading}"
    said = {row: Response.YES if row in codes else Response.NO for row in rows}
    if NOT_SURE in codes:
        free = next(row for row in rows if row not in codes)
        said[free] = Response.NOT_SURE
    return {row: None if codes == {SKIPPED} else each for row, each in said.items()}


def said_for(page: Page, codes: Iterable[str]) -> frozenset[str]:
    """The reply of a reader whose answer has these codes."""
    said = responses_for(page, codes)
    return frozenset(key_of(row, each) for row, each in said.items() if each)


def numbers_for(page: Page, codes: Iterable[str]) -> list[str]:
    """The number key for each row, or none where it stays open."""
    said = responses_for(page, codes).values()
    return [str(RESPONSES.index(each) + 1) if each else "" for each in said]

"""The words around rows: what can be said to one, and how keys and prompts tell it."""

from collections.abc import Sequence

from msgspec import Struct

from distancecli.asking.rows.responses import RESPONSES, Response
from distancecli.guide.labels import Labels


class RowWords(Struct, frozen=True):
    """What a page of rows says beside the rows themselves."""

    responses: tuple[str, ...]
    """In the order of their number keys."""
    skip: str
    keys: str
    keys_again: str
    """The keys at a row that is open, and at one that is answered already."""
    row: str
    """A row in plain lines, with its place among the others."""
    prompt: str
    prompt_again: str
    """What to type there for such rows; filled in by `prompt_after`."""
    chosen: str
    """Stands behind what was said before."""
    open: str
    """What a second Enter will mean while rows are open."""

    def saying(self, response: Response) -> str:
        """The response in words."""
        return self.responses[RESPONSES.index(response)]

    def prompt_after(self, response: Response | None) -> str:
        """What to type for a row to which that was said before."""
        said = [
            f"{words} {self.chosen}" if each is response else words
            for each, words in zip(RESPONSES, self.responses, strict=True)
        ]
        return _filled(self.prompt_again if response else self.prompt, said, self.skip)


def row_words(labels: Labels) -> RowWords:
    """The words of a guide."""
    responses = (labels.each_no, labels.each_yes, labels.each_not_sure)
    return RowWords(
        responses=responses,
        skip=labels.skip,
        keys=_filled(labels.keys_each, responses),
        keys_again=_filled(labels.keys_each_again, responses),
        row=labels.each_row,
        prompt=labels.prompt_each,
        prompt_again=labels.prompt_each_again,
        chosen=labels.chosen_before,
        open=labels.rest_open.format(skip=labels.skip),
    )


def _filled(label: str, responses: Sequence[str], skip: str = "") -> str:
    no, yes, not_sure = responses
    return label.format(no=no, yes=yes, not_sure=not_sure, skip=skip)

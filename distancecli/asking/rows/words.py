"""The words around rows: what can be said to one, and how keys and prompts tell it."""

from collections.abc import Sequence

from msgspec import Struct

from distancecli.asking.rows.responses import RESPONSES, Response
from distancecli.guide.labels import Labels


class RowWords(Struct, frozen=True):
    """What a page of rows says beside the rows themselves, of the labels of a guide."""

    labels: Labels

    @property
    def responses(self) -> tuple[str, ...]:
        """What can be said to a row, in the order of the number keys."""
        return (self.labels.each_no, self.labels.each_yes, self.labels.each_not_sure)

    @property
    def open(self) -> str:
        """What a second Enter will mean while rows are open."""
        return self.labels.rest_open.format(skip=self.labels.skip)

    def saying(self, response: Response) -> str:
        """The response in words."""
        return self.responses[RESPONSES.index(response)]

    def keys_after(self, response: Response | None) -> str:
        """The keys at a row to which that was said before."""
        label = self.labels.keys_each_again if response else self.labels.keys_each
        return self._filled(label, self.responses)

    def prompt_after(self, response: Response | None) -> str:
        """What to type for a row to which that was said before."""
        labels = self.labels
        said = [
            f"{words} {labels.chosen_before}" if each is response else words
            for each, words in zip(RESPONSES, self.responses, strict=True)
        ]
        return self._filled(labels.prompt_each_again if response else labels.prompt_each, said)

    def _filled(self, label: str, responses: Sequence[str]) -> str:
        no, yes, not_sure = responses
        return label.format(no=no, yes=yes, not_sure=not_sure, skip=self.labels.skip)

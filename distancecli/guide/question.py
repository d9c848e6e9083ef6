"""A question of a guide, and the answers that it can have."""

from typing import Literal

from distancecli.guide.conditions import ALWAYS, Condition
from distancecli.guide.parts import NonEmpty, Part, Words


class Option(Part, frozen=True):
    """One possible answer. An exclusive one cannot stand beside another."""

    code: Words
    """What rules and answers files call the answer. Readers of a plan never see it; keep it as it
    is, or old answers files no longer fit."""
    label: Words
    """The answer as the reader sees it, in their own words: "I" and "we"."""
    exclusive: bool = False
    """Stands alone: to mark it clears the other marks. For "None of these" and its like, where
    more than one answer may be given."""
    off_record: bool = False
    """Once chosen, nothing of the run is written to a file: for answers that could bring the reader
    into danger where somebody finds them."""
    informs: bool = True
    """False says that no rule is meant to use this answer, so that `check` does not ask for one."""
    above: str = ""
    """A line of its own above it, where what follows is of another kind."""


class Each(Part, frozen=True):
    """The two answers that stand for all of what is asked by itself; each is a code."""

    no_to_all: Words
    """The option that is chosen where every other one was asked, and the answer to each was no."""
    not_sure: Words
    """The option that is chosen where the reader was not sure of one of them."""


class Question(Part, frozen=True):
    """A question; skipping it is built in and is not among the options."""

    id: Words
    """What rules and answers files call the question. Keep it as it is, or old answers files no
    longer fit."""
    ask: Words
    """The question as the reader sees it: short, kind, and about one thing."""
    options: NonEmpty[Option]
    """The answers to choose from, in order. "I'd rather not say" is added by the program."""
    choose: Literal["one", "many", "each"] = "one"
    """How it is answered: by one option, by all that the reader marks (many), or with yes or no to
    each option by itself. The last is slower, and finds more of what is hard to admit."""
    each: Each | None = None
    """Goes with `choose: each`: the two options that stand for the whole. Every other one is asked
    by itself."""
    help: str = ""
    """A line below the question, where it needs a word on how to answer it."""
    when: Condition = ALWAYS
    """The readers who are asked it, by answers to earlier questions; left out, everyone."""
    again: bool = False
    """Asked by `distance again` alone, of readers who come back and had chosen what to start with:
    for how that went. It must be private too."""
    private: bool = False
    """Never saved with the answers, so that nobody finds them in a file."""
    sensitive: bool = False
    """Never answered by keys typed ahead, and its answers are never shown again: for questions
    that somebody beside the reader must not see."""

    @property
    def many(self) -> bool:
        """Whether more than one answer may be given."""
        return self.choose != "one"

    @property
    def rows(self) -> tuple[Option, ...]:
        """The options that are asked one by one: none where they are asked together."""
        whole = (self.each.no_to_all, self.each.not_sure) if self.each else ()
        return tuple(each for each in self.options if whole and each.code not in whole)

    def option(self, code: str) -> Option | None:
        """The option with that code, or None."""
        return next((option for option in self.options if option.code == code), None)

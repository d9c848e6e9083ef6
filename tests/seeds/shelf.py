"""The folder of a run: whose each file is, and what must stand in it whenever one changes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from distancecli.interview.answersfile import saved_answers
from distancecli.rendering.formats import Format, format_of, in_form
from distancecli.run.request import Request
from tests.seeds.account import Account
from tests.seeds.occasion import EARLIER, Occasion
from tests.seeds.watched import Files
from tests.support.undated import undated

DAY: Final = "2026-11-29"
"""Any day: copies are compared without it."""
ANSWERS: Final = "answers"
"""What a file can be wished to have, beside the plan in a form."""


def wishes_of(request: Request) -> Iterator[tuple[str, str]]:
    """What the files of the options are to have, by their names."""
    if request.file:
        yield request.file, request.form or format_of(request.file)
    if request.save_answers:
        yield request.save_answers, ANSWERS


class Shelf:
    """Looks at the files between any two pages, and knows what the reader agreed to."""

    def __init__(self, account: Account, occasion: Occasion, folder: Path, files: Files):
        self._account = account
        self._request = occasion.request
        self.folder = folder
        self.files = files
        self.theirs = dict(files)
        """What is not of this run: nobody may change it unless the reader said so."""
        self.asked_for = dict(wishes_of(occasion.request))
        """What the files of the options are to have."""
        self._wished = {name: {wish} for name, wish in self.asked_for.items()}
        self._replaceable = set(self.asked_for) if occasion.request.force else set()
        self.let_be: set[str] = set()
        """The files of the options that the reader did not want after all, or not so named."""
        self.disturbed: set[str] = set()
        """The files of the options that somebody else took away, or wrote over."""
        self._due: str | None = None
        self._is_earlier_unchanged = True
        self._was_off_record = False

    # --- What the reader wants -------------------------------------------------------------------

    def named(self, name: str, of_answers: bool, is_option: bool) -> None:
        """The reader typed a name: the file must be there next, unless something is in its way.

        `is_option`: it is another name for a file of the options, which say its form.
        """
        form = (self._request.form if is_option else None) or format_of(name)
        self._wished.setdefault(name, set()).add(ANSWERS if of_answers else form)
        is_free = name not in self.files or self._renews(name, of_answers)
        self._due = name if is_free and not self._is_refused(name, of_answers) else None

    def about_older(self, text: str, is_agreed: bool) -> None:
        """The reader was asked about an older file in those words, and agreed to its end or not."""
        label = self._account.guide.labels.exists_text
        (name,) = [each for each in self._wished if label.format(file=each) == text]
        if is_agreed:
            self._replaceable.add(name)
            self._due = name
        else:
            self.let_be.add(name)

    def meanwhile(self, name: str, content: bytes | None) -> None:
        """Somebody else wrote to a file, or took it away."""
        self.disturbed |= {name} & self.asked_for.keys() - self.theirs.keys()
        for files in (self.files, self.theirs):
            files.pop(name, None)
            if content is not None:
                files[name] = content
        self._is_earlier_unchanged &= name != EARLIER

    def _renews(self, name: str, of_answers: bool) -> bool:
        """Whether these are answers in the place of those that the reader came back with."""
        is_same = of_answers and name == self._request.again == EARLIER
        return is_same and self._is_earlier_unchanged and EARLIER in self.theirs

    def _is_refused(self, name: str, of_answers: bool) -> bool:
        is_page = of_answers and format_of(name) is Format.HTML
        path = self.folder / name
        is_odd = not name.isprintable() or name.endswith(("/", ".pdf"))
        return is_page or is_odd or path.is_dir() or not path.parent.is_dir()

    @property
    def calm(self) -> float:
        """How often the private questions should find nothing: less, with files to take away."""
        return 0.3 if self.files.keys() - self.theirs.keys() else 0.75

    # --- What is there ---------------------------------------------------------------------------

    def remember(self) -> None:
        """The reader said something: what was off record may be so no more, with its files gone."""
        self._was_off_record |= self._account.off_record

    def look(self, files: Files) -> None:
        """Each file that has changed has what the reader says just now, and was wished for."""
        before, self.files = self.files, dict(files)
        for name in before.keys() | files.keys():
            if before.get(name) != files.get(name):
                self._changed(name, files.get(name))
        due, self._due = self._due, None
        assert due is None or due in files.keys() - self.theirs.keys(), f"{due} was not written"
        self._was_off_record = self._account.off_record

    def _changed(self, name: str, content: bytes | None) -> None:
        if content is None:
            assert name not in self.theirs, f"{name}, which is somebody else's, is gone"
            assert self._was_off_record, f"{name} was taken away, and nothing is off record"
            return
        assert not self._account.off_record, f"{name} was written off record"
        assert name in self._wished, f"{name} was written, and nobody asked for it"
        wish = self._wish_met(name, content)
        if name in self.theirs:
            may = name in self._replaceable or self._renews(name, wish == ANSWERS)
            assert may, f"{name}, which is somebody else's, was written over"
            del self.theirs[name]
            self._replaceable -= {name} - set(self.asked_for if self._request.force else ())

    def _wish_met(self, name: str, content: bytes) -> str:
        """What the file has of what was wished for, as the core says."""
        written = undated(content.decode())
        texts = {wish: self.text_of(wish) for wish in self._wished[name]}
        met = [wish for wish, text in texts.items() if text == written]
        assert met, f"{name} has not what the core says, {texts}, but:\n{written}"
        return met[0]

    def text_of(self, wish: str) -> str:
        """What such a file must hold, as the reader is now."""
        reader = self._account.reader
        if wish != ANSWERS:
            return undated(in_form(reader.guide, reader.plan.for_file(), Format(wish), DAY))
        text = saved_answers(reader.guide, reader.answers, reader.to_keep)
        answered = set(re.findall(r"^\"?([\w-]+)", text, flags=re.MULTILINE))
        private = {each.id for each in reader.guide.questions if each.private}
        assert not answered & private, f"private answers are in a file:\n{text}"
        return undated(text)

    def has_all_asked_for(self) -> bool:
        """Whether every file of the options is there with what the reader says in the end."""
        wanted = {name: it for name, it in self.asked_for.items() if name not in self.spared}
        return all(
            undated(self.files.get(name, b"").decode()) == self.text_of(wish)
            for name, wish in wanted.items()
        )

    @property
    def spared(self) -> set[str]:
        """The files of the options that need not be there in the end."""
        return self.let_be | self.disturbed

    def close(self) -> None:
        """The run has ended: what is somebody else's is as it was; off record nothing else is."""
        for name, content in self.theirs.items():
            assert self.files.get(name) == content, f"{name}, which is somebody else's, has changed"
        if self._account.off_record:
            left = self.files.keys() - self.theirs.keys()
            assert not left, f"off record, and these are left: {sorted(left)}"

"""The words around the files of a run: naming them, what became of them, and why not."""

from typing import Annotated

from distancecli.guide.againlabels import AgainLabels
from distancecli.guide.parts import Words, holds


class FileLabels(AgainLabels, frozen=True):
    """The labels of files, beside those of what is in them."""

    keep_title: Words
    keep_who: Words
    keep_place: Annotated[Words, holds("file", "folder")]
    """Asks for the name of a copy: heading, who could read it, its {file} and {folder}."""
    keep_keys: Words
    prompt_keep: Annotated[Words, holds("file")]
    """The keys that work where a file is named, and what to type in plain lines."""
    keep_name: Annotated[Words, holds("file")]
    """Stands before the name that is typed; {file}: the name that an empty line stands for."""
    keep_suggestion: Words
    """The name that is suggested for a copy; where a file has it already, one with a number."""
    answers_title: Words
    answers_text: Words
    answers_no: Words
    answers_yes: Words
    """Asks, once the plan has a copy, whether the answers are to have one; and the two choices."""
    answers_suggestion: Words
    """The name that is suggested for a file of answers."""
    exists_title: Words
    exists_text: Annotated[Words, holds("file")]
    exists_other: Words
    exists_replace: Words
    """Asks what to do where a file of that name is there already ({file}), and the two choices."""
    page_title: Words
    """What a browser calls a copy that is a page, also in its history: it must say nothing."""
    made: Annotated[Words, holds("day")]
    """The last line of a copy of a plan; {day}: as in 2026-11-29."""
    kept: Annotated[Words, holds("file")]
    """Says that the plan was written to the file {file}."""
    kept_page: Words
    """Stands behind that where the file is a page for a browser, which remembers what it opens."""
    kept_answers: Annotated[Words, holds("file")]
    """Says that the answers were written to the file {file}."""
    kept_no_start: Words
    """Stands behind that where what was chosen to start with is not in it, since that could tell
    what was answered in private. It stays on the screen, and must not say that it would."""
    kept_come_back: Annotated[Words, holds("file")]
    """Stands last behind that; {file}: the file to come back with."""
    redirected: Words
    """Says that the plan is where standard output leads, whose name is not known."""
    kept_earlier: Annotated[Words, holds("file")]
    kept_answers_earlier: Annotated[Words, holds("file")]
    """Says that the file {file} is as it was, though an answer was changed since."""
    not_kept: Annotated[Words, holds("file", "reason")]
    file_exists: Words
    file_folder: Words
    file_no_folder: Words
    file_link: Words
    file_special: Words
    file_unfit: Words
    file_form: Annotated[Words, holds("forms")]
    """Says that a {file} is not written, and the reasons; {forms}: the endings that it can have."""

    off_record: Words
    """Says that nothing was written to the file, since an answer is off record."""
    off_record_removed: Annotated[Words, holds("file")]
    """Says that {file} was taken away, as an answer that is off record was given after it."""
    off_record_stays: Annotated[Words, holds("file")]
    """Says that {file} could not be taken away, though an answer is off record now."""
    removed_again: Annotated[Words, holds("files")]
    """Says that {files} were taken away. It stays on the screen, and must not say why."""

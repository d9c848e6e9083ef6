"""What a check finds: where, how grave, what is wrong, and a reader who shows it."""

from dataclasses import dataclass
from enum import StrEnum

from distancecli.answers import Answers
from distancecli.conditions import SKIPPED
from distancecli.documents import Place
from distancecli.guide import Guide


class Severity(StrEnum):
    """Whether a finding fails the check."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with a guide, or could be better."""

    place: Place
    """The entry of the guide that it is about."""
    message: str
    code: str
    """Its kind in one word, for editors and other programs."""
    severity: Severity = Severity.ERROR
    example: Answers | None = None
    """The answers of a smallest reader for whom it is wrong."""


def answers_file(guide: Guide, answers: Answers) -> str:
    """The answers in the form that `--answers` reads, in the order of the questions."""
    lines = []
    for question in guide.questions:
        if codes := answers.get(question.id):
            known = (*(option.code for option in question.options), SKIPPED)
            chosen = [code for code in known if code in codes]
            value = f"[{', '.join(map(_quoted, chosen))}]" if question.many else _quoted(chosen[0])
            lines.append(f"{_quoted(question.id)}: {value}")
    return "\n".join(lines or ["{}"]) + "\n"


def _quoted(name: str) -> str:
    """The name as YAML takes it for text; a plain word needs no quotes."""
    if name.isidentifier() and name.isascii():
        return name
    inner = name.replace("'", "''")
    return f"'{inner}'"

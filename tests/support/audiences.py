"""Which guarded readers each text of a guide can reach, as lines to keep beside it.

    python -m tests.support.audiences

writes the lines of the built-in guide anew. Read what that changes: each line that is new or says
something else is a text that reaches other readers who have to take care, or are in a crisis.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from distancecli.checking.everyone.logic import Statement
from distancecli.checking.proofs import Proofs
from distancecli.checking.unreached import entry_at
from distancecli.documents.plaindata import Place
from distancecli.guide.conditions import ALWAYS, SKIPPED, questions_of
from distancecli.guide.model import Guide, Question
from distancecli.guide.start import StartRule
from distancecli.text.characters import shortened
from tests.support.built_in import GUIDE

KEPT: Final = Path(__file__).parents[1] / "content" / "audiences.txt"
HEAD: Final = """\
# Every text that can reach a reader with an off-record answer: whom, and after which answers.
#   care, crisis, both    who has to take care, is in a crisis, or both; afraid: who gets an ending
#   {question: [codes]}   the answers, each given alone, of which it needs one; []: it needs two
#   {question: [codes]}?  the same where the other questions of its rule are skipped or left out
#   keep                  it is never cut from a plan; together: it takes both, or is for both
# To write this anew, once you have thought of each line: python -m tests.support.audiences
"""
LONGEST: Final = 70
WITHOUT_START: Final = ("plan", "no_start")
"""No text, but a rule; who is given no start is told by `instead`."""
FLAGS: Final = ("keep", "together")
"""What is said of a text beside whom it is for."""


def lines(guide: Guide) -> list[str]:
    """The lines of a guide."""
    proofs = Proofs(guide)
    groups = dict(_groups(proofs))
    found = []
    for place, audience in proofs.shown.audiences.items():
        entry = entry_at(guide, place)
        reached = [
            name for name, are in groups.items() if proofs.logic.possible(audience.shown, are)
        ]
        if reached and place[-1] != "highlight" and place != WITHOUT_START:
            who = proofs.logic.all((audience.shown, proofs.logic.any(groups.values())))
            needs = "".join(f" {each}" for each in _needs(proofs, entry, who))
            found.append(f"{_called(guide, place)}: {', '.join(reached)}{needs}: {_words(entry)}")
    return found


def _groups(proofs: Proofs) -> Iterator[tuple[str, Statement]]:
    """Those with an off-record answer, by what they are shown."""
    logic, everyone = proofs.logic, proofs.everyone
    care, crisis = (everyone.holds(proofs.guide.guarded[name]) for name in ("care", "crisis"))
    yield "care", logic.all((everyone.planned, care, -crisis))
    yield "crisis", logic.all((everyone.planned, crisis, -care))
    yield "both", logic.all((everyone.planned, care, crisis))
    yield "afraid", -everyone.planned


def _needs(proofs: Proofs, entry: Any, shown: Statement) -> Iterator[str]:
    """The answers without which those readers are not shown an entry, as far as its rule says."""
    rule = getattr(entry, "when", None) or ALWAYS
    asked = sorted(questions_of(rule, proofs.guide.facts))
    for id in asked:
        silent = [_silent(proofs, other) for other in asked if other != id]
        for mark, others in (("", []), ("?", silent)):
            who = proofs.logic.all((shown, *others))
            if proofs.logic.possible(who) and (codes := _needed(proofs, id, who)) is not None:
                yield f"{{{id}: [{', '.join(codes)}]}}{mark}"
                break


def _needed(proofs: Proofs, id: str, who: Statement) -> list[str] | None:
    """The answers to a question that those readers can give alone; None where any will do."""
    question = proofs.guide.question(id)
    codes = [*(option.code for option in question.options), SKIPPED]
    alone = [code for code in codes if _fits_alone(proofs, question, code, who)]
    return None if alone == codes else alone


def _silent(proofs: Proofs, id: str) -> Statement:
    """Nothing was answered to the question."""
    options = proofs.guide.question(id).options
    return proofs.logic.all(-proofs.everyone.live(id, option.code) for option in options)


def _fits_alone(proofs: Proofs, question: Question, code: str, who: Statement) -> bool:
    """Whether some of the readers gave that answer and no other one to the question."""
    live = proofs.everyone.live
    others = (option.code for option in question.options if option.code != code)
    without = [-live(question.id, other) for other in others]
    return proofs.logic.possible(who, live(question.id, code), *without)


def _called(guide: Guide, place: Place) -> str:
    """Where an entry stands, by the names of what it is a part of."""
    names = [str(part) for part in place[2:] if isinstance(part, str)]
    owner = entry_at(guide, place[:2])
    first = [str(owner.id)] if hasattr(owner, "id") else [str(part) for part in place[:2]]
    entry = entry_at(guide, place)
    flags = [name for name in FLAGS if getattr(entry, name, "")]
    named = len(place) > 2 and hasattr(entry, "id")
    called = [str(entry.id)] if named else []
    return " ".join([*first, *names, *called, *getattr(entry, "status", ()), *flags])


def _words(entry: Any) -> str:
    if isinstance(entry, str):
        return shortened(entry, LONGEST)
    if isinstance(entry, StartRule):
        return entry.step
    words = getattr(entry, "because", "") or getattr(entry, "title", "") or entry.text
    return shortened(words, LONGEST)


def as_text(guide: Guide) -> str:
    """The file with the lines of a guide."""
    return HEAD + "".join(f"{line}\n" for line in lines(guide))


if __name__ == "__main__":
    KEPT.write_text(as_text(GUIDE), encoding="utf-8")

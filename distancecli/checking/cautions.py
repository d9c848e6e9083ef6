"""What calls for caution without being wrong: open questions on safety, what no promise names."""

from collections.abc import Iterator
from typing import Final

from distancecli.checking.proofs import Proofs
from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.guide.conditions import Fact, mentions
from distancecli.guide.model import Guide, Question
from distancecli.guide.promises import names_of

NONE: Final = "none"
"""The usual code of an answer that stands for none of the others."""
REACHED: Final = {"endings": "ending", "notices": "notice", "steps": "applies"}
"""The outcome by which a reader comes to an entry of the section."""


def caution_faults(proofs: Proofs) -> Iterator[Fault]:
    """Everything that calls for caution."""
    for index, question in enumerate(proofs.guide.questions):
        yield from _question_faults(question, ("questions", index))
    for section in REACHED:
        yield from _unpromised(proofs, section)
    yield from _resting_on_facts(proofs.guide)


# --- Questions about safety ----------------------------------------------------------------------


def _question_faults(question: Question, place: Place) -> Iterator[Fault]:
    yield from _unguarded(question, place)
    for number, option in enumerate(question.options):
        if option.code == NONE and question.many and not option.exclusive:
            said = f'"{NONE}" of "{question.id}" can be marked together with others'
            said += "; mark it `exclusive: true`"
            yield Fault((*place, "options", number), said, "none-beside", "warning")


def _unguarded(question: Question, place: Place) -> Iterator[Fault]:
    """What is missing where an answer is off record, so that others must not learn of it."""
    if not any(option.off_record for option in question.options):
        return
    has = f'"{question.id}" has answers that are off record'
    if not question.private:
        said = f"{has}, and yet its answers can be saved; mark it `private: true`"
        yield Fault(place, said, "not-private", "warning")
    if not question.sensitive:
        said = f"{has}, and yet they are shown again later; mark it `sensitive: true`"
        yield Fault(place, said, "not-sensitive", "warning")
    alone = any(option.exclusive or option.code == NONE for option in question.options)
    if question.many and not alone:
        said = f'{has}, but none like "None of these"; add one, and mark it `exclusive: true`'
        yield Fault(place, said, "no-exclusive", "warning")


# --- Promises ------------------------------------------------------------------------------------


def _unpromised(proofs: Proofs, section: str) -> Iterator[Fault]:
    """Entries of a section of which no promise speaks by name, where one speaks of others."""
    named = names_of(proofs.guide.promises, section)
    kind = REACHED[section]
    for index, entry in enumerate(getattr(proofs.guide, section)):
        # What nobody comes to is told as that.
        reached = proofs.logic.possible(proofs.shown.outcome(kind, entry.id))
        if named and reached and entry.id not in named:
            said = (
                f'the {section[:-1]} "{entry.id}" stands in no promise, where other {section} do; '
                "say in one what holds of it"
            )
            yield Fault((section, index), said, "unpromised", "warning")


def _resting_on_facts(guide: Guide) -> Iterator[Fault]:
    """Promises that would go on holding for fewer readers where somebody edits a fact."""
    for index, promise in enumerate(guide.promises):
        for fact in dict.fromkeys(
            each.name for each in mentions(promise.when) if isinstance(each, Fact)
        ):
            said = f'this promise rests on the fact "{fact}", and would change with it unseen'
            place: Place = ("promises", index, "when")
            yield Fault(place, f"{said}; name the codes here", "rests-on-fact", "warning")

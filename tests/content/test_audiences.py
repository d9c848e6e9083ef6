"""What may reach guarded readers, and how the questions about them are asked: each is known."""

from difflib import unified_diff

from distancecli.guide.model import Guide, Option
from tests.support.audiences import KEPT, as_text


def test_each_text_that_reaches_a_guarded_reader_was_thought_of(guide: Guide) -> None:
    """Whom each one reaches, and after which answers, is what was kept beside the guide."""
    kept, now = KEPT.read_text(encoding="utf-8"), as_text(guide)
    told = unified_diff(kept.splitlines(), now.splitlines(), "kept", "now", n=0, lineterm="")
    mend = "Think of each line; then run python -m tests.support.audiences."
    assert kept == now, "\n".join([*told, mend])


def options(guide: Guide, question: str) -> dict[str, Option]:
    """The options of a question by their codes."""
    return {option.code: option for option in guide.question(question).options}


def test_every_answer_about_safety_is_off_record(guide: Guide) -> None:
    """All but the one that says that there is nothing; so is an answer that is added."""
    for code, option in options(guide, "safety").items():
        assert option.off_record == (code != "none")
    assert [code for code, each in options(guide, "now").items() if each.off_record] == [
        "self_harm"
    ]


def test_questions_with_off_record_answers_are_private(guide: Guide) -> None:
    """What is answered to them is never saved; and safety is not answered by keys typed ahead."""
    for question in guide.questions:
        if any(option.off_record for option in question.options):
            assert question.private
    assert guide.question("safety").sensitive


def test_answers_that_say_there_is_nothing_stand_alone(guide: Guide) -> None:
    """Nobody can mark a thing and that there is none."""
    alone = {(each.id, o.code) for each in guide.questions for o in each.options if o.exclusive}
    nothing = {
        (each.id, option.code)
        for each in guide.questions
        for option in each.options
        if each.many and option.code in ("none", "nothing", "ok", "settled")
    }
    assert alone == nothing
    assert {"safety", "now"} <= {question for question, code in alone if code == "none"}


def test_notices_on_safety_are_not_kept_and_not_late(guide: Guide) -> None:
    """The crisis is met the moment it is chosen; which question was skipped is in no file."""
    assert [notice.id for notice in guide.notices if notice.at_once] == ["crisis"]
    assert [notice.id for notice in guide.notices if notice.screen_only] == ["safety_skipped"]

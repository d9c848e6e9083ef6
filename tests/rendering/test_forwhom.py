"""For whom a text is, in words: what `distance steps` says below it."""

from typing import Any

import pytest

from distancecli.guide.conditions import parse
from distancecli.guide.model import Guide
from distancecli.rendering.forwhom import for_whom
from distancecli.rendering.steps import steps_outline
from distancecli.rendering.text import as_text


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("always", ""),
        ("worn_out", "(If you have little strength.)"),
        ({"told": ["not_yet", "skipped"]}, '(If you said "Not yet" or "I\'d rather not say".)'),
        ({"none": ["worn_out", {"told": ["not_yet"]}]},
         '(Unless you have little strength or you said "Not yet".)'),
        ({"all": ["worn_out", {"none": ["suffered"]}]},
         "(If you have little strength. Not if you carry a loss, a fright or old hurts.)"),
        ({"any": ["worn_out", {"none": ["suffered"]}]},
         "(If you have little strength or it is not so that you carry a loss, a fright or old "
         "hurts.)"),
        ("own_behaviour",
         '(If you said "My partner may be afraid of me, or I have hurt or threatened them" and it '
         "is not so that "),
    ],
)  # fmt: skip
def test_a_rule_is_told_in_words(guide: Guide, rule: Any, words: str) -> None:
    """Facts by their own words, or by their rule; answers as the page has them."""
    told = for_whom(guide, parse(rule))
    assert told.startswith(words)
    assert bool(told) is bool(words)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("tired", '(If you said "Low".)'),
        ("weary", '(If you said "Low" and it is not so that you said "A friend".)'),
        ({"mood": ["skipped", "stop", "fine"]},
         '(If you said "Fine" or "Stop here" or "I\'d rather not say".)'),
        ({"all": ["tired", {"rest": ["often"]}, {"none": [{"help": ["friend"]}]},
                  {"none": [{"rest": ["seldom"]}, {"help": ["nobody"]}]}]},
         '(If you said "Low" and you said "Often". '
         'Not if you said "A friend" or you said "Seldom" or you said "Nobody".)'),
        ({"all": [{"none": ["tired"]}, {"none": [{"rest": ["often"]}]}]},
         '(Unless you said "Low" or you said "Often".)'),
        ({"none": [{"all": ["tired", {"rest": ["often"]}]}]},
         '(Unless you said "Low" and you said "Often".)'),
        ({"any": [{"all": ["tired", {"rest": ["often"]}]}, {"none": ["tired", "weary"]}]},
         '(If you said "Low" and you said "Often" or it is not so that you said "Low" or '
         'you said "Low" and it is not so that you said "A friend".)'),
    ],
)  # fmt: skip
def test_a_rule_of_any_depth_is_a_sentence(small_guide: Guide, rule: Any, words: str) -> None:
    """What is wanted first, and what rules it out in a sentence of its own."""
    assert for_whom(small_guide, parse(rule)) == words


def test_an_entry_without_a_rule_is_for_everyone(guide: Guide) -> None:
    """Nothing is said of an action that is for whom no other one fits."""
    assert for_whom(guide, None) == ""


def test_every_fact_has_words_that_stand_in_the_steps_or_is_told_by_its_rule(guide: Guide) -> None:
    """No code, and no name of a fact, reaches a reader of `distance steps`."""
    text = as_text(steps_outline(guide, [1, 2, 3, 4, 5]))
    named = [name for name in guide.facts if "_" in name]
    assert [name for name in named if name in text] == []

"""Guides of any size, made by rule: every question and every step has its part in them."""

import random
from typing import Any

from distancecli.documents.document import read_document
from distancecli.guide.load import built_in_path


def large_data(questions: int, options: int, steps: int) -> dict[str, Any]:
    """A guide with so many questions of so many options, and so many steps, as plain data.

    Every third question takes one answer only.
    """
    chance = random.Random(1)
    asked = [_question(number, options, chance) for number in range(questions)]
    real = read_document(str(built_in_path())).data
    taken = {name: real[name] for name in ("title", "labels", "welcome", "plan", "support")}
    plan = {"title": "A plan", "top": ["Here it is."], "foot": ["That is all."]}
    return {
        **taken,
        "plan": plan,
        "questions": asked,
        "steps": [_step(number, asked, chance) for number in range(steps)],
    }


def _question(number: int, options: int, chance: random.Random) -> dict[str, Any]:
    choices = [{"code": f"c{each}", "label": f"Choice {each}"} for each in range(options)]
    question: dict[str, Any] = {
        "id": f"q{number}",
        "ask": f"Question number {number}?",
        "choose": "one" if number % 3 == 0 else "many",
        "options": choices,
    }
    if number % 3:
        choices[-1]["exclusive"] = "true"
    if number % 4 == 3:
        earlier = chance.randrange(number)
        question["when"] = {f"q{earlier}": [f"c{each}" for each in range(options // 2)]}
    return question


def _step(number: int, asked: list[dict[str, Any]], chance: random.Random) -> dict[str, Any]:
    def answered() -> dict[str, Any]:
        question = chance.choice(asked)
        codes = [option["code"] for option in question["options"]]
        return {question["id"]: sorted(chance.sample(codes, 2))}

    def both() -> dict[str, Any]:
        return {"all": [answered(), {"none": [answered()]}]}

    return {
        "id": f"step{number}",
        "title": f"Step {number}",
        "source": "A book",
        "text": [f"This is what step {number} is about."],
        "applies": [{"when": both(), "because": f"reason {each}"} for each in range(3)],
        "done": [{"when": answered(), "because": "it is done"}],
        "advice": [{"when": answered(), "text": f"Point {each}."} for each in range(6)],
        "actions": [{"when": answered(), "text": "Do this."}, {"text": "Do that."}],
        "openers": [{"when": answered(), "text": f"Say {each}."} for each in range(3)],
    }

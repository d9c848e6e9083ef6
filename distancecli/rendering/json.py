"""JSON, for other programs."""

from typing import Any

from distancecli.interview.message import Message, Passage
from distancecli.interview.plan import Plan
from distancecli.interview.since import Since
from distancecli.interview.start import Start
from distancecli.interview.step import Said, StepShown
from distancecli.text.data import json_text


def as_json(plan: Plan, made: str | None = None) -> str:
    """The plan as JSON text that ends in a line feed; `made` is the day of a copy."""
    data = {
        "outcome": plan.outcome,
        "made": made,
        "off_record": plan.off_record,
        "notices": [_message(notice) for notice in plan.notices],
        "since": _since(plan, plan.since) if plan.since else None,
        "start": _start(plan.start) if plan.start else None,
        "instead": [passage.text for passage in plan.instead],
        "steps": [_step(step) for step in plan.steps],
        "ending": _message(plan.ending) if plan.ending else None,
    }
    return json_text(data)


def _message(message: Message) -> dict[str, str]:
    return {"id": message.id, "title": message.title, "text": _text(message.text)}


def _text(passages: tuple[Passage, ...]) -> str:
    """Paragraphs and help lines, one to a line."""
    return "\n".join(line for passage in passages for line in (passage.text, *passage.lines))


def _step(step: StepShown) -> dict[str, Any]:
    return {
        "number": step.number,
        "id": step.id,
        "title": step.title,
        "status": step.status,
        "highlighted": step.highlighted,
        **_said(step),
        "shown": _said(step.shown),
    }


def _said(said: Said) -> dict[str, Any]:
    return {
        "because": said.because,
        "text": _text(said.text),
        "advice": said.advice,
        "action": said.action,
        "openers": said.openers,
    }


def _since(plan: Plan, since: Since) -> dict[str, list[str]]:
    fields = (("new", since.new), ("done", since.done), ("still", since.still))
    return {name: [plan.step(number).id for number in numbers] for name, numbers in fields}


def _start(start: Start) -> dict[str, Any]:
    return {
        "step": start.step,
        "because": start.because,
        "say": start.say or None,
        "action": start.action,
        "smaller": start.is_smaller,
        "text": _text(start.kept),
        "opener": start.opener,
        "moment": start.moment,
    }

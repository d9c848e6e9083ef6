"""For whom a text of a guide is: its rule, in words that its readers know."""

from collections.abc import Iterable

from distancecli.guide.conditions import All, Answered, Any, Condition, Fact, No
from distancecli.guide.model import Guide


def for_whom(guide: Guide, rule: Condition | None) -> str:
    """The rule as a sentence, with what it excludes apart; nothing for one that always holds."""
    labels = guide.labels
    parts = rule.parts if isinstance(rule, All) else (rule,) if rule is not None else ()
    wanted = [_words(guide, part) for part in parts if not isinstance(part, No)]
    others = [_words(guide, Any(part.parts)) for part in parts if isinstance(part, No)]
    told = {"rule": labels.rule_and.join(wanted), "others": labels.rule_or.join(others)}
    if wanted and others:
        return labels.only_if_unless.format(**told)
    if others:
        return labels.only_unless.format(others=told["others"])
    return labels.only_if.format(rule=told["rule"]) if wanted else ""


def _words(guide: Guide, rule: Condition) -> str:
    """The rule in words: of the guide for a fact, of the options for an answer."""
    labels = guide.labels
    match rule:
        case Fact(name):
            return guide.meanings.get(name) or _words(guide, guide.facts[name])
        case Answered(question, codes):
            chosen = (f'"{each}"' for each in _answers(guide, question, codes))
            return labels.rule_said.format(answers=labels.rule_or.join(chosen))
        case Any(parts):
            return labels.rule_or.join(_words(guide, part) for part in parts)
        case No(parts):
            inner = labels.rule_or.join(_words(guide, part) for part in parts)
            return labels.rule_not.format(rule=inner)
        case All(parts):
            return labels.rule_and.join(_words(guide, part) for part in parts)
    raise TypeError(f"not a rule for readers: {rule!r}")


def _answers(guide: Guide, question: str, codes: Iterable[str]) -> Iterable[str]:
    """The answers in the words and the order of the question; the skip comes last."""
    asked = guide.question(question)
    yield from (option.label for option in asked.options if option.code in codes)
    known = {option.code for option in asked.options}
    yield from (guide.labels.skip for _ in set(codes) - known)

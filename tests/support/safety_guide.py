"""The sound guide with questions about safety: answers off record, guarded readers, an ending."""

from functools import cache
from typing import Final

from tests.support.small_guide import with_edits
from tests.support.sound_guide import sound_text

EDITS: Final = (
    ("facts:\n", "guarded:\n  care: {safety: [put_down]}\nfacts:\n"),
    (
        "  - id: rest\n",
        """\
  - id: safety
    ask: Has any of this happened?
    choose: many
    private: true
    sensitive: true
    options:
      - {code: afraid, off_record: true, label: I am afraid}
      - {code: put_down, off_record: true, label: I am put down}
      - {code: none, exclusive: true, label: None of these}
  - id: rest
""",
    ),
    (
        "endings:\n",
        """\
  - id: now
    ask: Is any of this true?
    choose: many
    private: true
    sensitive: true
    options:
      - {code: despair, off_record: true, label: I see no way on}
      - {code: none, exclusive: true, informs: false, label: Nothing of that}
endings:
""",
    ),
    (
        "notices:\n",
        "  - {id: danger, when: {safety: [afraid]}, title: Help, text: [Call now.]}\nnotices:\n",
    ),
    (
        "steps:\n",
        """\
  - {id: hope, when: {now: [despair]}, title: You matter, text: [Call someone now.]}
  - {id: careful, when: {safety: [put_down]}, title: Take care, text: [Go slowly.]}
  - {id: passed, when: {safety: [skipped]}, title: By the way, text: [That is fine.]}
steps:
""",
    ),
    ("    title: Find help\n", "    title: Find help\n    safe_for: [care]\n"),
    (
        "because: help is good}\n",
        "because: help is good}\n"
        "      - {when: {safety: [put_down]}, safe_for: [care], because: you may ask for help}\n",
    ),
    ("{text: Call someone.}", "{text: Call someone., safe_for: [care]}"),
    (
        "    when: {help: [nobody]}\n    then:\n",
        "    when: {all: [{help: [nobody]}, {none: [{safety: [afraid]}]}]}\n    then:\n",
    ),
    (
        "readers:\n",
        """\
  - name: Whoever is afraid is shown where help is
    when: {safety: [afraid]}
    then: {ending: [danger]}
  - name: Whoever is put down is told to take care
    when: {safety: [put_down]}
    then: {any: [{notice: [careful]}, {ending: [danger]}]}
  - name: Whoever skips that is told that it is fine
    when: {safety: [skipped]}
    then: {notice: [passed]}
  - name: Whoever sees no way on is met
    when: {now: [despair]}
    then: {notice: [hope]}
readers:
""",
    ),
    ("notices: [alone]}", "notices: [alone, passed]}"),
)


@cache
def safety_text() -> str:
    """The guide as a whole."""
    return with_edits(sound_text(), *EDITS)

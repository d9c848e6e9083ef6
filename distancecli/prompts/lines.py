"""Lines of text on a terminal, wrapped for its window."""

from distancecli.prompts.layout import widest
from distancecli.terminal import Terminal
from distancecli.wrapping import wrap


def say(terminal: Terminal, text: str, lead: str = "") -> None:
    """Writes the text as whole lines; `lead` stands before it."""
    width = widest(terminal.size().columns)
    terminal.write("\n".join(wrap(text, width, lead)) + "\n")

"""A page for a browser or a printer, in one file: nothing in it acts, and nothing is fetched."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from distancecli.guide.model import Guide
from distancecli.rendering.section import LISTS, Block, Group, Section
from distancecli.text.wrapping import BETWEEN_DIGITS, NO_BREAK

RIGHT_TO_LEFT: Final = frozenset(
    (
        *("ar", "ckb", "dv", "fa", "he", "iw", "ks", "lrc", "mzn", "nqo", "prs", "ps"),
        *("rhg", "sd", "syr", "ug", "ur", "yi"),
        *("adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"),
    )
)
"""Languages that are written so, and scripts, as Unicode's CLDR and ISO 15924 name them."""
SCRIPT: Final = 4
"""Letters in the name of a script, the only part of a language's code that has as many."""
STYLE: Final = """\
:root { color-scheme: light dark }
body { font: 1.125rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
  max-width: 38rem; margin: 0 auto; padding: 1rem }
h1, h2, h3 { line-height: 1.25; margin: 1em 0 .5em; break-after: avoid }
h1 { font-size: 1.75em; margin-top: .5em }
h2 { font-size: 1.25em; margin-top: 1.75em }
h3 { font-size: 1em; margin-bottom: 0 }
h3 + p, h3 + ul { margin-top: .25em }
small { font-weight: normal; display: inline-block }
p, ul { margin: .5em 0; padding: 0 }
.foot { margin-top: 1.25em }
li { margin-inline-start: 1.25em; break-inside: avoid }
.because, .saying, .overview ul { list-style-type: "" }
.because li { margin-inline-start: 0; font-style: italic }
.start .action { font-weight: bold }
.start p { margin-inline-start: 1em }
.overview li { margin-inline-start: 2em; text-indent: -2em }
.overview span { display: inline-block; min-width: 2em; text-indent: 0 }
.highlight { border: medium solid; padding: 0 1em .5em; margin: 1.75em 0 }
.highlight h2 { margin-top: .75em }
@page { margin: 18mm }
@media print {
  body { font-size: 10.5pt; line-height: 1.35; max-width: none; padding: 0 }
  h2, .highlight { margin-top: 1em }
  p { orphans: 3; widows: 3 }
}"""
"""Colours are those of the reader's system, so that they can be read however it is set."""
PAGE: Final = """\
<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<main>
{main}
</main>
</body>
</html>
"""
"""Numbers are no links: a finger that slips must ring nobody."""


def as_html(sections: Iterable[Section], guide: Guide) -> str:
    """The sections as a page in the guide's language, whose title says nothing of them."""
    return PAGE.format(
        language=escape(guide.language),
        direction=_direction(guide.language),
        title=escape(guide.labels.page_title),
        style=STYLE,
        main="\n".join(_main(sections, guide.labels.highlighted)),
    )


def _direction(language: str) -> str:
    """Where its lines end: by its script where the code names one, else by the language."""
    name, *more = language.casefold().replace("_", "-").split("-")
    script = next((part for part in more if len(part) == SCRIPT), name)
    return "rtl" if script in RIGHT_TO_LEFT else "ltr"


def _main(sections: Iterable[Section], highlighted: str) -> Iterator[str]:
    """The first heading, of a notice or of the plan, is that of the page; all others are below."""
    level = 1
    for section in sections:
        yield f'<section class="{section.kind}">'
        if section.heading:
            mark = _mark(section.mark, highlighted)
            aside = f" <small>{_text(section.aside)}</small>" if section.aside else ""
            yield f'<h{level} dir="auto">{mark}{_text(section.heading)}{aside}</h{level}>'
            level = 2
        for group in section.groups():
            yield from _group(section, group, highlighted)
        yield "</section>"


def _group(section: Section, group: Group, highlighted: str) -> Iterator[str]:
    if section.kind == "overview" or group.kind in LISTS:
        yield f'<ul class="{group.kind}">'
        yield from (f'<li dir="auto">{_words(block, highlighted)}</li>' for block in group.blocks)
        yield "</ul>"
        return
    tag = "h3" if group.kind == "label" else "p"
    for block in group.blocks:
        yield f'<{tag} class="{block.kind}" dir="auto">{_words(block, highlighted)}</{tag}>'


def _words(block: Block, highlighted: str) -> str:
    said = highlighted if block.highlighted else ""
    return _mark(block.mark.strip(), said) + _text(block.text)


def _mark(mark: str, said: str) -> str:
    """A mark for the eye; for the ear it is the word that is said for it, or nothing."""
    if not mark:
        return ""
    heard = f'role="img" aria-label="{escape(said)}"' if said else 'aria-hidden="true"'
    return f"<span {heard}>{_text(mark)}</span> "


def _text(text: str) -> str:
    """The text and nothing but text, with the digits of a phone number on one line."""
    whole = BETWEEN_DIGITS.sub(NO_BREAK, text)
    return escape(whole).replace("\n", "<br>\n")

"""What the source says of each field of a guide, in the sentence directly below it.

It is read from the source itself: Python keeps no such sentence, and msgspec's own descriptions
differ by release and are gone where Python runs with -OO.
"""

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache

from distancecli.guide.parts import Part


def kinds_of_parts() -> dict[str, type[Part]]:
    """Every kind of part that a guide can have, by its name."""
    kinds = [Part]
    for kind in kinds:
        kinds.extend(kind.__subclasses__())  # which the loop then comes to as well
    return {kind.__name__: kind for kind in kinds}


def of_part(kind: type[Part]) -> str:
    """What the kind of part is."""
    return _in_paragraphs(ast.get_docstring(_definition(kind)) or "")


def of_fields(kind: type[Part]) -> dict[str, str]:
    """What each field does, by its name; its own sentence counts more than one of its base."""
    bases = [base for base in reversed(kind.__mro__) if issubclass(base, Part)]
    return {name: said for base in bases for name, said in _fields(_definition(base))}


def _definition(kind: type) -> ast.ClassDef:
    return _definitions(kind.__module__)[kind.__name__]


@cache
def _definitions(module: str) -> dict[str, ast.ClassDef]:
    # The module as a whole: where a class begins, releases of Python find in ways of their own.
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def _fields(definition: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Each field with its sentence, which also serves those above it without a blank line."""
    names: list[str] = []
    end = definition.lineno
    for node in definition.body:
        if node.lineno != end + 1:
            names.clear()
        end = node.end_lineno or node.lineno
        match node:
            case ast.AnnAssign(target=ast.Name(id=name)):
                names.append(name)
            case ast.Expr(value=ast.Constant(value=str(said))):
                yield from ((name, _in_paragraphs(said)) for name in names)
                names.clear()


def _in_paragraphs(said: str) -> str:
    """The text with its paragraphs on one line each: the lines of the source are too short."""
    return "\n\n".join(" ".join(part.split()) for part in inspect.cleandoc(said).split("\n\n"))

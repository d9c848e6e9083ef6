"""The small changes that can be made to a module, each a slip that somebody could have made."""

import ast
import copy
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, NamedTuple

SIGNS: Final[dict[type[ast.AST], ast.AST]] = {
    ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(),
    ast.Lt: ast.LtE(),
    ast.LtE: ast.Lt(),
    ast.Gt: ast.GtE(),
    ast.GtE: ast.Gt(),
    ast.In: ast.NotIn(),
    ast.NotIn: ast.In(),
    ast.Is: ast.IsNot(),
    ast.IsNot: ast.Is(),
    ast.And: ast.Or(),
    ast.Or: ast.And(),
    ast.Add: ast.Sub(),
    ast.Sub: ast.Add(),
    ast.Mult: ast.FloorDiv(),
    ast.FloorDiv: ast.Mult(),
    ast.BitOr: ast.BitAnd(),
    ast.BitAnd: ast.BitOr(),
    ast.Break: ast.Continue(),
    ast.Continue: ast.Break(),
}
"""What stands in the place of each sign."""
NAMES: Final = {"any": "all", "all": "any", "min": "max", "max": "min"}
"""And of each name that is called."""
DECLARED: Final = {"annotation", "returns", "decorator_list", "bases", "type_params"}
"""What declares a thing is left alone: it is for mypy, or fails at once."""
WIDEST: Final = 90
"""How long what a thing stands in may be, to be shown with it."""


class Change(NamedTuple):
    """A change to one place of a module."""

    line: int
    place: str
    """The class and function it stands in, empty at the top."""
    old: str
    new: str

    @property
    def name(self) -> str:
        """What it is called, wherever its line stands."""
        return f"{self.place}: {self.old} -> {self.new}"


class Spot(NamedTuple):
    """One node of a module: what holds it, and the statement it is part of."""

    owner: ast.AST
    field: str
    at: int | None
    place: str
    statement: ast.stmt

    @property
    def node(self) -> ast.AST:
        """What stands there."""
        held = getattr(self.owner, self.field)
        return held if self.at is None else held[self.at]  # type: ignore[no-any-return]

    def put(self, node: ast.AST) -> None:
        """Puts another in its place."""
        if self.at is None:
            setattr(self.owner, self.field, node)
        else:
            getattr(self.owner, self.field)[self.at] = node


def changes(tree: ast.Module) -> Iterator[tuple[Change, ast.stmt]]:
    """Every change that can be made to a module, in order, with the statement it is made in.

    While one is looked at, the tree has it.
    """
    for spot in _spots(tree, "", None):
        node = spot.node
        around = spot.owner if _is_shown_with(spot.owner) else None
        old = _words(around or node)
        for other in _others(node, spot):
            spot.put(other)
            new = _words(around or other)
            yield (
                Change(getattr(node, "lineno", spot.statement.lineno), spot.place, old, new),
                (spot.statement),
            )
            spot.put(node)


def changed(text: str, number: int) -> str:
    """The module with that one of its changes."""
    tree = ast.parse(text)
    next(islice(changes(tree), number, None))
    return ast.unparse(tree)


def _is_shown_with(owner: ast.AST) -> bool:
    small = isinstance(owner, ast.expr | ast.keyword | ast.comprehension)
    return small and len(_words(owner)) <= WIDEST


def _words(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())


def _spots(owner: ast.AST, place: str, statement: ast.stmt | None) -> Iterator[Spot]:
    for field, value in ast.iter_fields(owner):
        if field in DECLARED or (field == "keywords" and isinstance(owner, ast.ClassDef)):
            continue
        several = isinstance(value, list)
        for index, node in enumerate(value if several else [value]):
            if isinstance(node, ast.AST) and not _is_docstring(node):
                inside = node if isinstance(node, ast.stmt) else statement
                if inside is not None:
                    yield Spot(owner, field, index if several else None, place, inside)
                    yield from _spots(node, _place(node, place), inside)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _place(node: ast.AST, place: str) -> str:
    if isinstance(node, ast.ClassDef | ast.FunctionDef):
        return f"{place}.{node.name}".lstrip(".")
    return place


def _others(node: ast.AST, spot: Spot) -> Iterator[ast.AST]:
    """What could stand in the place of a node."""
    if type(node) in SIGNS:
        yield SIGNS[type(node)]
    elif isinstance(node, ast.stmt):
        yield from _other_statements(node)
    elif isinstance(node, ast.expr):
        yield from _other_expressions(node)
        negated = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
        if spot.field == "test" and isinstance(spot.owner, ast.If | ast.While) and not negated:
            yield ast.UnaryOp(ast.Not(), node)
    elif isinstance(node, ast.comprehension):
        for index in range(len(node.ifs)):
            yield _with(node, ifs=_without(node.ifs, index))


def _other_statements(node: ast.stmt) -> Iterator[ast.stmt]:
    match node:
        case ast.Return(value=ast.Constant(value=value)) if not value:
            return
        case ast.Return(value=ast.expr()):
            yield ast.Return(None)
        case ast.Raise() | ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield ast.Pass()
        case ast.Assign(targets=[ast.Attribute()]) | ast.AugAssign():
            yield ast.Pass()


def _other_expressions(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.BoolOp(values=[one, other]):
            yield from (one, other)
        case ast.BoolOp(values=values):
            for index in range(len(values)):
                yield _with(node, values=_without(values, index))
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.IfExp():
            yield from (node.body, node.orelse)
        case ast.Call(func=ast.Name(id=name)) if name in NAMES:
            yield _with(node, func=ast.Name(NAMES[name], ast.Load()))
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str(value)):
            yield ast.Constant(f"{value}X")
        case ast.Constant(value=bytes(value)):
            yield ast.Constant(value + b"X")


def _with(node: Any, **fields: object) -> Any:
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _without(nodes: list[ast.expr], index: int) -> list[ast.expr]:
    return [*nodes[:index], *nodes[index + 1 :]]

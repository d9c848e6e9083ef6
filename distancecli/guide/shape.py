"""Whether plain data has the fields and types of a guide, with every place where it has not."""

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from types import UnionType
from typing import Annotated, Any, Final, Literal, TypeVar, Union, get_args, get_origin

import msgspec

from distancecli.documents.fault import Fault
from distancecli.documents.plaindata import Place
from distancecli.guide.conditions import Condition, parse
from distancecli.guide.parts import LEAST_WORDS
from distancecli.text.characters import BULLETS, CURLY_QUOTES, OTHER_DASHES, name_of
from distancecli.text.spelling import near_or_nothing, suggestion

T = TypeVar("T")
NO_CONDITION: Final = "no-condition"

BELONGS: Final[dict[type, str]] = {
    tuple: "a list belongs here (lines that start with -), not what stands here",
    bool: "write true or false here",
    int: f"write a whole number here, {LEAST_WORDS} or more",
}
"""What belongs where something else stands, by the first of these kinds that the field allows."""
FIELDS: Final = "fields belong here (name: value), not what stands here"
"""The same where it allows none of them."""
NO_TEXT: Final[dict[type, str]] = {
    dict: "a text belongs here; if this is one with a colon, or in braces, put it in double quotes",
    list: "a text belongs here; if this is one in brackets, put it in double quotes",
    type(None): "a text belongs here; one that starts with # needs double quotes",
}
"""The same where a text belongs, by what YAML took it for; all else it has are texts."""
GLUED: Final = re.compile(r"(\w+)(:?)(?:(?<=:)\s*\S|(?<!:)\s+[\"'\[{])")
"""A field and its value that YAML took for one key."""
NO_MINUS: Final = re.compile(rf"[{OTHER_DASHES}{BULLETS}]\s")
"""Other dashes, and bullets."""
ODD_BLANK: Final = re.compile(r"[^\S ]|\u200b")
"""What looks like a space in front of a field."""
MISSING: Final = "missing-field"
MISPLACED: Final = "misplaced"
"""The code of a field that stands in another place than it seems."""
CURLY: Final = re.compile(f"[{CURLY_QUOTES}]")
BARE_TEXT: Final = "a text does not stand alone here; write it as {text: ...}"


def _read_condition(kind: type, data: object) -> Any:
    if kind is Condition:
        return parse(data)
    raise NotImplementedError(kind)


def convert(data: Any, kind: type[T]) -> T:
    """The data as a value of that kind; texts become the types that the fields have.

    Raises:
        msgspec.ValidationError: the data has another shape.
    """
    return msgspec.convert(data, kind, strict=False, dec_hook=_read_condition)


def _misfit(data: Any, kind: Any) -> msgspec.ValidationError | None:
    """What is wrong with the data as a whole. Its message is msgspec's, and nobody sees it."""
    try:
        convert(data, kind)
    except msgspec.ValidationError as error:
        return error
    return None


def sound_sections(data: Any, kind: type[msgspec.Struct]) -> dict[str, Any]:
    """The fields of the kind that the data has in the right shape, or leaves to their default."""
    written = data if isinstance(data, dict) else {}
    sound: dict[str, Any] = {}
    for field in msgspec.structs.fields(kind):
        if field.name in written:
            with suppress(msgspec.ValidationError):
                sound[field.name] = convert(written[field.name], field.type)
        elif not field.required:
            has_factory = field.default_factory is not msgspec.NODEFAULT
            sound[field.name] = field.default_factory() if has_factory else field.default
    return sound


def shape_faults(data: Any, kind: Any, place: Place = (), needed: bool = False) -> Iterator[Fault]:
    """Every fault of the data as that kind, each at the innermost place that has it.

    `needed` says that it stands in a field which cannot be left out.
    """
    misfit = _misfit(data, kind)
    if misfit is None:
        return
    if said := _no_dash(data, kind):
        yield Fault(place, said, "wrong-type", at_text=True)
        return
    if _was_a_text(data, kind):
        yield Fault(place, NO_TEXT[dict], "wrong-type")
        return
    inner = _inner_faults(data, kind, place)
    yield next(inner, None) or Fault(place, *_in_plain_words(misfit, data, kind, needed))
    yield from inner


def _inner_faults(data: Any, kind: Any, place: Place) -> Iterator[Fault]:
    for option in _alternatives(kind):
        if (
            isinstance(data, dict)
            and isinstance(option, type)
            and issubclass(option, msgspec.Struct)
        ):
            yield from _field_faults(data, option, place)
        elif isinstance(data, dict) and get_origin(option) is dict:
            for key, value in data.items():
                if not key:
                    said = "a name is missing in front of this colon; put one in"
                    yield Fault((*place, key), said, "empty")
                yield from shape_faults(value, get_args(option)[1], (*place, key))
        elif isinstance(data, list) and get_origin(option) is tuple:
            for index, value in enumerate(data):
                yield from shape_faults(value, get_args(option)[0], (*place, index))


def _alternatives(kind: Any) -> tuple[Any, ...]:
    """The kinds that a field's type allows, without what is said about their length."""
    kinds = get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)
    return tuple(get_args(each)[0] if get_origin(each) is Annotated else each for each in kinds)


def _words_of(kind: Any) -> tuple[str, ...]:
    """The only words that may stand in a field of that kind; none where others may."""
    kinds = [each for each in _alternatives(kind) if get_origin(each) is Literal]
    return tuple(word for each in kinds for word in get_args(each))


def _no_dash(data: Any, kind: Any) -> str:
    """What to say of a text that was to be a list, and the dash of which is none."""
    is_list = any(get_origin(each) is tuple for each in _alternatives(kind))
    if not is_list or not isinstance(data, str):
        return ""
    if NO_MINUS.match(data):
        return f"this dash is not a minus sign ({name_of(data[0])}); write - and a space"
    return "a space is missing after this dash; put one in" if data.startswith("-") else ""


def _was_a_text(data: Any, kind: Any) -> bool:
    """Whether these are fields for YAML alone, since a text has a colon in it."""
    kinds = _alternatives(kind)
    known = {name for each in kinds for name in getattr(each, "__struct_fields__", ())}
    names = list(data) if isinstance(data, dict) and str in kinds and known else []
    return len(names) == 1 and names[0] not in known and not near_or_nothing(names[0], known)


def _field_faults(
    data: dict[str, Any], kind: type[msgspec.Struct], place: Place
) -> Iterator[Fault]:
    fields = {field.name: field for field in msgspec.structs.fields(kind)}
    glued = {found[1] for name in data if (found := GLUED.match(name)) and name not in fields}
    before = ""
    for name, value in data.items():
        if name in fields:
            before = name
        else:
            said = _unknown(name, value, fields, (before, data.get(before)))
            code = MISPLACED if ODD_BLANK.match(name) else "unknown-field"
            yield Fault((*place, name), said, code)
    for name, field in fields.items():
        if name in data:
            yield from shape_faults(data[name], field.type, (*place, name), field.required)
        elif field.required and name not in glued:
            yield Fault(place, f'the field "{name}" is missing here; add it', MISSING)


def _unknown(name: str, value: Any, fields: Collection[str], before: tuple[str, Any]) -> str:
    """What to say of a field that there is not, and that may be a part of the text before it."""
    if odd := ODD_BLANK.match(name):
        return f"{name_of(odd[0])} stands before this; put plain spaces in its place"
    found = GLUED.match(name)
    if found and found[1] in fields:
        missing = "plain space is missing behind" if found[2] else "colon is missing after"
        return f'a {missing} "{found[1]}{found[2]}"; put one in'
    said = f'no field "{name}" goes here'
    nearest = suggestion(name, fields)
    field, text = before
    if isinstance(text, str) and (value is None or " " in name) and "did you mean" not in nearest:
        if CURLY.match(text):
            return f'{said}; curly quotes hold no text: put that of "{field}" in straight ones (")'
        return f'{said}; if it belongs to the text of "{field}", put all of that in double quotes'
    return said + nearest


def _in_plain_words(
    misfit: msgspec.ValidationError, data: Any, kind: Any, needed: bool
) -> tuple[str, str]:
    """What is wrong with the data as a whole, for someone who writes a guide, and its code."""
    kinds = [get_origin(each) or each for each in _alternatives(kind)]
    if misfit.__cause__:  # what was no condition says so itself
        return str(misfit.__cause__), NO_CONDITION
    if words := _words_of(kind):
        word = data if isinstance(data, str) else ""
        said = f'"{word}" may not stand here' if word else "a word belongs here"
        return said + suggestion(word, words), "wrong-type"
    remedy = "fill it in" if needed else "fill it in or remove it"
    if data == "" and str in kinds:
        return f"this text is empty; {remedy}", "empty"
    if data == [] and tuple in kinds:
        return f"this list is empty; {remedy}", "empty"
    if isinstance(data, str) and any(
        "text" in getattr(each, "__struct_fields__", ()) for each in kinds
    ):
        return BARE_TEXT, "wrong-type"
    if str in kinds:
        return NO_TEXT[type(data)], "wrong-type"
    return next((said for each, said in BELONGS.items() if each in kinds), FIELDS), "wrong-type"

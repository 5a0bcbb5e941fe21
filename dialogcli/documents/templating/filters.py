"""What text templates have at hand beside their data: our filters, and each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes, pass_environment
from jinja2.meta import find_referenced_templates, find_undeclared_variables
from jinja2.runtime import Undefined
from markupsafe import Markup

from dialogcli.base.words import capital
from dialogcli.documents.markup.markdown import escape
from dialogcli.documents.markup.marks import capital_mark, gap_mark, pictured_mark, prose_mark
from dialogcli.documents.templating.charts import bars, numbered_rows, risk_matrix, timeline
from dialogcli.documents.templating.metering import UnprintableError
from dialogcli.documents.templating.sandbox import Sandbox

ENDING = ".md.j2"


@pass_environment
def _printed(sandbox: Sandbox, value: object) -> str:
    """What `{{ value }}` writes: a field's mark, escaped text, or an error for what has no text."""
    text = _shown(value)
    sandbox.allowance.text(len(text))
    return text


def _shown(value: object) -> str:
    if isinstance(value, Markup):
        return value
    match value:
        case {"mark": str(mark)}:
            return Markup(mark)  # noqa: S704 - a mark is a number between two private characters
        case str():
            return Markup(escape(value))  # noqa: S704 - this is the escaping
        case int() if not isinstance(value, bool):
            return Markup(value)  # noqa: S704
        case Undefined():
            return str(value)
    raise UnprintableError


def _prose(field: Mapping[str, object]) -> Markup:
    """`{{ field | md }}`: the answer is Markdown."""
    return Markup(prose_mark(str(field["mark"])))  # noqa: S704


def _pictured(field: Mapping[str, object]) -> Markup:
    """`{{ field | bilder }}`: letter for letter, but with its pictures."""
    return Markup(pictured_mark(str(field["mark"])))  # noqa: S704


def _cell(field: Mapping[str, object]) -> Markup:
    """`{{ field | cell }}`: as a table shows it, with ISO dates and prose as Markdown."""
    mark = str(field.get("iso") or field["mark"])
    prose = field.get("type") == "prose" and field.get("filled")
    return Markup(prose_mark(mark) if prose else mark)  # noqa: S704


def _by(field: Mapping[str, object], column: str) -> list[dict[str, object]]:
    """`{% for group in field | by("fas") %}`: a table in parts, one for every choice of a column
    and in that order.

    A part is the table with fewer rows and its choice as `group`. Rows with another text there, or
    none, come last. A table without such a column is one part, with '' as its group.
    """
    columns = field["columns"] if isinstance(field["columns"], list) else []
    choices: list[str] = next((one["choices"] for one in columns if one["id"] == column), [])
    rows = field["rows"] if isinstance(field["rows"], list) else []
    groups: dict[str, list[object]] = {choice: [] for choice in choices}
    for row in rows:
        text = str(row[column]["text"]) if column in row else ""
        groups.setdefault(text, []).append(row)
    return [{**field, "group": group, "rows": inside} for group, inside in groups.items()]


def _capital(value: object) -> object:
    """`{{ dossier.titel | capital }}`: a field or a text with a capital letter first."""
    match value:
        case {"mark": str(mark)}:
            return Markup(capital_mark(mark))  # noqa: S704
        case str():
            return capital(value)
    raise UnprintableError


def _gap(label: str) -> Markup:
    """`{{ "Budget" | gap }}`: the place of something missing that is not a field."""
    return Markup(gap_mark(escape(label)))  # noqa: S704


_FILTERS: Mapping[str, Callable[..., object]] = {
    "md": _prose,
    "cell": _cell,
    "gap": _gap,
    "by": _by,
    "capital": _capital,
    "bilder": _pictured,
    "tidslinje": timeline,
    "staplar": bars,
    "numrerad": numbered_rows,
    "riskmatris": risk_matrix,
}


@lru_cache(maxsize=64)
def referred(name: str, templates: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """A template's own name and those of all that it includes or imports, and these in turn.

    All there are when one cannot be read, or says only while it runs which one it wants.
    """
    texts, found, waiting = dict(templates), set(), [name]
    while waiting:
        one = waiting.pop()
        if one in found or one not in texts:
            continue
        found.add(one)
        try:
            others = list(find_referenced_templates(environment(templates).parse(texts[one])))
        except (TemplateSyntaxError, RecursionError):
            others = [None]
        if None in others:
            return frozenset(texts)
        waiting += [other for other in others if other]
    return frozenset(found)


@lru_cache(maxsize=64)
def words_of(name: str, templates: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """The names that a template, with all that it includes, looks up in its data, and the texts in
    its code.
    """
    sandbox, texts = environment(templates), dict(templates)
    found: set[str] = set()
    for one in referred(name, templates):
        try:
            tree = sandbox.parse(texts[one])
            found |= find_undeclared_variables(tree)
        except (TemplateSyntaxError, RecursionError):
            continue  # whoever fills it is told why
        found |= {
            const.value for const in tree.find_all(nodes.Const) if isinstance(const.value, str)
        }
    return frozenset(found)


@lru_cache(maxsize=8)
def environment(templates: tuple[tuple[str, str], ...]) -> Sandbox:
    """A sandbox over templates given as (file name, text); it keeps what it has compiled."""
    return Sandbox(dict(templates), dict(_FILTERS), _printed)

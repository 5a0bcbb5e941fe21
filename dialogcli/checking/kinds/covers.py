"""`covers`: a column holds every value wanted, or the rows hold every pair of a grid."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from dialogcli.base.words import listed, same_word
from dialogcli.checking.view import Fault, RuleView, matching, word_shown
from dialogcli.dossier.left_out import left_out
from dialogcli.dossier.model import Answer
from dialogcli.process.deciders import organ_type, same_organ
from dialogcli.rulebook.model import Field


def judge(scene: RuleView) -> list[Fault] | None:
    """One fault for each value or pair that is missing; an empty table is one fault. A column of
    several files covers with what stands in all of them.
    """
    path = scene.rule.fields[0]
    wholes = scene.tables_through(path)[:1] or scene.tables_at(path)
    judged = [whole for whole in wholes if whole.filled or scene.has_moment]
    if not judged:
        return None
    return [fault for whole in judged for fault in _faults(scene, path, whole)]


def _faults(scene: RuleView, path: str, whole: Answer) -> list[Fault]:
    if not whole.filled:
        return [Fault.missing(whole.field.name, whole)]
    if whole.excused:
        return []
    if nobody := _no_organs(scene):
        return [Fault(nobody, whole.path, whole.place)]
    if grid := scene.rule.pairs("combinations"):
        missing = _missing_pairs(whole, scene.rows(whole, path), grid)
    else:
        missing = _missing_values(scene, path, whole)
    return [Fault.missing(text, whole) for text in missing]


def _missing_pairs(
    table: Answer, rows: list[Answer], grid: Mapping[str, tuple[str, ...]]
) -> list[str]:
    """The pairs without a row, as their shown words in the order of the grid: `Internt budskap före
    dialogen`.
    """
    return [
        " ".join(
            word_shown(table.field.parts[column], value)
            for column, value in zip(grid, pair, strict=True)
        )
        for pair in itertools.product(*grid.values())
        if not matching(rows, {column: (value,) for column, value in zip(grid, pair, strict=True)})
    ]


def _missing_values(scene: RuleView, path: str, whole: Answer) -> list[str]:
    left = [row.path for _, row in left_out(whole)]
    there = [one for one in scene.values(path) if one.path.rpartition(".")[0] not in left]
    field = scene.dossier.rulebook.field_at(path) or whole.field
    return [
        f"{whole.field.name}: {_shown(scene, field, value)}"
        for value in _wanted(scene)
        if not any(_is(scene, answer, value) for answer in there)
    ]


def _wanted(scene: RuleView) -> list[str]:
    rule = scene.rule
    if given := rule.texts("values") or rule.texts("organ_types"):
        return list(given)
    if types := rule.texts("every_organ"):
        return _organs_of(scene, types)
    source = rule.text("values_from")
    answers = [
        answer
        for answer in scene.values(source)
        if _row_matches(scene, answer, source, rule.pairs("where"))
    ]
    return list(dict.fromkeys(answer.text for answer in answers))


def _organs_of(scene: RuleView, types: tuple[str, ...]) -> list[str]:
    """The names of the organs that are listed as one of the types."""
    return [organ.name for organ in scene.dossier.rulebook.organs if organ.type in types]


def _no_organs(scene: RuleView) -> str:
    """What is to be told of a rule that wants every organ of a type of which none is listed: that
    is never as if all were there.
    """
    types = scene.rule.texts("every_organ")
    if not types or _organs_of(scene, types):
        return ""
    return f"Inget organ av slaget {listed(types, 'eller')} står i organ.yaml."


def _row_matches(
    scene: RuleView, answer: Answer, source: str, where: Mapping[str, tuple[str, ...]]
) -> bool:
    """Whether the columns beside an answer, in its row or file, hold the words wanted."""
    row = source.rpartition(".")[0]
    return all(
        any(
            other.place.file == answer.place.file
            and other.path.rpartition(".")[0] == answer.path.rpartition(".")[0]
            and any(same_word(other.text, value) for value in values)
            for other in scene.select(f"{row}.{column}")
        )
        for column, values in where.items()
    )


def _is(scene: RuleView, answer: Answer, value: str) -> bool:
    if "organ_types" in scene.rule.options:
        return organ_type(scene.dossier.rulebook, answer.text) == value
    if "every_organ" in scene.rule.options:
        return same_organ(scene.dossier.rulebook, answer.text, value)
    return same_word(answer.text.removesuffix(".yaml"), value)


def _shown(scene: RuleView, field: Field, value: str) -> str:
    """A form that is wanted among the basis of a decision goes by its title."""
    form = scene.dossier.rulebook.forms.get(value)
    return form.title if form else word_shown(field, value)

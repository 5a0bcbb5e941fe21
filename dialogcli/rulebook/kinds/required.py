"""`required`: the fields are filled in; with `*`, at least one row or file and none lacks it."""

from __future__ import annotations

from dialogcli.rulebook.model import Kind, Moment, Names, Option, OptionType, Rule


def _says(rule: Rule, names: Names) -> str:
    path, *others = rule.fields
    if others:
        return f"när {names.fields(rule.fields)} är ifyllda"
    if table := names.table(path):
        return f"när {table} har minst en rad, och varje rad har {names.field(path)}"
    if (rule.before or rule.from_) and (files := names.files(path)):
        return f"när {files} har minst en fil, och varje fil har {names.field(path)}"
    filled = "har minst en rad" if names.is_table(path) else "är ifyllt"
    return f"när {names.field(path)} {filled}"


KIND = Kind(
    word="required",
    says=_says,
    options={"fields": Option(OptionType.PATHS, "sökvägarna")},
    needs=(("fields",),),
    moment=Moment.MUST,
    asks=1,
    demands=True,
)

"""Which changes draw nothing, and how they are counted."""

from __future__ import annotations

from helpers.small_rulebook import PLANNED, SOURCE, TODAY, rulebook

from dialogcli.base.findings import Severity
from dialogcli.checking.named_fields import Named, NamedFields
from dialogcli.checking.survivors import Silent, Survivors, Tried, survivors, tried
from dialogcli.yamltext.reader import read_yaml

RISKS = f"""
E-01:
  says: Varje risk har en åtgärd.
  kind: required
  fields: plan.risker.*.åtgärd
  before: möten
  {SOURCE}
"""
ROWS = "risker:\n  - risk: Regn\n    åtgärd: Tält\n  - risk: Blåst\n    åtgärd: Rep\n"
FILES = {**PLANNED, "plan.yaml": PLANNED["plan.yaml"] + ROWS}


def found(rules: str = RISKS) -> Survivors:
    readings = {name: read_yaml(text, name) for name, text in FILES.items()}
    book = rulebook(rules)
    return survivors(book, tried(book, readings, TODAY))


def silent(field: str, rules: str = RISKS) -> Silent:
    return next(one for one in found(rules).fields if one.field == field)


def test_what_a_rule_does_not_notice_of_the_field_that_it_names() -> None:
    one = silent("plan.risker")
    assert (one.named, one.always, one.sometimes) == (Named.RULE, ("rad-borta",), ())


def test_a_field_of_which_every_change_is_told_is_not_among_them() -> None:
    assert "plan.risker.åtgärd" not in [one.field for one in found().fields]


def test_an_exception_that_a_check_lists_is_told() -> None:
    optional = RISKS.replace("kind: required", "kind: required\n  severity: varning")
    assert "undantag-skäl" not in silent("plan.risker", optional).always


def test_a_field_that_nobody_names_is_silent_in_every_way() -> None:
    one = silent("plan.risker.åtgärd", rules="")
    assert (one.named, one.always[:4]) == (
        Named.NOBODY,
        ("borta", "tom", "undantag-x", "undantag-skäl"),
    )


def test_every_change_is_told_or_not() -> None:
    whole = found()
    assert whole.made == sum(whole.told.values()) + sum(whole.silent.values())
    assert whole.told[Severity.FEL] > 0


def test_without_the_rule_less_is_told() -> None:
    assert sum(found("").told.values()) < sum(found().told.values())


def counted(*changes: Tried) -> tuple[Silent, ...]:
    return survivors(rulebook(RISKS), changes).fields


def test_in_some_rows_and_in_all() -> None:
    where = "plan.risker.åtgärd"
    changes = (
        Tried("borta", where, f"{where}.1", None),
        Tried("borta", where, f"{where}.2", Severity.FEL),
        Tried("x", where, f"{where}.1", None),
        Tried("x", where, f"{where}.2", None),
    )
    assert counted(*changes) == (Silent(where, Named.RULE, ("x",), ("borta",)),)


def test_all_other_choices_are_one() -> None:
    one = Tried("=före", "plan.budskap.fas", "", None)
    both = (one, one._replace(change="=efter"))
    assert counted(*both)[0].always == ("=annat",)
    assert counted(one, one._replace(change="=efter", told=Severity.FEL))[0].always == ("=före",)


def test_who_names_a_field() -> None:
    names = NamedFields(rulebook(RISKS))
    assert {
        field: names.named(field)
        for field in (
            *("plan.risker", "plan.risker.åtgärd", "plan.risker.risk", "plan.datum"),
            *("beslut.dialogbeslut.utfall", "beslut.dialogbeslut.motivering", "tillfällen.status"),
            *("tillfällen.antal", "plan"),
        )
    } == {
        "plan.risker": Named.RULE,
        "plan.risker.åtgärd": Named.RULE,
        "plan.risker.risk": Named.NOBODY,
        "plan.datum": Named.PROCESS,
        "beslut.dialogbeslut.utfall": Named.PROCESS,
        "beslut.dialogbeslut.motivering": Named.NOBODY,
        "tillfällen.status": Named.PROCESS,
        "tillfällen.antal": Named.NOBODY,
        "plan": Named.RULE,
    }


def test_the_columns_of_a_table_that_is_demanded_whole_are_parts_of_it() -> None:
    names = NamedFields(rulebook(RISKS.replace("plan.risker.*.åtgärd", "plan.risker")))
    assert names.named("plan.risker.risk") is Named.PART


def test_processes_share_the_changes() -> None:
    readings = {name: read_yaml(text, name) for name, text in FILES.items()}
    book = rulebook(RISKS)
    shares = [set(tried(book, readings, TODAY, first, 3)) for first in range(3)]
    assert set.union(*shares) == set(tried(book, readings, TODAY))
    assert sum(map(len, shares)) == len(set.union(*shares))

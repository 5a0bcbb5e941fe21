"""When an action plan is followed up, and what is to be reported next."""

from __future__ import annotations

import pytest

from dialogcli.dossier.build import build_dossier
from dialogcli.process.follow_ups import follow_ups, pending_follow_up
from dialogcli.rulebook.loader import load_rulebook

TABLE = "åtgärdsplan.uppföljningar"


def planned(*rows: str) -> list[str]:
    text = "uppföljningar:\n" + "".join(f"  - {{{row}}}\n" for row in rows)
    dossier = build_dossier(load_rulebook("sandviken"), {"atgardsplan.yaml": text if rows else ""})
    pending = pending_follow_up(dossier, TABLE)
    return [*(f"{one.path.rpartition('.')[2]} {one.planned} {one.organ} {one.reported or '-'}"
              for one in follow_ups(dossier, TABLE)), f"nästa {pending.planned if pending else '-'}"]


@pytest.mark.parametrize(("rows", "found"), [
    ([], ["nästa -"]),
    (["uppföljs: 2027-12-14, anmäls_i: kommunstyrelsen"], ["1 2027-12-14 kommunstyrelsen -", "nästa 2027-12-14"]),
    (["uppföljs: 2028-06", "uppföljs: 2027-12-14, anmäld: 2027-12-15", "uppföljs: 2028-01-11"],
     ["2 2027-12-14  2027-12-15", "3 2028-01-11  -", "1 2028-06  -", "nästa 2028-01-11"]),
    (["uppföljs: 2027-12-14, anmäld: 2027-12-15"], ["1 2027-12-14  2027-12-15", "nästa -"]),
    (["anmäls_i: kommunstyrelsen"], ["nästa -"]),
    (["uppföljs: snart"], ["nästa -"]),
], ids=["none", "one", "in any order", "all reported", "without a day", "a wrong day"])
def test_the_earliest_that_is_not_reported_is_next(rows: list[str], found: list[str]) -> None:
    assert planned(*rows) == found

"""A whole decision from what is given: its missing parts filled in from the dossier, its file, the
dossier with it.
"""

from __future__ import annotations

from collections.abc import Mapping

from dialogcli.deciding.adopting import basis, marks
from dialogcli.deciding.fields import effect_at
from dialogcli.deciding.proposal import proposal
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.decision import (
    ADOPTED,
    BASIS,
    DAY,
    MOTIVATION,
    ORGAN,
    OUTCOME,
    POINTS,
    PROPOSAL,
    ROLE,
)
from dialogcli.dossier.model import Dossier, FormFile
from dialogcli.model.words import numbered, slug
from dialogcli.process.deciders import authority
from dialogcli.process.effects import Effect
from dialogcli.process.standing import standing
from dialogcli.rulebook.model import DECISIONS, Gate
from dialogcli.storage.nodes import Plain


def known(dossier: Dossier, gate: Gate) -> dict[str, Plain]:
    """What the dossier says about who decides, so that nobody has to: the one organ, the role of
    one person.
    """
    organ, _ = standing(dossier).planned(gate)
    found: dict[str, Plain] = {ORGAN: organ, ROLE: authority(gate, dossier).role}
    return {name: value for name, value in found.items() if value}


def completed(dossier: Dossier, gate: Gate, given: Mapping[str, Plain]) -> dict[str, Plain]:
    """What is given, with the proposal, the basis, the marks and the points that follow from it."""
    effect = effect_at(gate, str(given.get(OUTCOME, "")))
    derived: dict[str, Plain] = {
        PROPOSAL: proposal(dossier, gate),
        BASIS: list(basis(dossier, gate)),
    }
    if effect is Effect.GO_ON:
        derived[ADOPTED] = marks(dossier, gate)
    if effect is Effect.GO_BACK:
        derived |= _points(given)
    return {
        name: value for name, value in {**known(dossier, gate), **derived, **given}.items() if value
    }


def file_name(dossier: Dossier, gate: Gate, day: str) -> str:
    """`beslut/2027-03-03-handlingsplan.yaml`."""
    return f"{dossier.rulebook.forms[DECISIONS].file}/{day}-{slug(gate.word)}.yaml"


def already_there(dossier: Dossier, gate: Gate, day: str) -> FormFile | None:
    """The decision of that day at that gate, whatever its file is called."""
    return next(
        (
            file
            for file in dossier.files.get(DECISIONS, ())
            if file.key == gate.id and file.answers[DAY].text == day
        ),
        None,
    )


def with_decision(dossier: Dossier, name: str, text: str) -> Dossier:
    """The dossier as it would be with one more decision."""
    alone = build_dossier(dossier.rulebook, {name: text})
    files = sorted(
        [*dossier.files.get(DECISIONS, ()), *alone.files[DECISIONS]], key=lambda file: file.file
    )
    remarks = [remark for remark in alone.remarks if remark.place.file == name]
    return dossier._replace(
        files={**dossier.files, DECISIONS: tuple(files)}, remarks=(*dossier.remarks, *remarks)
    )


def _points(given: Mapping[str, Plain]) -> dict[str, Plain]:
    """Points make up the motivation; a motivation that nobody has divided is one point."""
    match given.get(POINTS), given.get(MOTIVATION):
        case list(points), None:
            return {MOTIVATION: numbered([str(point) for point in points])}
        case None, str(motivation):
            return {POINTS: [" ".join(motivation.split())]}
    return {}

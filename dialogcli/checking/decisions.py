"""What every rulebook has in common about decisions: a matter that was sent back is answered point
by point, and a decision on an incomplete basis keeps its reason in view.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dialogcli.dossier.decision import BASIS, INCOMPLETE
from dialogcli.dossier.model import Dossier, FormFile
from dialogcli.model.commands import check, fill
from dialogcli.model.finding import Finding, Severity
from dialogcli.model.words import listed
from dialogcli.process.referrals import open_points, reference
from dialogcli.rulebook.model import REFERRAL, Gate

UNANSWERED = "obesvarad-punkt"
ANYWAY = "beslutat-ändå"


def unanswered(dossier: Dossier) -> Iterator[Finding]:
    """A fel for each point without an answer: the organ itself has asked for it. Placed where the
    point stands.
    """
    for point in open_points(dossier):
        message = (
            f"{point.gate.name}{reference(point.decision)}: punkt {point.number} har inget svar: "
            f"{point.text.rstrip('.')}."
        )
        yield Finding(
            UNANSWERED,
            Severity.FEL,
            message,
            point.answer.place,
            point.answer.path,
            remedy=fill(REFERRAL),
        )


def stands_before(finding: Finding, gate: Gate) -> bool:
    """Whether it is a point that this gate has put."""
    return finding.rule == UNANSWERED and finding.path.split(".")[1] == gate.id


def is_of_basis(finding: Finding, file: str) -> bool:
    """Whether it is a fel in what a decision rests on, not in how the decision in `file` is
    written.
    """
    rests = finding.path.split(".")[2:3] == [BASIS]
    return finding.severity is Severity.FEL and (finding.place.file != file or rests)


def decided_anyway(gate: Gate, decision: FormFile, basis: Iterable[Finding]) -> Iterator[Finding]:
    """An upplysning with the reason, as long as a fel of the basis remains."""
    reason = decision.answers.get(INCOMPLETE)
    left = list(dict.fromkeys(one.rule for one in basis if is_of_basis(one, decision.file)))
    if reason and reason.filled and left:
        why = " ".join(reason.text.split()).rstrip(".")
        message = (
            f"{gate.name}{reference(decision)}: beslutat innan underlaget var komplett. "
            f"Det gäller {listed(left)}. Skäl: {why}."
        )
        yield Finding(
            ANYWAY,
            Severity.UPPLYSNING,
            message,
            reason.place,
            reason.path,
            remedy=check(gate.word),
        )

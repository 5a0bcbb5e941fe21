"""A folder with the dialogues of one municipality, each at another point: what `dialog list` is
seen over.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from helpers.dossiers import changed, earlier, weeks_earlier, without

HAGFORS = Path(__file__).parents[1] / "dossiers" / "hagfors"

_FORMS = (
    "övervägande",
    "prövning",
    "förslag",
    "beslut",
    "plan",
    "tillfällen",
    "resultat",
    "återkoppling",
    "sakförslag",
    "utvärdering",
)
"""In the order in which they come to be."""

_LATER = {
    "övervägande": _FORMS[1:],
    "förslag": _FORMS[3:],
    "dialogbeslut": _FORMS[4:],
    "plan": _FORMS[5:],
    "återkoppling": _FORMS[9:],
    "utvärdering": (),
}
_NAMES = {
    "prövning": "provning.yaml",
    "förslag": "forslag.yaml",
    "beslut": "beslut",
    "plan": "plan.yaml",
    "tillfällen": "tillfallen",
    "resultat": "resultat.yaml",
    "återkoppling": "aterkoppling",
    "sakförslag": "sakforslag.yaml",
    "utvärdering": "utvardering.yaml",
}


def dialogue(
    repository: Path, name: str, title: str, until: str = "utvärdering", years: int = 0
) -> Path:
    """One dialogue with what it holds `until` a form or gate, 104 weeks and so many `years` earlier
    than the fixture was held: it stands at the days of the sample dialogue.
    """
    target = repository / name
    shutil.copytree(HAGFORS, target)
    for form in _LATER[until]:
        path = target / _NAMES[form]
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    if until in ("dialogbeslut", "plan"):
        (target / "beslut" / "2027-11-29-beslut-i-sakfragan.yaml").unlink()
        without(target, "beslut/2027-02-22-kommunfullmaktiges-beslut.yaml", "expedierat")
    if until == "plan":  # the invitation went out on the day of the decision, which is today
        changed(target, "plan.yaml", "publicerad: 2027-03-15", "publicerad: 2027-02-22")
    earlier(target, years)
    weeks_earlier(target, 104)
    changed(target, "dossier.yaml", "KS 2027/31", "KS 2025/31")
    changed(target, "dossier.yaml", "titel: Mötesplatser i Tallbäcksfors", f"titel: {title}")
    return target


def late(dossier: Path, audience: str, planned: str) -> None:
    """Feedback that was planned for a day and has not been given."""
    path = dossier / "aterkoppling" / f"{audience}.yaml"
    text = re.sub(
        r"^planerad: .*$", f"planerad: {planned}", path.read_text("utf-8"), flags=re.MULTILINE
    )
    path.write_text(re.sub(r"^datum: .*$", "datum:", text, flags=re.MULTILINE), "utf-8")


def rejected(dossier: Path) -> None:
    """The council said no."""
    changed(
        dossier,
        "beslut/2025-02-24-kommunfullmaktiges-beslut.yaml",
        "utfall: bifall",
        "utfall: avslag",
    )


def considered_no(dossier: Path) -> None:
    """After consideration there is no dialogue."""
    for of in ("dialog_behövs", "behov_av_kunskap"):
        changed(dossier, "overvagande.yaml", f"{of}:\n  svar: ja", f"{of}:\n  svar: nej")


def eight(folder: Path) -> Path:
    """A repository on 24 February 2025: eight dialogues, two of them late with feedback."""
    repository = folder / "dialoger"
    (repository / ".git").mkdir(parents=True)
    late(
        dialogue(repository, "badplatsen", "Badplatsen vid Lillsjön", "återkoppling", 1),
        "allmanheten",
        "2025-02-14",
    )
    late(
        dialogue(repository, "biblioteket", "Meröppet bibliotek", "återkoppling", 1),
        "deltagare",
        "2025-01-31",
    )
    dialogue(repository, "motesplatser", "Mötesplatser i Tallbäcksfors", "förslag")
    dialogue(
        repository,
        "ungas-fritid",
        "Ungas fritidsresor och platser att vara på efter skolan",
        "dialogbeslut",
    )
    dialogue(repository, "skolvagar", "Säkra skolvägar", "plan")
    rejected(dialogue(repository, "motionsspar", "Nytt motionsspår", "dialogbeslut"))
    considered_no(dialogue(repository, "oppettider", "Museets öppettider", "övervägande"))
    dialogue(repository, "centrum", "Centrum i Tallbäcksfors", years=1)
    numbered(repository)
    return repository


def numbered(repository: Path) -> None:
    """Each dialogue has a case number of its own."""
    for number, dossier in enumerate(sorted(repository.glob("*/dossier.yaml")), 30):
        changed(dossier.parent, "dossier.yaml", "KS 2025/31", f"KS 2025/{number}")

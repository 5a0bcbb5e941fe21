"""What came of trying a rulebook on its cases."""

from __future__ import annotations

from dialogcli.checking.trials import Trial, Trials
from dialogcli.model.screen import Item, Kept, Line, Screen, Tone, heading, line, rows, screen
from dialogcli.model.words import count
from dialogcli.reports.labelled import labelled


def trials_screen(name: str, trials: Trials) -> Screen:
    """Each case that does not hold with what was expected and found, rules that lack cases, and the
    sum.
    """
    found: list[Item] = [heading(f"{name}: {count(len(trials.all), 'fall', 'fall')}")]
    for trial in trials.broken:
        found += _broken(trial)
    for what, rules in (
        ("som uppfyller det", trials.without_passing),
        ("som ger en anmärkning", trials.without_failing),
    ):
        if rules:
            said = f"Krav med inget fall {what}: {', '.join(rules)}"
            found.append(line(said, indent=2, hang=4))
    return screen([*found, _sum(trials)])


def _broken(trial: Trial) -> list[Item]:
    case = trial.case
    kind = "ska uppfylla kravet" if case.passing else "ska ge en anmärkning"
    place = Kept(f"({case.place})")
    return [
        line(f"{case.rule}: {case.name}, {kind} ", place, indent=2, hang=4),
        rows(
            *labelled("Väntat:", case.findings or ("inget",)),
            *labelled("Hittat:", trial.found or ("inget",)),
            indent=4,
        ),
    ]


def _sum(trials: Trials) -> Line:
    number, broken = len(trials.all), len(trials.broken)
    if not number:
        return line("Inga fall finns. De skrivs i mappen cases bredvid regelverket.")
    if broken:
        return line(f"{broken} av {number} fall stämmer inte.")
    all_of_them = "Fallet" if number == 1 else f"Alla {number} fall"
    return line(Kept("Klart", Tone.GOOD), f": {all_of_them} stämmer.")

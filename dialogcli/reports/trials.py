"""What came of trying a rulebook on its cases, as text."""

from __future__ import annotations

from collections.abc import Sequence

from dialogcli.checking.trials import Trial, Trials
from dialogcli.model.layout import WIDTH, block, glued, joined, wrapped
from dialogcli.model.words import count


def trials_text(name: str, trials: Trials, width: int = WIDTH) -> str:
    """Each case that does not hold with what was expected and found, rules that lack cases, and the
    sum.
    """
    return joined(
        [
            wrapped(f"{name}: {count(len(trials.all), 'fall', 'fall')}", width),
            *(_broken(trial, width) for trial in trials.broken),
            *_lacking("inget fall som uppfyller det", trials.without_passing, width),
            *_lacking("inget fall som ger en anmärkning", trials.without_failing, width),
            wrapped(_sum(trials), width),
        ]
    )


def _broken(trial: Trial, width: int) -> str:
    case = trial.case
    kind = "ska uppfylla kravet" if case.passing else "ska ge en anmärkning"
    head = wrapped(f"{case.rule}: {case.name}, {kind} {glued(f'({case.place})')}", width, 2, 4)
    return joined(
        [head, block([*_rows("Väntat:", case.findings), *_rows("Hittat:", trial.found)], width, 4)]
    )


def _rows(label: str, lines: Sequence[str]) -> list[tuple[str, str]]:
    return [("" if number else label, line) for number, line in enumerate(lines or ("inget",))]


def _lacking(what: str, rules: Sequence[str], width: int) -> list[str]:
    return [wrapped(f"Krav med {what}: {', '.join(rules)}", width, 2, 4)] if rules else []


def _sum(trials: Trials) -> str:
    number, broken = len(trials.all), len(trials.broken)
    if not number:
        return "Inga fall finns. De skrivs i mappen cases bredvid regelverket."
    if broken:
        return f"{broken} av {number} fall stämmer inte."
    return f"Klart: {'Fallet' if number == 1 else f'Alla {number} fall'} stämmer."

"""`dialog decide BESLUT --withdraw`: a decision that was entered by mistake is taken back. Its file
stays, marked with why, by whom and which day, and the matter stands as if it had never been there.
"""

from __future__ import annotations

from pathlib import PurePath

from dialogcli.base.answered import must_be_reason, no_answer
from dialogcli.base.commands import decide
from dialogcli.base.findings import UnreadableError, UsageError
from dialogcli.base.screen import broken_off, done, line, remark, screen
from dialogcli.dossier.change import rewrite_file, with_values
from dialogcli.dossier.model import DAY, WITHDRAWN, Dossier, FormFile
from dialogcli.dossier.reading import read_dossier
from dialogcli.dossier.select import latest_decision
from dialogcli.process.course import reference
from dialogcli.rulebook.model import Gate
from dialogcli.usecases.context import Context
from dialogcli.usecases.decisions.consequences import new_faults
from dialogcli.usecases.decisions.draft import already_there
from dialogcli.usecases.decisions.input import TypedDecision, given
from dialogcli.usecases.decisions.options import gate_called
from dialogcli.usecases.decisions.parse import Values
from dialogcli.usecases.folder import Where
from dialogcli.usecases.interview.questions import NO_TERMINAL, interrupted, interviewer
from dialogcli.yamltext.nodes import Plain

UNTOUCHED = "Inget är ändrat."


def withdraw(context: Context, where: Where, typed: TypedDecision, reason: str) -> int:
    """Take it back; of several at one gate the latest, or that of the day that is given. The exit
    code is 130 when somebody stops.
    """
    try:
        return _withdrawn(context, where, typed, reason)
    except (KeyboardInterrupt, EOFError):
        return interrupted(context, broken_off(UNTOUCHED))


def _withdrawn(context: Context, where: Where, typed: TypedDecision, reason: str) -> int:
    dossier = read_dossier(where.folder)
    if dossier.faults:
        raise UnreadableError(f"Rätta filen först. {UNTOUCHED}", faults=dossier.faults)
    gate = gate_called(dossier.rulebook, typed.gate)
    decision = _meant(context, dossier, gate, typed)
    why = _why(context, reason)
    by = _who(context, dossier)
    called = f"beslutet{reference(decision)}".replace(" §", ", §")
    if context.console.interactive and not _agreed(context, called):
        context.console.show(screen(line(UNTOUCHED)))
        return 0
    mark: Plain = {"skäl": why, "av": by, "datum": str(context.today)}
    text = with_values(decision.form, dossier.texts[decision.file], {WITHDRAWN: mark})
    faults = new_faults(dossier, decision.file, text, context.today)
    with context.lock(where.folder, "dialog decide"):
        rewrite_file(where.folder, dossier, decision.file, text)
    console, path = context.console, PurePath(where.typed, decision.file).as_posix()
    told = done(f"beslutet gäller inte längre. Filen är kvar, märkt {WITHDRAWN}.")
    again = line("När det är fattat: ", decide(gate.word))
    console.show(screen([told, line(path, indent=2), again]))
    for one in faults:
        console.note(screen(remark(f"{one.message} ({one.rule})")))
    return 0


def _meant(context: Context, dossier: Dossier, gate: Gate, typed: TypedDecision) -> FormFile:
    """Raises UsageError where there is no such decision, or where something else is given too."""
    wanted = given(Values(dossier, gate, context.today), typed, context.cwd)
    if set(wanted) - {DAY}:
        raise UsageError(f"Med --withdraw går bara --reason och --date. {UNTOUCHED}")
    day = str(wanted.get(DAY, ""))
    found = already_there(dossier, gate, day) if day else latest_decision(dossier, gate.id)
    if found is None:
        raise UsageError(f"{gate.name} är inte infört, så det finns inget att ta tillbaka.")
    if WITHDRAWN not in found.form.fields:
        raise UsageError(
            f"Regelverkets ordlista har inget fält för ett tillbakataget beslut. {UNTOUCHED}",
            f"Lägg till {WITHDRAWN} bland fälten i ett beslut.",
        )
    return found


def _why(context: Context, reason: str) -> str:
    if reason:
        must_be_reason(reason)
        return reason
    if not context.console.interactive:
        raise UsageError(
            NO_TERMINAL, f"{UNTOUCHED} Lägg till --reason och varför beslutet tas tillbaka."
        )
    return _asked(context, "Varför?")


def _who(context: Context, dossier: Dossier) -> str:
    """The officer answers for it; where nobody is known it is asked."""
    officer = " ".join(dossier.text("dossier.handläggare").split())
    if officer and not no_answer(officer, "", ""):
        return officer
    if not context.console.interactive:
        raise UsageError(
            f"Ingen handläggare är känd, så det framgår inte vem som tar tillbaka det. {UNTOUCHED}",
            "Skriv först vem: dialog set handläggare ROLL",
        )
    return _asked(context, "Vem tar tillbaka det? En roll räcker.")


def _asked(context: Context, question: str) -> str:
    asking = interviewer(context)
    asking.head(question)
    while no_answer(text := asking.asker.write("Svar: ").strip(), "", ""):
        asking.tell("Det här behövs. Det står kvar i filen.")
    return text


def _agreed(context: Context, called: str) -> bool:
    asking = interviewer(context)
    asking.gap()
    return asking.yes(f"Ta tillbaka {called}?")

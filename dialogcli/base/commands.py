"""The commands that screens tell people to run, a constructor for each. A test types every one of
them into the real command line.
"""

from __future__ import annotations

from dialogcli.base.screen import Command, Slot


def add(form: str) -> Command:
    """Enter a session, feedback or another thing of which there may be several."""
    return Command("add", (form,))


def agenda(organ: str, day: str) -> Command:
    return Command("agenda", (organ, day), of_dossier=False)


def budget_compensation() -> Command:
    """An example: nine elected, five sessions of four hours, 60 kilometres each time."""
    asked = {"--elected": "9", "--sessions": "5", "--hours": "4", "--distance": "6"}
    return Command("budget", tuple(word for pair in asked.items() for word in pair))


def check(before: str = "", *, upcoming: bool = False) -> Command:
    """`before`: the word of the decision whose basis is to be checked."""
    args = ("--for", before) if before else ()
    return Command("check", (*args, *(("--upcoming",) if upcoming else ())))


def deadlines(meeting: str = "", organ: str = "") -> Command:
    """The days before one meeting, or those of the whole dialogue."""
    if meeting:
        return Command("deadlines", ("--meeting", meeting, "--organ", organ), of_dossier=False)
    return Command("deadlines")


def deadlines_settings() -> Command:
    return Command("deadlines", ("--settings",), of_dossier=False)


def decide(gate: str) -> Command:
    return Command("decide", (gate,))


def decide_correct(gate: str) -> Command:
    """Correct a decision that was entered wrong."""
    return Command("decide", (gate, "--correct"))


def decide_agenda(file: str, answers: str = "") -> Command:
    """The decisions of a whole meeting; `file` is its agenda."""
    args = ("--answers", answers) if answers else ()
    return Command("decide", ("--agenda", file, *args), of_dossier=False)


def decide_at(gate: str, outcome: str, day: str, paragraph: str) -> Command:
    """Enter a decision of a meeting by itself."""
    given = ("--outcome", outcome, "--date", day, "--paragraph", paragraph)
    return Command("decide", (gate, *given))


def decide_incomplete(gate: str) -> Command:
    """Enter a decision though its basis is incomplete."""
    return Command("decide", (gate, "--incomplete", Slot("SKÄL")))


def fill(section: str = "") -> Command:
    return Command("fill", ("--section", section) if section else ())


def fill_answers(file: str) -> Command:
    return Command("fill", ("--answers", file))


def fill_questions(file: str) -> Command:
    return Command("fill", ("--export-questions", file))


def list_considered() -> Command:
    return Command("list", ("--considered",), of_dossier=False)


def list_all() -> Command:
    return Command("list", of_dossier=False)


def list_overdue(repository: str = "") -> Command:
    """`repository`: the folder of the dossiers, where one was typed."""
    args = ("--repo", repository) if repository else ()
    return Command("list", (*args, "--overdue"), of_dossier=False)


def list_register(register: str) -> Command:
    return Command("list", ("--register", register), of_dossier=False)


def methods_list() -> Command:
    return Command("methods", ("list",), of_dossier=False)


def methods_show(method: str) -> Command:
    return Command("methods", ("show", method), of_dossier=False)


def methods_suggest() -> Command:
    return Command("methods", ("suggest",))


def new() -> Command:
    return Command("new", of_dossier=False)


def new_questions(rulebook: str, file: str) -> Command:
    return Command("new", ("--rulebook", rulebook, "--export-questions", file), of_dossier=False)


def new_answers(file: str) -> Command:
    return Command("new", ("--answers", file), of_dossier=False)


def render(document: str = "") -> Command:
    return Command("render", (document,) if document else ())


def render_final() -> Command:
    return Command("render", ("--final",))


def render_stale() -> Command:
    return Command("render", ("--stale",))


def rules_check(rulebook: str) -> Command:
    return Command("rules", ("check", rulebook), of_dossier=False)


def rules_new(copy_of: str = "") -> Command:
    return Command("rules", ("new", "--copy-of", copy_of) if copy_of else ("new",), False)


def rules_show(rule: str = "", rulebook: str = "") -> Command:
    """One requirement, or all. `rulebook`: the one meant where it is not that of the dossier."""
    which = (rule,) if rule else ()
    args = ("--rulebook", rulebook) if rulebook else ()
    return Command("rules", ("show", *which, *args))


def rules_test(rulebook: str) -> Command:
    return Command("rules", ("test", rulebook), of_dossier=False)


def rules_upgrade(*, yes: bool = False) -> Command:
    return Command("rules", ("upgrade", "--yes") if yes else ("upgrade",))


def set_(path: str, value: str | Slot) -> Command:
    return Command("set", (path, value))


def set_excuse(path: str, reason: str, *, by: bool) -> Command:
    """Write that an answer does not apply, and why; '' for a reason that is still to be thought of.
    `by`: whether it must also be said who answers for it.
    """
    why: str | Slot = f"ej tillämpligt: {reason}" if reason else Slot("ej tillämpligt SKÄL")
    return Command("set", (path, why, *(("--by", Slot("ROLL")) if by else ())))


def set_waiver(rule: str) -> Command:
    """Write an exception from a requirement."""
    return Command("set", (f"undantag.{rule}", "--reason", Slot("SKÄL"), "--by", Slot("ROLL")))


def status() -> Command:
    return Command("status")


def status_all() -> Command:
    """With every step on a line of its own, and all that is missing."""
    return Command("status", ("--all",))


def stop_resume() -> Command:
    """Go on with one that is stopped."""
    return Command("stop", ("--resume", Slot("SKÄL")))


def templates_check() -> Command:
    return Command("templates", ("check",))


def templates_copy(name: str) -> Command:
    return Command("templates", ("copy", name), of_dossier=False)


def templates_fields() -> Command:
    return Command("templates", ("fields",))

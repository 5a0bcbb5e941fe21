"""The scope test: is this a citizen dialogue at all? Its questions, and the answer in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dialogcli.base.commands import list_considered
from dialogcli.base.findings import Finding
from dialogcli.base.screen import Command, Line, heading, line
from dialogcli.base.words import count, same_word
from dialogcli.dossier.model import Dossier
from dialogcli.interview.question import Question, question_at
from dialogcli.rulebook.model import Gate, Rule, Rulebook, Step

SCOPE = "prövning"
"""The form that holds the test, or part of it, in rulebooks that have one."""

REGISTER = "överväganden"
"""The register in which a rulebook keeps what was considered, also when the answer was no."""

_IF_WRONG = "Ändra svaret om det blev fel:"


def scope_paths(rulebook: Rulebook) -> tuple[str, ...]:
    """What is asked to see whether the policy is about this at all, in the order of the forms.

    It is what can end the process before its first decision, and what lies outside the policy in
    the same forms.
    """
    tested = {path for step in _before_first_gate(rulebook) for path in step.ends}
    tested |= _outside(rulebook, {path.split(".")[0] for path in tested} | {SCOPE})
    return tuple(path for path in _in_order(rulebook) if path in tested)


def _in_order(rulebook: Rulebook) -> Iterator[str]:
    """Every question of the ordinary forms."""
    for form in rulebook.forms.values():
        if not form.items:
            for section in form.sections:
                yield from section.paths


def _outside(rulebook: Rulebook, forms: set[str]) -> set[str]:
    """The questions in some forms whose answer can put the matter outside the policy."""
    paths: list[str] = []
    for rule in rulebook.rules.values():
        if rule.kind.refuses:
            paths += rule.fields
    return {path for path in paths if path.split(".")[0] in forms}


def refusing_findings(
    dossier: Dossier, findings: Iterable[Finding], paths: Sequence[str] = ()
) -> list[Finding]:
    """Those findings that say of an answer that it puts the matter outside the policy, or is not
    allowed by it.

    `paths`: only about these answers; () means any.
    """
    rules = dossier.rulebook.rules
    return [
        finding
        for finding in findings
        if finding.rule in rules
        and _can_refuse(rules[finding.rule])
        and (not paths or finding.path in paths)
        and (answer := dossier.answer(finding.path))
        and answer.filled
    ]


def ended_by(dossier: Dossier, paths: Iterable[str]) -> str:
    """The path of an answer that ends the process here, also where no rule is broken by it; '' when
    none does.
    """
    ends = [
        (path, values)
        for step in _before_first_gate(dossier.rulebook)
        for path, values in step.ends.items()
    ]
    return next(
        (
            path
            for path, values in ends
            if path in paths and any(same_word(dossier.text(path), value) for value in values)
        ),
        "",
    )


def scope_yes(rulebook: Rulebook) -> str:
    """What can be said when nothing speaks against it. "Kan vara", since only the scope was tested."""
    source = rulebook.main_source
    return f"Ja, det här kan vara en medborgardialog enligt {source.short or source.title}."


def scope_no(rulebook: Rulebook, findings: Sequence[Finding], change: Command) -> Iterator[Line]:
    """Each reason why not, what to do instead, and `change`, the command that changes the answer."""
    last = ""
    for finding in findings:
        rule = rulebook.rules[finding.rule]
        if rule.refuses:
            yield line(f"Nej, {_lower(rule.refuses)}")
        else:
            yield line(f"Nej. {finding.message}")
            yield line(f"Källa: {finding.rule}, {finding.source}", indent=2)
        yield from _instead(rule)
        last = rule.instead[-1] if rule.instead else ""
    if not last.endswith(":"):
        yield line(_IF_WRONG, indent=2)
    yield line(change, indent=4)


def scope_end(dossier: Dossier, path: str, change: Command) -> Iterator[Line]:
    """An answer that ends it without breaking any rule: a no is a result like another."""
    answer = question_at(dossier, path)
    word = dossier.text(path)
    said = answer.choices.get(word, word)
    yield line(f"Nej. {answer.field.label}: {said}. Då blir det ingen medborgardialog.")
    yield line(_IF_WRONG, indent=2)
    yield line(change, indent=4)


def stopped_by(question: Question) -> Iterator[Line]:
    """The answer that has ended the matter: what it says, when, by whom and why."""
    word = question.answer.partition(", ")[0] if question.reason else question.answer
    said = ", ".join(filter(None, (word, question.signed)))
    yield line(f"Dialogen är stoppad. {question.field.label}: {said}.")
    if question.reason:
        yield line(f"Ditt skäl: {question.reason}", indent=2)


def kept(rulebook: Rulebook) -> Line:
    """Where a no can be seen afterwards."""
    if REGISTER not in rulebook.registers:
        return line("Svaret är sparat.")
    return line("Svaret är sparat. Det syns i ", list_considered(), ".")


def refusal_lines(rulebook: Rulebook, findings: Iterable[Finding]) -> Iterator[Line]:
    """What to say at once about an answer that a rule does not count, and where there is something
    else to do instead, that.
    """
    for rule, finding in {finding.rule: finding for finding in findings}.items():
        yield from _refused(rulebook.rules[rule], finding)


def _refused(rule: Rule, finding: Finding) -> Iterator[Line]:
    if not rule.instead:
        yield line(f"Det räknas inte. Kravet är: {rule.says} ({rule.id})")
        return
    sentence = (rule.refuses or finding.message).rstrip(".")
    yield line(f"{sentence} ({rule.id}).")
    yield from _instead(rule)


def scope_heading(number: int) -> str:
    """`Är det här en medborgardialog? 2 frågor avgör.`"""
    return f"Är det här en medborgardialog? {count(number, 'fråga', 'frågor')} avgör."


def _instead(rule: Rule) -> Iterator[Line]:
    if rule.instead:
        yield heading("Gör så här i stället:")
        for sentence in rule.instead:
            yield line(sentence, indent=2)


def _can_refuse(rule: Rule) -> bool:
    return rule.kind.refuses or rule.kind.narrows


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _before_first_gate(rulebook: Rulebook) -> Iterator[Step]:
    for entry in rulebook.entries.values():
        if isinstance(entry, Gate):
            return
        yield entry

"""Making the folder of a new dossier."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dialogcli.desk.context import Context
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Dossier
from dialogcli.model.commands import fill
from dialogcli.model.errors import ConflictError
from dialogcli.model.screen import done, in_folder, line, screen
from dialogcli.model.words import count, listed
from dialogcli.rulebook.loader import available_rulebooks
from dialogcli.rulebook.model import IDENTITY, Rulebook
from dialogcli.scaffold.new_dossier import MARKED, folder_name, new_dossier
from dialogcli.scaffold.reuse import marked, reusable
from dialogcli.storage.folders import create_folder
from dialogcli.storage.nodes import Plain


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was said on the command line or in an answers file; '' and () for what was not."""

    rulebook: str = ""
    title: str = ""
    dnr: tuple[str, ...] = ()
    folder: str = ""
    source: Dossier | None = None
    """Another dossier, what can be reused of which is taken over."""

    @property
    def missing(self) -> list[str]:
        """The options that a folder cannot be made without."""
        needed = {
            "--rulebook (regelverkets namn)": self.rulebook,
            "--title (ärendets titel)": self.title,
        }
        return [option for option, value in needed.items() if not value]


def create_dossier(context: Context, rulebook: Rulebook, wanted: Wanted) -> Path:
    """Create the folder, whole or not at all, and say so. Raises ConflictError when it exists,
    InputOutputError.
    """
    name = wanted.folder or folder_name(wanted.title, context.today)
    try:
        create_folder(context.cwd / name, _files(rulebook, wanted))
    except ConflictError as error:
        raise ConflictError(
            error.message,
            line("Fortsätt med den: ", in_folder(fill(), name)),
            "Eller välj ett annat namn: --folder MAPP",
        ) from error
    said = [done(f"Mappen {name} är skapad.")]
    if wanted.source and (number := len(marked(reusable(wanted.source, rulebook)))):
        copied = count(number, "svar är kopierat", "svar är kopierade")
        said.append(line(f"{copied}. Granska dem ett och ett: Enter = behåll."))
    context.console.show(screen(said))
    return context.cwd / name


def in_memory(rulebook: Rulebook, wanted: Wanted) -> Dossier:
    """The dossier that would be created, without a folder."""
    texts = _files(rulebook, wanted)
    return build_dossier(
        rulebook,
        {
            name: text
            for name, text in texts.items()
            if isinstance(text, str) and name.endswith(".yaml")
        },
    )


def known_rulebooks(context: Context) -> str:
    return f"Regelverk som finns: {listed(id_ for id_, _ in available_rulebooks(context.cwd))}"


def _files(rulebook: Rulebook, wanted: Wanted) -> dict[str, str | bytes]:
    reused = reusable(wanted.source, rulebook) if wanted.source else {}
    given: dict[str, Plain] = {"titel": wanted.title, **reused.get(IDENTITY, {})}
    if wanted.dnr:
        given["dnr"] = list(wanted.dnr)
    if reused:
        given[MARKED] = marked(reused)
    return new_dossier(rulebook, given, reused)

"""Making the folder of a new dossier."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dialogcli.cli.context import Context
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Dossier
from dialogcli.model.errors import ConflictError
from dialogcli.model.layout import command
from dialogcli.model.words import listed
from dialogcli.rulebook.loader import available_rulebooks
from dialogcli.rulebook.model import Rulebook
from dialogcli.scaffold.new_dossier import folder_name, new_dossier
from dialogcli.storage.folders import create_folder
from dialogcli.storage.nodes import Plain


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was said on the command line or in an answers file; '' and () for what was not."""

    rulebook: str = ""
    title: str = ""
    dnr: tuple[str, ...] = ()
    folder: str = ""

    @property
    def missing(self) -> list[str]:
        """The options that a folder cannot be made without."""
        needed = {"--rulebook (regelverkets namn)": self.rulebook, "--title (ärendets titel)": self.title}
        return [option for option, value in needed.items() if not value]


def create_dossier(context: Context, rulebook: Rulebook, wanted: Wanted) -> Path:
    """Create the folder, whole or not at all, and say so. Raises ConflictError when it exists, InputOutputError."""
    name = wanted.folder or folder_name(wanted.title, context.today)
    try:
        create_folder(context.cwd / name, _files(rulebook, wanted))
    except ConflictError as error:
        raise ConflictError(error.message, f"Fortsätt med den: {command('fill', name)}",
                            "Eller välj ett annat namn: --folder MAPP") from error
    context.console.out(f"Klart: Mappen {name} är skapad.")
    return context.cwd / name


def in_memory(rulebook: Rulebook, wanted: Wanted) -> Dossier:
    """The dossier that would be created, without a folder."""
    texts = _files(rulebook, wanted)
    return build_dossier(rulebook, {name: text for name, text in texts.items()
                                    if isinstance(text, str) and name.endswith(".yaml")})


def known_rulebooks(context: Context) -> str:
    return f"Regelverk som finns: {listed(id_ for id_, _ in available_rulebooks(context.cwd))}"


def _files(rulebook: Rulebook, wanted: Wanted) -> dict[str, str | bytes]:
    given: dict[str, Plain] = {"titel": wanted.title}
    if wanted.dnr:
        given["dnr"] = list(wanted.dnr)
    return new_dossier(rulebook, given)

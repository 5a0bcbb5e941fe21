"""The pictures in the proposals of a meeting: each out of the folder of the dossier that brings its
point.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dialogcli.checking.survey import Item, Survey
from dialogcli.documents.markup.images import images_in, picture_faults, unusable
from dialogcli.documents.picture_files import read_pictures
from dialogcli.dossier.meeting import Point
from dialogcli.dossier.model import Answer
from dialogcli.model.finding import FileFault


def folders(root: Path, survey: Survey, points: Sequence[Point]) -> Callable[[Answer], Path | None]:
    """Where the pictures of an answer in the meeting's record lie; None for a point that no dossier
    brings.
    """
    known = {item.folder for item in survey.items}

    def folder_of(answer: Answer) -> Path | None:
        _, _, number, *_ = answer.path.split(".")
        dossier = points[int(number) - 1].dossier
        return root / dossier if dossier in known else None

    return folder_of


def refuse_unusable(root: Path, survey: Survey, points: Sequence[Point]) -> None:
    """Raises UnreadableError for pictures of proposals that cannot be used, with their places in
    the dossiers: a record that is yet to be written has none.
    """
    faults = [fault for item in survey.items for fault in _faults(root, item, points)]
    if faults:
        raise unusable(faults)


def _faults(root: Path, item: Item, points: Sequence[Point]) -> Iterator[FileFault]:
    shown = {
        image.source
        for point in points
        if point.dossier == item.folder
        for text in point.proposal
        for image in images_in(text)
    }
    if not shown:
        return
    dossier = item.look.dossier
    pictures = read_pictures(dossier, lambda _: root / item.folder)
    for fault in picture_faults(dossier, pictures, shown):
        yield fault._replace(place=fault.place._replace(file=f"{item.folder}/{fault.place.file}"))

"""What a policy rests on and whom it names: its documents, bodies and offices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dialogcli.model.finding import Severity
from dialogcli.model.nothing import NOTHING


class SourceDocument(NamedTuple):
    """A document that rules cite. `severity` is the most that a rule resting on it can weigh.

    `adopted` holds what is known of by, date, from, paragraph, dnr (text), in that order;
    `reviewed` date, paragraph.
    """

    id: str
    title: str
    standing: str
    severity: Severity
    short: str = ""
    adopted: Mapping[str, str] = NOTHING
    note: str = ""
    reviewed: Mapping[str, str] = NOTHING


class Organ(NamedTuple):
    """A body or an office that the policy names."""

    id: str
    name: str
    type: str

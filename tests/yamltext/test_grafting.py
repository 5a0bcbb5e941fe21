import pytest

from dialogcli.yamltext.nodes import Node, Path, Plain, Scalar, grafted, node_as_plain
from dialogcli.yamltext.reader import read_yaml

TEXT = "syfte: Torget\nrisker:\n  - risk: Regn\n    åtgärd: Tält\n  - risk: Blåst\n"


def root() -> Node:
    found = read_yaml(TEXT, "plan.yaml").root
    assert found is not None
    return found


def new(text: str) -> Scalar:
    whole = root()
    return Scalar(text, whole.place, whole.span)


@pytest.mark.parametrize(
    ("path", "value", "plain"),
    [
        (("syfte",), "Parken", {"syfte": "Parken", "risker": "as it was"}),
        (("syfte",), None, {"risker": "as it was"}),
        (("nytt", 0), "x", {"syfte": "Torget", "risker": "as it was"}),
    ],
)
def test_at_the_top(path: Path, value: str | None, plain: dict[str, Plain]) -> None:
    found = node_as_plain(grafted(root(), path, None if value is None else new(value)))
    risks = node_as_plain(root())["risker"]  # type: ignore[call-overload, index]
    assert found == {key: risks if one == "as it was" else one for key, one in plain.items()}


@pytest.mark.parametrize(
    ("path", "value", "risks"),
    [
        (("risker", 0, "risk"), "Snö", [{"risk": "Snö", "åtgärd": "Tält"}, {"risk": "Blåst"}]),
        (("risker", 0, "åtgärd"), None, [{"risk": "Regn"}, {"risk": "Blåst"}]),
        (("risker", 0), None, [{"risk": "Blåst"}]),
        (("risker", 7), None, [{"risk": "Regn", "åtgärd": "Tält"}, {"risk": "Blåst"}]),
    ],
)
def test_in_a_list(path: Path, value: str | None, risks: Plain) -> None:
    found = grafted(root(), path, None if value is None else new(value))
    assert node_as_plain(found) == {"syfte": "Torget", "risker": risks}

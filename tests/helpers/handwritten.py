"""YAML as many hands write it: random values in random styles, with comments, odd indentation and
blank lines.
"""

from __future__ import annotations

from random import Random

from dialogcli.yamltext.nodes import Plain

WORDS = (
    "syfte",
    "målgrupp",
    "datum",
    "ansvarig",
    "vad",
    "skäl",
    "risk",
    "åtgärd",
    "kanal",
    "belopp",
)
TEXTS = (
    "ja",
    "no",
    "18:30",
    "0123",
    "1e3",
    "~",
    "2027-03-04",
    "12 500",
    "Äldre, unga",
    "Åse sa nej",
    "😀 glad",
    "C:\\mapp",
    "it's",
    "x",
    "[SAKNAS: y]",
    "Lokal: Folkets hus",
    "# inte en kommentar",
    "- streck",
    "a #1 b",
    " blank först",
    "sist ",
    "@alla",
    "två\nrader",
    "två\nrader\n",
    "stycke\n\nstycke",
    "  indragen\nrad",
    "",
    "En mening som är så lång att den inte får plats på en rad utan hamnar under ett lodstreck i filen, så att "
    "raderna går att läsa.",
)


def some_value(random: Random, depth: int = 2) -> Plain:
    kind = random.randrange(6) if depth else 0
    if kind == 4:
        return [some_value(random, depth - 1) for _ in range(random.randrange(4))]
    if kind == 5:
        return {
            word: some_value(random, depth - 1)
            for word in random.sample(WORDS, random.randrange(4))
        }
    return random.choice(TEXTS)


def some_file(random: Random) -> str:
    """The text of a file with one to five fields; ends with a line break or not, in LF or CRLF."""
    lines: list[str] = []
    if random.random() < 0.3:
        lines += ["# Överst i filen", ""]
    for word in random.sample(WORDS, random.randint(1, 5)):
        lines += _comment(random, 0)
        lines += _entry(random, word, some_value(random, 3), 0)
        lines += [""] * random.randrange(3)
    if random.random() < 0.2:
        lines.append("# sist")
    text = "\n".join(lines).rstrip("\n") + random.choice(("", "\n", "\n\n"))
    return text.replace("\n", "\r\n") if random.random() < 0.3 else text


def _comment(random: Random, indent: int) -> list[str]:
    if random.random() < 0.75:
        return []
    return [" " * indent + random.choice(("# vägledning", "#", "# - inte en rad: nej"))]


def _entry(random: Random, key: str, value: Plain, indent: int) -> list[str]:
    head, body = _value(random, value, indent, in_list=False)
    return [f"{' ' * indent}{key}:{head}", *body]


def _beside(random: Random) -> str:
    return random.choice(("  # bredvid", " # c", "  ")) if random.random() < 0.2 else ""


def _value(random: Random, value: Plain, indent: int, *, in_list: bool) -> tuple[str, list[str]]:
    if not isinstance(value, str):
        if not value or random.random() < 0.15:
            return f" {_flow(random, value)}{_beside(random)}", []
        deeper = indent + random.choice((2, 2, 2, 3, 4))
        if isinstance(value, list):
            at = deeper if in_list or random.random() < 0.8 else indent
            body = [line for item in value for line in _item(random, item, at)]
        else:
            body = [
                line
                for key, item in value.items()
                for line in (*_comment(random, deeper), *_entry(random, key, item, deeper))
            ]
        return _beside(random), [*_comment(random, deeper), *body]
    if not value:
        return random.choice(("", "", ' ""', " ''")) + _beside(random), []
    if "\n" in value and not value.startswith(" ") and random.random() < 0.7:
        keep = "" if value.endswith("\n") else "-"
        inner = " " * (indent + random.choice((2, 2, 4)))
        lines = [inner + line if line else "" for line in value.removesuffix("\n").split("\n")]
        return f" |{keep}{random.choice(('', '  # vid strecket'))}", lines
    return " " + _scalar(random, value) + _beside(random), []


def _item(random: Random, value: Plain, indent: int) -> list[str]:
    comment = _comment(random, indent)
    if isinstance(value, dict) and value and random.random() < 0.7:
        lines = [
            line for key, item in value.items() for line in _entry(random, key, item, indent + 2)
        ]
        return [*comment, f"{' ' * indent}- {lines[0].lstrip(' ')}", *lines[1:]]
    head, body = _value(random, value, indent, in_list=True)
    return [*comment, f"{' ' * indent}-{head}", *body]


def _scalar(random: Random, text: str) -> str:
    plain = not any(sign in text for sign in "\n#:[]{}@~-,'\"\\") and text == text.strip()
    styles = ["'" + text.replace("'", "''") + "'"] if "\n" not in text else []
    styles.append('"' + text.replace("\\", "\\\\").replace("\n", "\\n") + '"')
    return random.choice([text] * 3 + styles if plain else styles)


def _flow(random: Random, value: Plain) -> str:
    if isinstance(value, str):
        return _scalar(random, value) if value else '""'
    if isinstance(value, list):
        return f"[{', '.join(_flow(random, item) for item in value)}]"
    return "{" + ", ".join(f"{key}: {_flow(random, item)}" for key, item in value.items()) + "}"

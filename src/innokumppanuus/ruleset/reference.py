"""The reference page of the rule set file, made of the JSON Schema: `python -m` writes it out."""

from typing import Any

from innokumppanuus.ruleset.json_schema import schema

_HEAD = """# The rule set file

One YAML file for each call. The tables list every key. A key in **bold** must be given.

Nothing is guessed: `NO`, `23:59` and `010` stay as they are written. Tags, anchors, aliases and
merge keys are refused. The file is UTF-8, at most 1 MB.

| Short form | Written as |
|---|---|
| name or sentence | `{fi: …, sv: …, en: …}`, or plain words that are the same in all languages |
| money | `50000 EUR`, `10000.50 EUR` |
| number | `5`, `0.5`, `1/3`; always exact |
| time | `2017-09-06 23:59`, `2017-09-06`, `2017-09`, `2017`, or `{earliest: …, latest: …}` |
| count | `5`, `8–12`, or `{least: …, most: …, text: …}` |
| fact | the bare value, or `{value: …, status: …, sources: …}`; a gap is `{status: missing}` |
| order | `[K1, [K2, K3]]`: most important first; inside a bracket no order is known |

Times are in the zone of the file. A time that the clocks show twice needs its offset, as `+03:00`.
In messages, lists count from 0: `criteria[2]` is the third criterion.
"""


def page() -> str:
    """Return the page in Markdown."""
    whole = schema()
    parts = [_HEAD, _section("The whole file", whole)]
    for name, definition in sorted(whole["$defs"].items()):
        parts.append(_section(name, definition))
    return "\n".join(parts)


def _section(name: str, shape: dict[str, Any]) -> str:
    said = shape.get("description", "")
    head = f"## {name}\n\n{said}\n" if said else f"## {name}\n"
    if "enum" in shape:
        return head + "\nOne of " + ", ".join(f"`{one}`" for one in shape["enum"]) + ".\n"
    nouns = [one for one in (shape, *shape.get("anyOf", ())) if "properties" in one]
    others = [_kind(one) for one in shape.get("anyOf", ()) if "properties" not in one]
    lines = [f"\nWritten short: {' or '.join(others)}.\n"] if others else []
    return head + "".join([*lines, *(_table(noun) for noun in nouns)])


def _table(noun: dict[str, Any]) -> str:
    rows = ["\n| Key | What it is | Meaning |", "|---|---|---|"]
    for key, shape in noun["properties"].items():
        word = f"**`{key}`**" if key in noun.get("required", ()) else f"`{key}`"
        meaning = shape.get("description", "").replace("|", "\\|")
        rows.append(f"| {word} | {_kind(shape)} | {meaning} |")
    return "\n".join(rows) + "\n"


def _kind(shape: dict[str, Any]) -> str:
    if "$ref" in shape:
        name = shape["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "const" in shape:
        return f"`{shape['const']}`"
    if shape.get("type") == "array":
        return f"list of {_kind(shape['items'])}"
    if shape.get("type") == "object":
        inner = shape["additionalProperties"]
        return f"mapping to {_kind(inner)}" if isinstance(inner, dict) else "settings"
    if "anyOf" in shape:
        return " or ".join(dict.fromkeys(_kind(one) for one in shape["anyOf"]))
    if isinstance(shape.get("type"), list):
        return "text"  # words that look like a number or a truth value are words, too
    words = {"string": "text", "boolean": "`true` or `false`", "integer": "whole number"}
    kind = str(shape.get("type", "anything"))
    return words.get(kind, kind)


if __name__ == "__main__":
    print(page(), end="")

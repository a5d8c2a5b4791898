"""Editors that have the schema accept the files that are shipped, the plugin's keys included."""

import re
from typing import Any

import jsonschema
import pytest
import yaml

from innokumppanuus.ruleset import programme_schema
from innokumppanuus.workspace import Workspace
from innokumppanuus_edellakavijat.domain import Forerunners


class Core(yaml.SafeLoader):
    """Reads as editors do: only true, false and plain numbers are not text."""


Core.yaml_implicit_resolvers = {}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), "tf")
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("-?[0-9]+$"), list("-0123456789"))


def marks(text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(programme_schema(Forerunners))
    whole: Any = yaml.load(text, Core)
    return sorted("/".join(map(str, one.path)) for one in validator.iter_errors(whole))


@pytest.mark.parametrize("key", ["edellakavijakaupungit", "edellakavijat-harjoitus"])
def test_shipped_file_has_no_mark(workspace: Workspace, key: str) -> None:
    text = workspace.programmes()[key].path.read_text(encoding="utf-8")

    assert marks(text) == []


def test_misspelt_method_of_a_workshop_is_marked(workspace: Workspace) -> None:
    text = workspace.programmes()["edellakavijakaupungit"].path.read_text(encoding="utf-8")

    assert marks(text.replace("[opening_seminar]", "[opening_seminaari]")) == [
        "workshops/0/methods/0"
    ]

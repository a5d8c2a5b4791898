"""The rule language: a YAML file becomes a checked, frozen rule set."""

from innokumppanuus.ruleset.freezing import fingerprint, freeze, thaw
from innokumppanuus.ruleset.json_schema import (
    SCHEMAS,
    FileKind,
    case_schema,
    parameter_schema,
    programme_schema,
    schema,
)
from innokumppanuus.ruleset.loading import load, loads
from innokumppanuus.ruleset.model import RuleSet
from innokumppanuus.ruleset.packaging import mismatches, packaged, seal, unseal
from innokumppanuus.ruleset.parameter_files import read_parameters
from innokumppanuus.ruleset.rebuilding import rebuild

__all__ = [
    "SCHEMAS",
    "FileKind",
    "RuleSet",
    "case_schema",
    "fingerprint",
    "freeze",
    "load",
    "loads",
    "mismatches",
    "packaged",
    "parameter_schema",
    "programme_schema",
    "read_parameters",
    "rebuild",
    "schema",
    "seal",
    "thaw",
    "unseal",
]

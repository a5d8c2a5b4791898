"""The rule language: a YAML file becomes a checked, frozen rule set."""

from innokumppanuus.ruleset.freezing import fingerprint, freeze, thaw
from innokumppanuus.ruleset.json_schema import schema
from innokumppanuus.ruleset.loading import load, loads
from innokumppanuus.ruleset.model import RuleSet
from innokumppanuus.ruleset.parameter_files import read_parameters

__all__ = ["RuleSet", "fingerprint", "freeze", "load", "loads", "read_parameters", "schema", "thaw"]

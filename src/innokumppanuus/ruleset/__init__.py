"""The rule language: a YAML file becomes a checked, frozen rule set."""

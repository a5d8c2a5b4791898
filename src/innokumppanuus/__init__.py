"""Calls and programmes of innovation partnership: rules, choice and reasons that can be defended."""

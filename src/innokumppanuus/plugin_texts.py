"""The English of what is wrong with plugins and their options; `problem_texts` has the others."""

PLUGIN_TEXTS: dict[str, str] = {
    # at the seam
    "plugin-not-loaded": "Plugin '{plugin}' cannot be imported from '{target}': {detail}. Block it "
    "(--block {plugin}) or mend it.",
    "hook-misspelt": "Plugin '{plugin}' marks '{got}' as a hook, and there is no such hook. Did "
    "you mean '{meant}'? Mend the name, or block the plugin (--block {plugin}).",
    "hook-misspelt-none": "Plugin '{plugin}' marks '{got}' as a hook, and there is no such hook. "
    "The hooks are {known}. Mend the name, or block the plugin (--block {plugin}).",
    "hook-arguments": "Plugin '{plugin}' has a hook with other arguments than are offered: "
    "'{hook}' asks for {got}. Block it (--block {plugin}) or mend it.",
    "hook-raised": "Plugin '{plugin}' failed in '{hook}': {detail}. Block it (--block {plugin}) or "
    "mend it.",
    "hook-result": "Plugin '{plugin}' must give {must} in '{hook}', got {got}. Block it (--block "
    "{plugin}) or mend it.",
    "hook-thing": "Plugin '{plugin}' gave '{got}' in '{hook}', which has no key of text. Block it "
    "(--block {plugin}) or mend it.",
    "key-clash": "Plugins '{first}' and '{second}' both offer the {kind} '{key}'. Block one of "
    "them (--block) or ask its author to rename the key.",
    "report-outside": "The report format '{format}' of plugin '{plugin}' must write inside the "
    "folder it is given, but names '{file}'. Block it (--block {plugin}) or mend it.",
    # programmes
    "participant-nameless": "must have a party, or a name of the role that nobody is named for.",
    "names-itself": "must name another one, got itself, '{got}'.",
    "panel-programme": "The panel '{panel}' is over a programme of the kind {must}, got {got}.",
    "programme-unlike": "must have the keys of a programme that some plugin offers, got {got}. "
    "Say which programme it is like, or install the plugin.",
    # options
    "options-of-field": "must name a field with options, got '{got}'.",
    "more-than-options": "must be at most {most}, as many as the field '{field}' has options, got "
    "{got}.",
    # terms of money
    "grant-over-cap": "The grant of {applications} must be at most {limit}, and it is {got}.",
    "grants-twice": "The applicant of {applications} gets this money once, and would get it "
    "{count} times, {got} in all. Check whether each of them may be chosen.",
    "grants-over-total": "The grants must sum to at most {limit}, but sum to {got}.",
}

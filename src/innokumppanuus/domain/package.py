"""What is kept so that a decision can be made again years later. It is no decision by itself."""

import attrs

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.later import LATER
from innokumppanuus.domain.packs import Override, Pack
from innokumppanuus.domain.parameters import Parameter, StatedValue


@attrs.frozen(kw_only=True)
class Supplier:
    """
    A plugin that offers something that the rule set uses (käytetty liitännäinen).

    Attributes:
        name: Of the plugin.
        version: Of what was installed; empty when it is not known.
        keys: What the rule set uses of it, sorted, as `register_schemes: jyvaskyla.pilot`.
    """

    name: str
    version: str = ""
    keys: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Package:
    """
    A frozen rule set with all that it rests on (säännöstöpaketti).

    Attributes:
        call: The resolved rule set.
        ruleset_hash: SHA-256 of its canonical form, in hexadecimal.
        suppliers: Plugins that offer what it uses, by name.
        parameters: Every dated value that it uses, whole, by key.
        packs: Rule packs that it stands on, from the lowest up.
        overrides: What it changes in them.
        decision_hash: SHA-256 of the decision it was kept with; empty when with none.
        stated: Numbers and sums of the rule set that are given as dated values.
    """

    call: Call
    ruleset_hash: str
    suppliers: tuple[Supplier, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    packs: tuple[Pack, ...] = ()
    overrides: tuple[Override, ...] = ()
    decision_hash: str = ""
    stated: tuple[StatedValue, ...] = attrs.field(default=(), metadata=LATER)

"""
Rule packs under a rule set: which ones, in which order, and the one document that they make.

How nodes are put over each other is for `merging`.
"""

import hashlib
from collections.abc import Iterator, Mapping

import attrs

from innokumppanuus.domain.packs import Override, Pack
from innokumppanuus.errors import Problem, RuleSetProblems
from innokumppanuus.plugin.interfaces import PackFile
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset.document import (
    Document,
    Listing,
    Node,
    Scalar,
    Table,
    parse,
    read_text,
    show,
)
from innokumppanuus.ruleset.expressions.complaints import closest
from innokumppanuus.ruleset.merging import Merger
from innokumppanuus.ruleset.reading import VERSION, VERSION_KEY

EXTEND_KEY = "extend"


@attrs.frozen(kw_only=True)
class Resolved:
    """
    A rule set file with all that it extends.

    Attributes:
        document: The result; each node knows its file.
        packs: From the lowest up, each once.
        overrides: What was changed on the way, in the order of the files.
    """

    document: Document
    packs: tuple[Pack, ...] = ()
    overrides: tuple[Override, ...] = ()


def resolve(document: Document, plugins: Plugins) -> Resolved:
    """
    Return the document put together with the packs that it extends.

    Mappings are joined key by key and lists of members with ids by id; all else is replaced whole.
    A member is taken out with `remove: true`. A pack stands over those that it extends itself,
    later ones in a list over earlier ones, and each comes in once.

    Raises:
        RuleSetProblems: With every pack that is unknown, broken, or part of a circle.
    """
    chain = _Chain(plugins.packs())
    chain.follow(document, ())
    chain.check_order()
    if chain.problems:
        raise RuleSetProblems(chain.problems)
    layers = [_body(one.root) for one in (*chain.documents.values(), document)]
    merger, merged = Merger(), layers[0]
    for layer in layers[1:]:
        merged = merger.over(merged, layer)
    root = merger.finished(merged)
    if merger.problems:
        raise RuleSetProblems(merger.problems)
    version = tuple(entry for entry in document.root.entries if entry[0].text == VERSION_KEY)
    return Resolved(
        document=attrs.evolve(
            document,
            root=attrs.evolve(root, entries=(*version, *root.entries)),
            others={one.name: one.text for one in chain.documents.values()},
        ),
        packs=tuple(chain.packs[key] for key in chain.documents),
        overrides=tuple(merger.overrides),
    )


class _Chain:
    """Follows `extend` depth first, so that each pack comes after those that it extends."""

    def __init__(self, offered: Mapping[str, PackFile]) -> None:
        self.offered = offered
        self.problems: list[Problem] = []
        self.documents: dict[str, Document] = {}
        self.packs: dict[str, Pack] = {}
        self._lists: list[tuple[Document, tuple[tuple[str, Node, str], ...]]] = []
        self._read: set[str] = set()
        self._names: set[str] = set()

    def follow(self, document: Document, above: tuple[str, ...]) -> None:
        self._names.add(document.name)
        named = tuple(self._named(document))
        self._lists.append((document, named))
        for key, node, path in named:
            if key in above:
                circle = " → ".join((*above[above.index(key) :], key))
                self._tell("extend-circle", document, node, path, got=circle)
            elif key not in self._read:
                self._read.add(key)
                self._take(key, (*above, key))

    def check_order(self) -> None:
        """Tell where a list puts a pack over one that stands on it already."""
        order = {key: place for place, key in enumerate(self.documents)}
        for document, named in self._lists:
            known = [one for one in named if one[0] in order]
            for (lower, _, _), (upper, node, path) in zip(known, known[1:], strict=False):
                if order[upper] < order[lower]:
                    self._tell("extend-order", document, node, path, got=upper, first=lower)

    def _take(self, key: str, above: tuple[str, ...]) -> None:
        path = self.offered[key].path
        try:
            text = read_text(path)
            name = path.name if path.name not in self._names else f"{key}/{path.name}"
            document = parse(text, name)
        except RuleSetProblems as problems:
            self.problems += problems.problems
            return
        self._check_version(document)
        self.follow(document, above)
        digest = hashlib.sha256(document.text.encode("utf-8")).hexdigest()
        self.documents[key] = document
        self.packs[key] = Pack(key=key, file=document.name, hash=digest)

    def _check_version(self, document: Document) -> None:
        root = document.root
        node = next((one for key, one in root.entries if key.text == VERSION_KEY), None)
        if node is None:
            self._tell("key-missing", document, root, "", got=VERSION_KEY)
        elif show(node) != str(VERSION):
            self._tell("version", document, node, VERSION_KEY, must=VERSION, got=show(node))

    def _named(self, document: Document) -> Iterator[tuple[str, Node, str]]:
        """Yield the keys that the document extends and that are there, each with its node."""
        node = next((one for key, one in document.root.entries if key.text == EXTEND_KEY), None)
        if node is None:
            return
        if not isinstance(node, Listing):
            self._tell("must-be-list", document, node, EXTEND_KEY, got=show(node))
            return
        seen: set[str] = set()
        for index, item in enumerate(node.items):
            path = f"{EXTEND_KEY}[{index}]"
            if not isinstance(item, Scalar) or item.is_nothing:
                self._tell("must-be-text", document, item, path, got=show(item))
            elif item.text not in self.offered:
                self._unknown(document, item, path)
            elif item.text in seen:
                self._tell("twice", document, item, path, got=item.text)
            else:
                seen.add(item.text)
                yield item.text, item, path

    def _unknown(self, document: Document, node: Scalar, path: str) -> None:
        known = sorted(self.offered)
        meant = closest(node.text, known)
        if meant is None:
            names = ", ".join(known) or "–"
            self._tell("not-offered-none", document, node, path, got=show(node), known=names)
        else:
            self._tell("not-offered", document, node, path, got=show(node), meant=meant)

    def _tell(self, key: str, document: Document, node: Node, path: str, **values: object) -> None:
        place = document.place(node)
        self.problems.append(Problem(key=key, values=values, place=place, path=path))


def _body(root: Table) -> Table:
    """Return what the file states, without what it says of itself."""
    own = (VERSION_KEY, EXTEND_KEY)
    entries = tuple(entry for entry in root.entries if entry[0].text not in own)
    return attrs.evolve(root, entries=entries)

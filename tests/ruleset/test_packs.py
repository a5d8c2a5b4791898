"""Rule sets that extend packs: order, circles, places, and what they change."""

import re
from pathlib import Path

import pytest

from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.ruleset import loads
from innokumppanuus.testing.packs import extended, pack_plugins
from innokumppanuus.testing.rulesets import the_ruleset, the_text

CALL = re.sub(r"^purpose:.*\n(?: .*\n)*", "", the_text(), flags=re.M).removeprefix(
    "innokumppanuus: 1\n"
)
NATION = "programme: kansallinen\nzone: UTC\n"


def told(folder: Path, text: str, /, **packs: str) -> list[str]:
    with pytest.raises(RuleSetProblems) as caught:
        extended(folder, text, **packs)
    return [str(one) for one in caught.value.problems]


def over(packs: str, text: str = CALL) -> str:
    return f"extend: [{packs}]\n{text}"


def test_a_rule_set_gets_what_its_pack_states(tmp_path: Path) -> None:
    ruleset = extended(tmp_path, over("nation"), nation="programme: kansallinen\n")

    assert ruleset.call.programme == "kansallinen"


def test_a_rule_set_stands_over_its_packs_and_later_packs_over_earlier(tmp_path: Path) -> None:
    packs = {"nation": "programme: a\npurpose: a\n", "city": "purpose: b\n"}

    ruleset = extended(tmp_path, over("nation, city", CALL + "programme: c\n"), **packs)

    assert ruleset.call.programme == "c"
    assert ruleset.call.purpose is not None and ruleset.call.purpose.fi == "b"


def test_a_pack_of_a_pack_comes_in_under_it(tmp_path: Path) -> None:
    packs = {"nation": "programme: a\npurpose: a\n", "city": "extend: [nation]\npurpose: b\n"}

    ruleset = extended(tmp_path, over("city"), **packs)

    assert [one.key for one in ruleset.packs] == ["nation", "city"]
    assert (ruleset.call.programme, str(ruleset.call.purpose)) == ("a", "b")


def test_a_pack_that_two_packs_extend_comes_in_once(tmp_path: Path) -> None:
    packs = {
        "nation": "programme: a\n",
        "one": "extend: [nation]\nprogramme: b\n",
        "two": "extend: [nation]\n",
    }

    ruleset = extended(tmp_path, over("one, two"), **packs)

    assert [one.key for one in ruleset.packs] == ["nation", "one", "two"]
    assert ruleset.call.programme == "b"


def test_extending_what_stands_in_the_file_already_changes_no_hash(tmp_path: Path) -> None:
    pack = CALL[CALL.index("eligibility:") : CALL.index("criteria:")]

    ruleset = extended(tmp_path, over("rules", CALL.replace(pack, "")), rules=pack)

    assert ruleset.hash == extended(tmp_path, CALL).hash


def test_a_pack_with_the_same_content_has_the_same_hash(tmp_path: Path) -> None:
    hashes = [extended(tmp_path, over("p"), p="programme: a\n").packs[0].hash for _ in range(2)]

    assert hashes[0] == hashes[1] and len(hashes[0]) == 64


def test_an_unknown_pack_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    (line,) = told(tmp_path, over("natoin"), nation=NATION)

    assert line.startswith("haku.yaml:2:10: extend[0]: ") and "'nation'" in line


def test_packs_that_extend_each_other_are_told(tmp_path: Path) -> None:
    (line,) = told(tmp_path, over("a"), a="extend: [b]\n", b="extend: [a]\n")

    assert line.startswith("b.yaml:2:10: extend[0]: ") and "a → b → a" in line


def test_a_pack_cannot_stand_over_one_that_extends_it(tmp_path: Path) -> None:
    packs = {"nation": NATION, "city": "extend: [nation]\n"}

    (line,) = told(tmp_path, over("city, nation"), **packs)

    assert line.startswith("haku.yaml:2:16: extend[1]: ") and "'city'" in line


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("extend: nation\n", "haku.yaml:2:9: extend: "),
        ("extend: [[nation]]\n", "haku.yaml:2:10: extend[0]: "),
        ("extend: [nation, nation]\n", "haku.yaml:2:18: extend[1]: "),
    ],
)
def test_an_unclear_list_of_packs_is_told(tmp_path: Path, line: str, place: str) -> None:
    (said,) = told(tmp_path, line + CALL, nation=NATION)

    assert said.startswith(place)


def test_a_problem_names_the_file_where_it_stands(tmp_path: Path) -> None:
    pack = "budget: {maximum: three}\neligibility:\n  - {id: x, name: x, when: amuont > eur(1)}\n"
    without = CALL.replace("  maximum: 5\n", "")

    lines = told(tmp_path, over("nation", without), nation=pack)

    assert [line.split(": ")[0] for line in lines] == ["nation.yaml:2:19", "nation.yaml:4:28"]


def test_broken_packs_are_all_told_at_once(tmp_path: Path) -> None:
    lines = told(tmp_path, over("a, b"), a="x: [\n", b="y: &z 1\n")

    assert [line.split(":")[0] for line in lines] == ["a.yaml", "b.yaml"]


def test_a_pack_of_an_unknown_version_is_told(tmp_path: Path) -> None:
    plugins = pack_plugins(tmp_path, a="")
    (tmp_path / "a.yaml").write_text("innokumppanuus: 2\n", encoding="utf-8")

    with pytest.raises(RuleSetProblems) as caught:
        loads(f"innokumppanuus: 1\n{over('a')}", "haku.yaml", plugins)

    assert str(caught.value).startswith("a.yaml:1:17: innokumppanuus: ")


def test_a_pack_with_the_name_of_the_call_s_file_is_told_apart(tmp_path: Path) -> None:
    ruleset = extended(tmp_path, over("haku"), haku="programme: a\n")

    assert str(ruleset.origins["programme"]) == "haku/haku.yaml:2:12"


def test_the_result_tells_where_each_part_stands(tmp_path: Path) -> None:
    ruleset = extended(tmp_path, over("nation"), nation="programme: a\n")

    assert str(ruleset.origins["programme"]) == "nation.yaml:2:12"
    assert ruleset.origins["budget.maximum"].file == "haku.yaml"
    assert ruleset.written["programme"] == "a"


def test_what_a_rule_set_changes_in_a_pack_is_told(tmp_path: Path) -> None:
    ruleset = extended(tmp_path, over("nation"), nation="budget: {maximum: 9}\n")

    (one,) = ruleset.overrides
    assert (one.path, one.was, one.becomes, one.before.file) == (
        "budget.maximum",
        "9",
        "5",
        "nation.yaml",
    )


def test_a_rule_set_without_packs_changes_nothing() -> None:
    ruleset = the_ruleset()

    assert (ruleset.packs, ruleset.overrides) == ((), ())

"""Checks: how the values of a rule set fit together, one demand at a time."""

import pytest

from innokumppanuus.testing.rulesets import the_ruleset, the_text, told

ORDER = "    kind: order\n    order: [K1, [K2, K3], L1]"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "id: duration_months",
            "id: amount",
            "86:9: form[5].id: must be an id of its own, got 'amount', which line 82 has already.",
        ),
        (
            "id: K2",
            "id: cap",
            "137:9: criteria[1].id: must be an id of its own, got 'cap', which line 114 has "
            "already.",
        ),
        (
            "{id: b, name",
            "{id: a, name",
            "133:14: criteria[0].aspects[1].id: must be an id of its own, got 'a', "
            "which line 132 has already.",
        ),
        (
            "[K1, [K2, K3], L1]",
            "[K1, [K2, K3]]",
            "168:12: assessment.weighting.order: must name every criterion and scored factor once, "
            "and 'L1' is not there.",
        ),
        (
            "[K1, [K2, K3], L1]",
            "[K1, [K2, K3], L1, L2]",
            "168:31: assessment.weighting.order[3]: names 'L2', which is not scored. Leave it out "
            "here or make its kind scored.",
        ),
        (
            "    order: [K1, [K2, K3], L1]\n",
            "",
            "167:5: assessment.weighting: must have the key 'order'.",
        ),
        (
            ORDER,
            ORDER + "\n    weights: {K1: 1}",
            "169:14: assessment.weighting.weights: must be left out when the kind is 'order'.",
        ),
        (
            ORDER,
            "    kind: weights\n    weights: {K1: 50, K2: 30, K3: 0, L1: 20}",
            "168:35: assessment.weighting.weights.K3: must be more than 0, got 0.",
        ),
        (
            ORDER,
            "    kind: weights\n    weights: {K1: 50, K2: 30, L2: 5, L1: 20}",
            "168:35: assessment.weighting.weights.L2: names 'L2', which is not scored. Leave it "
            "out here or make its kind scored.",
        ),
        (
            ORDER,
            "    kind: weights",
            "167:5: assessment.weighting: must have the key 'weights'.",
        ),
        (
            "threshold: 2",
            "threshold: 5.5",
            "135:16: criteria[0].threshold: must be on the scale 0–5, got 11/2.",
        ),
        (
            "type: yes_no",
            "type: choice",
            "104:5: form[9]: must have options, since its type is choice.",
        ),
        (
            "type: choices",
            "type: text",
            "102:7: form[8].options: must be left out, since the type is text. Only choices have "
            "options.",
        ),
        (
            "type: money",
            "type: number",
            "84:11: form[4].type: must be money for the field 'amount', whose meaning is fixed, "
            "got number.",
        ),
        (
            "fills: partnership.goals",
            "fills: kumppanuus",
            "95:12: form[7].fills: must be one of partnership.goals, partnership.responsibilities, "
            "partnership.trust_practices, user_centredness.groups, user_centredness.knowledge_use, "
            "user_centredness.feedback, procurement.routes, procurement.combines, "
            "got 'kumppanuus'.",
        ),
        (
            'when: "amount <= call.budget.cap_per_pilot"',
            "rule: kaupunki.saanto",
            "116:11: eligibility[1].rule: names 'kaupunki.saanto', which no plugin offers. "
            "Offered: –.",
        ),
        (
            "selector: exact_sum",
            "selector: exact_sums",
            "171:13: selection.selector: names 'exact_sums', which no plugin offers. "
            "Did you mean 'exact_sum'?",
        ),
        (
            "scheme: as_applied",
            "scheme: as_aplied",
            "177:11: funding.scheme: names 'as_aplied', which no plugin offers. "
            "Did you mean 'as_applied'?",
        ),
        (
            "[criteria_order, lower_cost, lottery]",
            "[lower_cost, lower_cost]",
            "172:27: selection.tie_rules[1]: must be given once, got 'lower_cost' twice.",
        ),
        (
            "  lottery_seed: kevät-2026\n",
            "",
            "172:43: selection.tie_rules[2]: must have a published seed to be drawn with. "
            "Add the key 'lottery_seed'.",
        ),
        (
            '    when: "amount <= call.budget.cap_per_pilot"\n',
            "",
            "114:5: eligibility[1]: must have either 'when' or 'rule'.",
        ),
        (
            "    when: local\n",
            "",
            "148:5: factors[1]: must have 'when', since its kind is noted.",
        ),
        (
            "value: 50000 EUR",
            "value: 0 EUR",
            "60:18: budget.total.value: must be more than 0, got 0 EUR.",
        ),
        (
            "cap_per_pilot: 10000.00 EUR",
            "cap_per_pilot: 10000.00 SEK",
            "61:18: budget.cap_per_pilot: must be in one currency, got EUR and SEK.",
        ),
        (
            "    type: money\n",
            "    type: money\n    currency: SEK\n",
            "85:15: form[4].currency: must be in one currency, got EUR and SEK.",
        ),
        (
            "    type: money\n",
            "    type: money\n    currency: euro\n",
            "85:15: form[4].currency: must be a currency code of three capital letters, as EUR, "
            "got 'euro'.",
        ),
        (
            "- party: kaupunki",
            "- party: kaupunkki",
            "38:16: principles.partnership.responsibilities[0].party: names 'kaupunkki', "
            "which is not there. Did you mean 'kaupunki'?",
        ),
    ],
)
def test_what_does_not_fit_is_told_in_its_place(old: str, new: str, said: str) -> None:
    assert told(the_text((old, new))) == [f"haku.yaml:{said}"]


def test_something_to_score_needs_an_assessment() -> None:
    text = the_text()
    assessment = text[text.index("assessment:") : text.index("selection:")]

    assert told(the_text((assessment, ""))) == [
        "haku.yaml:129:5: criteria[0]: is to be scored, and nothing says how. "
        "Add the key 'assessment'."
    ]


def test_weights_in_any_sum_are_allowed() -> None:
    weights = "    kind: weights\n    weights: {K1: 50, K2: 30, K3: 1/3, L1: 20}"

    assert the_ruleset((ORDER, weights)).call.assessment is not None


def test_a_threshold_between_two_steps_is_allowed_since_means_fall_there() -> None:
    assert the_ruleset(("threshold: 2", "threshold: 2.5"))


def test_a_threshold_is_held_against_its_own_scale() -> None:
    own = ("principle: user_centredness\n", "scale: {top: 2}\n    threshold: 3\n")

    assert [line.split(": ")[1] for line in told(the_text(own))] == ["criteria[1].threshold"]


def test_an_event_after_the_close_is_allowed() -> None:
    assert the_ruleset(("latest: 2026-09-10", "latest: 2026-09-30"))


def test_a_close_that_may_lie_after_the_opening_is_allowed() -> None:
    assert the_ruleset(("closes: {value: 2026-09-07 23:59", "closes: {value: 2026"))


def test_a_selection_without_its_method_needs_the_usual_one_to_be_offered() -> None:
    assert the_ruleset(("  selector: exact_sum\n", ""))


def test_a_role_may_answer_for_a_task_without_a_name() -> None:
    assert the_ruleset(("- party: kaupunki", "- party: funder"))


def test_a_broken_sector_of_a_party_hides_no_wrong_party() -> None:
    spoilt = the_text(
        ("sector: municipality", "sector: kunta"), ("- party: kaupunki", "- party: x")
    )

    assert len(told(spoilt)) == 2


def test_no_criterion_is_scored_under_the_id_of_an_aspect_of_another() -> None:
    (line,) = told(the_text(("id: K2\n", "id: K1.a\n"), ("[K2, K3]", "[K1.a, K3]")))

    assert line.startswith("haku.yaml:132:14: criteria[0].aspects[0].id: must be an id of its own")

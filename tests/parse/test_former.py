"""The form of values/addresses.yml, whatever somebody has typed there."""

import pytest

from hverdag.locale import catalogue
from hverdag.parse.former import former_of
from hverdag.pipeline.rule_registry import rules


@pytest.mark.parametrize(
    "text",
    [
        "F04: fortaellinger/gammel/",
        "F04: {a: b}",
        "F04: [[x]]",
        "F04: [{a: b}]",
        "F04: 2026-01-01",
        "true: x",
        "F04: !!binary aGVq",
        "? [a, b]\n: x",
        "pages: [{a: b}]",
        "F04: [1, null, '']",
        '"": x',
    ],
)
def test_every_slip_is_told_in_whole_sentences(text: str) -> None:
    _, problems = former_of(text)
    assert problems
    told = [catalogue("da").sentence(problem, rules()[problem.rule]) for problem in problems]
    assert not [sentence for sentence in told if "{" in sentence.replace("{a: b}", "")]


def test_the_remedy_for_an_address_alone_is_a_list_of_it() -> None:
    _, problems = former_of("F04: fortaellinger/gammel/")
    told = catalogue("da").sentence(problems[0], rules()[problems[0].rule])
    assert told.endswith("F04: [fortaellinger/gammel/]")

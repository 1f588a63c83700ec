"""What is wrong in a chain of methods is told at its line, with a remedy that works."""

import pytest

from hverdag.locale import catalogue
from hverdag.model.problem import Problem
from hverdag.pipeline.rule_registry import rules
from tests.conftest import Publication
from tests.features.guides.chain_methods import give_chain

DANISH = catalogue("da")
STRATEGY, FOLLOW_UP, RESULT = (f"docs/metoder/{name}.md" for name in ("strategien", "opfoelgning", "resultat"))


@pytest.fixture
def chain(good: Publication) -> Publication:
    return give_chain(good)


def told(publication: Publication) -> list[Problem]:
    return [problem for problem in publication.problems() if problem.rule.startswith("method-") and problem.is_error]


def line(publication: Publication, problem: Problem) -> str:
    text = (publication.root / problem.source.path).read_text("utf-8")
    return text.split("\n")[problem.source.line - 1][problem.source.column - 1 :]


def said(problem: Problem) -> str:
    return DANISH.sentence(problem, rules()[problem.rule])


def test_a_sound_chain_is_no_fault(chain: Publication) -> None:
    assert told(chain) == []


@pytest.mark.parametrize(
    ("given", "near"),
    [("borgernee", "borgerne"), ("Værdierne over for borgerne", "borgerne"), ("M12", "borgerne")],
)
def test_an_unknown_name_is_told_with_the_one_that_is_meant(chain: Publication, given: str, near: str) -> None:
    chain.change(STRATEGY, "leads_to: [borgerne]", f"leads_to: [{given}]")
    (problem,) = told(chain)
    assert problem.rule == "method-unknown"
    assert line(chain, problem).startswith(given)
    assert said(problem) == f"»{given}« er ikke en metode. Mente du »{near}«?"
    chain.change(STRATEGY, f"[{given}]", f"[{near}]")
    assert told(chain) == []


def test_a_name_that_is_like_no_other_is_told_with_those_to_choose_among(chain: Publication) -> None:
    chain.change(FOLLOW_UP, "follows: [borgerne]", "follows: [xyz]")
    (problem,) = told(chain)
    assert said(problem).startswith("»xyz« er ikke en metode. Vælg mellem kort, vejen, ")


def test_a_former_name_is_told_with_the_one_it_has_now(chain: Publication) -> None:
    chain.write("values/addresses.yml", "M12: [metoder/kunderne/]\n")
    chain.change(FOLLOW_UP, "follows: [borgerne]", "follows: [kunderne]")
    (problem,) = told(chain)
    assert problem.parameters["suggestion"] == "borgerne"


def test_a_method_with_a_fault_of_its_own_is_not_unknown(chain: Publication) -> None:
    chain.write("docs/metoder/borgerne.md", "---\ntitle: [\n---\n\nEn metode.\n")
    assert [problem.rule for problem in told(chain)] == []


def test_a_method_cannot_name_itself(chain: Publication) -> None:
    chain.change(RESULT, "follows: [opfoelgning]", "follows: [opfoelgning, resultat]")
    (problem,) = told(chain)
    assert (problem.rule, line(chain, problem)) == ("method-itself", "resultat]")


def test_a_circle_is_told_whole_in_one_problem_and_broken_where_it_says(chain: Publication) -> None:
    chain.change(RESULT, "follows: [opfoelgning]", "follows: [opfoelgning]\nleads_to: [strategien]")
    (problem,) = told(chain)
    assert problem.rule == "method-circle"
    assert "borgerne → opfoelgning → resultat → strategien → borgerne" in said(problem)
    given, field = problem.parameters["given"], problem.parameters["field"]
    assert line(chain, problem).startswith(f"{given}]")
    chain.change(problem.source.path, f"{field}: [{given}]\n", "")
    assert told(chain) == []


def test_a_circle_is_told_where_its_step_is_written_once(chain: Publication) -> None:
    chain.change("docs/metoder/borgerne.md", "applies_to: [story, value]", "leads_to: [opfoelgning]")
    chain.change(FOLLOW_UP, "follows: [borgerne]", "follows: [borgerne]\nleads_to: [borgerne]")
    (problem,) = told(chain)
    assert (problem.source.path, problem.source.field) == (FOLLOW_UP, "leads_to")
    chain.change(FOLLOW_UP, "leads_to: [borgerne]\n", "")
    assert told(chain) == []


@pytest.mark.parametrize(("question", "count"), [("x" * 181, 181), ("x" * 180, 0)])
def test_a_card_holds_no_more_than_it_has_room_for(chain: Publication, question: str, count: int) -> None:
    chain.change("docs/metoder/dagen.md", "Hvad undrer dig mest, nummer 8?", question)
    assert [problem.parameters["count"] for problem in told(chain)] == ([count] if count else [])


def test_there_are_no_more_than_forty_cards(chain: Publication) -> None:
    cards = "".join(f"  - Nummer {number}?\n" for number in range(9, 42))
    chain.change("docs/metoder/dagen.md", "nummer 8?\n", f"nummer 8?\n{cards}")
    (problem,) = told(chain)
    assert said(problem) == "Der er 41 kort her. Der er plads til 40. Gør det kortere, eller tag nogle ud."

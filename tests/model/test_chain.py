"""The chain of methods: what comes before and after each, and where it runs in a circle."""

from hypothesis import given
from hypothesis import strategies as st

from hverdag.model.chain import chain_of, circles, talk_of
from hverdag.model.meeting import MeetingPlan
from hverdag.model.texts.method import Method


def method(id: str, leads_to: tuple[str, ...] = (), follows: tuple[str, ...] = ()) -> Method:
    return Method.model_validate({"path": f"docs/metoder/{id}.md", "leads_to": leads_to, "follows": follows})


def ids(methods: tuple[Method, ...]) -> list[str]:
    return [one.id for one in methods]


def test_one_side_is_enough_and_both_are_no_more() -> None:
    chain = chain_of([method("a", leads_to=("b",)), method("b", follows=("a",)), method("c", follows=("b", "a"))])
    assert ids(chain.after["a"]) == ["b", "c"]
    assert ids(chain.before["b"]) == ["a"]
    assert ids(chain.before["c"]) == ["b", "a"]
    assert "c" not in chain.after
    assert list(circles(chain)) == []


def test_three_talks_are_named_on_each_side_and_the_others_counted() -> None:
    way = [method("m", ("n",), tuple("abcd")), *map(method, "abcd"), method("n"), method("e", ("m",))]
    plan = chain_of(way).joined(MeetingPlan(method=way[0], steps=()), talk_of)
    assert [talk.method.id for talk in plan.follows] == ["a", "b", "c"]
    assert [talk.method.id for talk in plan.leads_to] == ["n"]
    assert (plan.more_before, plan.more_after) == (2, 0)


def test_unknown_methods_and_the_method_itself_are_no_part_of_it() -> None:
    chain = chain_of([method("a", leads_to=("a", "z"), follows=("y",))])
    assert (chain.before, chain.after) == ({}, {})


def test_a_circle_is_told_once_with_the_first_of_its_names_first() -> None:
    way = [method("c", ("a",)), method("a", ("b",)), method("b", ("c", "d")), method("d")]
    assert list(circles(chain_of(way))) == [("a", "b", "c")]


def test_two_circles_are_two() -> None:
    way = [method("a", ("b",)), method("b", ("a",)), method("c", ("d",)), method("d", follows=("c",), leads_to=("c",))]
    assert list(circles(chain_of(way))) == [("a", "b"), ("c", "d")]


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=14))
def test_there_is_a_circle_where_the_methods_cannot_be_put_in_order(steps: list[tuple[str, str]]) -> None:
    chain = chain_of([method(id, tuple(last for first, last in steps if first == id)) for id in "abcdef"])
    left = set("abcdef")
    while ready := {id for id in left if not left.intersection(ids(chain.before.get(id, ())))}:
        left -= ready
    found = list(circles(chain))
    assert bool(found) is bool(left)
    for circle in found:
        assert all(
            last in ids(chain.after[first]) for first, last in zip(circle, (*circle[1:], circle[0]), strict=True)
        )

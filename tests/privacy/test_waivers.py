"""What someone has looked at and found to be nobody's: how much of it, and where that no longer fits."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.model.problem import Level, Problem, Source
from hverdag.model.settings import PATH, Settings, Waiver
from hverdag.privacy import RULES
from hverdag.privacy.finding import ADDRESS, CPR, CPR_LIKE, MAIL, NAME, PHONE, Finding
from hverdag.privacy.rules import PEOPLE, WAIVABLE
from hverdag.privacy.waivers import Allowance, LocatedFinding, allowances, digest, faults, unwaived

VINDUET, DOEREN = "stories/vinduet.md", "stories/doeren.md"


def settings(*waivers: tuple[str, str, int], seen: str | None = None) -> Settings:
    """Settings with waivers, each on a line of its own: the rule in its seventh column."""
    places = {("waivers", number, "rule"): (10 * number + 5, 7) for number in range(len(waivers))}
    places |= {("waivers", number, "file"): (10 * number + 6, 7) for number in range(len(waivers))}
    held = SEEN if seen is None else seen
    made = tuple(Waiver.model_construct(rule=rule, file=file, count=count, seen=held) for rule, file, count in waivers)
    return Settings.model_construct(waivers=made, path=PATH, places=places)


def found(rule: str = CPR_LIKE, path: str = VINDUET, line: int = 1, key: str = "1503685010") -> LocatedFinding:
    return LocatedFinding(WAIVABLE[rule].at(Source(path, line)), Finding(rule, 0, 1, key))


SEEN = digest([found()])


def allowed(count: int, *seen: str) -> Allowance:
    return Allowance(count, frozenset(seen or {SEEN}))


def faulty(declared: Settings, *found: LocatedFinding, files: Sequence[str] = (VINDUET, DOEREN, PATH)) -> list[Problem]:
    return list(faults(declared, found, files, (VINDUET, DOEREN)))


def test_only_these_rules_can_be_waived_and_all_have_their_level() -> None:
    assert {id: rule.level for id, rule in WAIVABLE.items()} == {
        CPR: Level.ERROR,
        CPR_LIKE: Level.WARNING,
        MAIL: Level.WARNING,
        PHONE: Level.WARNING,
        ADDRESS: Level.WARNING,
        NAME: Level.WARNING,
        "privacy-unread": Level.ERROR,
    }
    assert [rule.id for rule in PEOPLE] == [MAIL, PHONE, ADDRESS, NAME]
    assert [(rule.id, rule.level) for rule in RULES][7:] == [
        ("waiver-rule", Level.ERROR),
        ("waiver-file", Level.ERROR),
        ("waiver-unused", Level.WARNING),
        ("waiver-count", Level.WARNING),
        ("waiver-seen", Level.WARNING),
        ("waiver-changed", Level.WARNING),
    ]
    assert [rule.id for rule in RULES][:7] == list(WAIVABLE)


class TestFound:
    """A finding in a file, and the problem that tells of it."""

    def test_a_waiver_speaks_for_a_rule_and_a_file(self) -> None:
        assert found(PHONE, DOEREN, 7).kind == (PHONE, DOEREN)

    def test_it_is_told_without_what_was_found(self) -> None:
        assert "finding" not in repr(found())
        assert "1503685010" not in repr(found())


class TestTold:
    """Where there are more than a waiver counted, all of them are told."""

    def test_without_waivers_everything_is_told_in_its_order(self) -> None:
        all_of_it = [found(line=2), found(PHONE, line=1), found(path=DOEREN)]
        assert unwaived(all_of_it, {}) == all_of_it
        assert unwaived([], {}) == []

    @pytest.mark.parametrize(("count", "is_told"), [(0, True), (1, True), (2, False), (3, False)])
    def test_as_many_as_were_looked_at_are_not_told(self, count: int, is_told: bool) -> None:
        pair = [found(line=1), found(line=2)]
        assert unwaived(pair, {(CPR_LIKE, VINDUET): allowed(count)}) == (pair if is_told else [])

    def test_another_rule_and_another_file_are_told_all_the_same(self) -> None:
        one, other_rule, other_file = found(), found(PHONE), found(path=DOEREN)
        assert unwaived([one, other_rule, other_file], {(CPR_LIKE, VINDUET): allowed(1)}) == [other_rule, other_file]

    def test_another_number_in_its_place_is_told(self) -> None:
        other = found(key="1503681235")
        assert unwaived([other], {(CPR_LIKE, VINDUET): allowed(1)}) == [other]
        both = [found(), other]
        assert unwaived(both, {(CPR_LIKE, VINDUET): allowed(2)}) == both
        assert unwaived(both, {(CPR_LIKE, VINDUET): allowed(2, digest(both))}) == []
        assert unwaived([found()], {(CPR_LIKE, VINDUET): allowed(2, "")}) == [found()]


class TestAllowances:
    """In how many places of each file a rule is waived."""

    def test_without_waivers_there_are_none(self) -> None:
        assert allowances(settings()) == {}

    def test_waivers_for_the_same_are_added_up(self) -> None:
        declared = settings((CPR_LIKE, VINDUET, 1), (PHONE, VINDUET, 1), (CPR_LIKE, VINDUET, 3), (CPR_LIKE, DOEREN, 2))
        assert allowances(declared) == {
            (CPR_LIKE, VINDUET): allowed(4),
            (PHONE, VINDUET): allowed(1),
            (CPR_LIKE, DOEREN): allowed(2),
        }

    def test_fewer_than_none_takes_nothing_away(self) -> None:
        assert allowances(settings((CPR_LIKE, VINDUET, -2), (CPR_LIKE, VINDUET, 1))) == {
            (CPR_LIKE, VINDUET): allowed(1)
        }
        assert allowances(settings((CPR_LIKE, VINDUET, 0))) == {(CPR_LIKE, VINDUET): allowed(0)}

    def test_nothing_is_waived_where_the_waivers_are(self) -> None:
        assert allowances(settings((CPR_LIKE, PATH, 5), (CPR_LIKE, VINDUET, 1))) == {(CPR_LIKE, VINDUET): allowed(1)}


class TestFaults:
    """What is wrong with a waiver is told where it stands."""

    def test_one_that_fits_has_none(self) -> None:
        assert faulty(settings((CPR_LIKE, VINDUET, 1)), found()) == []
        assert faulty(settings((CPR_LIKE, VINDUET, 3)), found()) == []
        assert faulty(settings()) == []

    def test_a_rule_that_is_none(self) -> None:
        (problem,) = faulty(settings((CPR_LIKE, VINDUET, 1), ("privacy-fone", VINDUET, 1)), found())
        assert (problem.rule, problem.level) == ("waiver-rule", Level.ERROR)
        assert problem.source == Source(PATH, 15, 7, "waivers")
        assert problem.parameters == {"given": "privacy-fone", "suggestion": PHONE}

    def test_a_rule_that_is_like_no_other_has_no_suggestion(self) -> None:
        (problem,) = faulty(settings(("x", VINDUET, 1)))
        assert problem.parameters == {"given": "x"}

    @pytest.mark.parametrize("rule", ["waiver-rule", "story-values"])
    def test_a_rule_that_cannot_be_waived(self, rule: str) -> None:
        assert [problem.rule for problem in faulty(settings((rule, VINDUET, 1)))] == ["waiver-rule"]

    def test_a_file_that_is_none(self) -> None:
        (problem,) = faulty(settings((CPR_LIKE, "stories/vindue.md", 1)))
        assert (problem.rule, problem.level) == ("waiver-file", Level.ERROR)
        assert problem.source == Source(PATH, 6, 7, "waivers")
        assert problem.parameters == {"given": "stories/vindue.md", "suggestion": VINDUET}

    def test_the_file_of_the_waivers_themselves(self) -> None:
        (problem,) = faulty(settings((CPR_LIKE, PATH, 1)), found(path=PATH))
        assert (problem.rule, problem.source.line) == ("waiver-file", 6)
        assert problem.parameters["given"] == PATH

    def test_more_places_than_it_speaks_for(self) -> None:
        (problem,) = faulty(settings((CPR_LIKE, VINDUET, 2)), *(found(line=line) for line in range(3)))
        assert (problem.rule, problem.level) == ("waiver-count", Level.WARNING)
        assert problem.source == Source(PATH, 5, 7, "waivers")
        assert problem.parameters == {"count": 2, "found": 3}

    def test_one_that_does_not_say_what_was_looked_at_is_told_with_the_line(self) -> None:
        (problem,) = faulty(settings((CPR_LIKE, VINDUET, 1), seen=""), found())
        assert (problem.rule, problem.source) == ("waiver-seen", Source(PATH, 5, 7, "waivers"))
        assert problem.parameters == {"line": 5, "sample": f"    seen: {SEEN}"}
        assert faulty(settings((CPR_LIKE, VINDUET, 1)), found()) == []

    def test_of_something_else_its_digest_is_not_told(self) -> None:
        (problem,) = faulty(settings((CPR_LIKE, VINDUET, 1)), found(key="1503681235"))
        assert (problem.rule, dict(problem.parameters)) == ("waiver-changed", {})

    def test_what_was_looked_at_is_written_in_letters(self) -> None:
        assert len({digest([found(key=str(number))]) for number in range(99)}) == 99
        assert all(digest([found(key=str(number))]).isalpha() for number in range(99))
        assert digest([found(key="a"), found(key="b")]) == digest([found(key="b"), found(key="a"), found(key="b")])

    def test_two_for_the_same_speak_together(self) -> None:
        declared = settings((CPR_LIKE, VINDUET, 1), (CPR_LIKE, VINDUET, 1))
        assert faulty(declared, found(line=1), found(line=2)) == []
        both = faulty(declared, *(found(line=line) for line in range(3)))
        assert [(problem.rule, problem.source.line) for problem in both] == [("waiver-count", 5), ("waiver-count", 15)]
        assert [problem.parameters for problem in both] == [{"count": 2, "found": 3}] * 2

    def test_one_that_speaks_of_nothing_any_more(self) -> None:
        (problem,) = faulty(settings((CPR_LIKE, VINDUET, 1)), found(PHONE), found(path=DOEREN))
        assert (problem.rule, problem.level) == ("waiver-unused", Level.WARNING)
        assert problem.source == Source(PATH, 5, 7, "waivers")
        assert problem.parameters == {}

    def test_of_a_file_that_is_no_text_nobody_knows_yet(self) -> None:
        assert faulty(settings((CPR, "docs/a.pdf", 1)), files=("docs/a.pdf",)) == []

    @pytest.mark.parametrize(("rule", "file"), [("", VINDUET), (CPR_LIKE, ""), ("", "")])
    def test_what_was_left_out_was_told_when_it_was_read(self, rule: str, file: str) -> None:
        told = [problem.rule for problem in faulty(settings((rule, file, 1)))]
        assert told == (["waiver-unused"] if file else [])

    def test_each_is_told_of_once_and_in_order(self) -> None:
        declared = settings((PHONE, VINDUET, 1), ("x", "y", 1), (CPR, "y", 0), (MAIL, DOEREN, 0))
        told = [(problem.rule, problem.source.line) for problem in faulty(declared, found(MAIL, DOEREN))]
        assert told == [("waiver-unused", 5), ("waiver-rule", 15), ("waiver-file", 26), ("waiver-count", 35)]


KINDS = some.tuples(some.sampled_from([CPR_LIKE, PHONE]), some.sampled_from([VINDUET, DOEREN]))


@given(some.lists(KINDS, max_size=8), some.dictionaries(KINDS, some.integers(0, 4)))
def test_of_each_kind_all_is_told_or_nothing(kinds: list[tuple[str, str]], allowed: dict[tuple[str, str], int]) -> None:
    all_of_it = [found(*kind, line=number) for number, kind in enumerate(kinds, 1)]
    shown = unwaived(all_of_it, {kind: Allowance(count, frozenset({SEEN})) for kind, count in allowed.items()})
    assert shown == [one for one in all_of_it if kinds.count(one.kind) > allowed.get(one.kind, 0)]

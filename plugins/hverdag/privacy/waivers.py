"""Applies waivers to the findings: someone has checked them and decided that they are no personal data."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model.problem import Problem, Source
from ..model.settings import Settings
from ..model.suggest import suggestion
from .finding import Finding
from .rules import WAIVABLE, WAIVER_COUNT, WAIVER_FILE, WAIVER_RULE, WAIVER_UNUSED


@dataclass(frozen=True)
class LocatedFinding:
    """A finding in a file, and the problem that reports it."""

    problem: Problem
    finding: Finding = field(repr=False)

    @property
    def kind(self) -> tuple[str, str]:
        """Return what a waiver applies to: the rule, and the path of the file."""
        return self.problem.rule, self.problem.source.path


def unwaived(findings: Sequence[LocatedFinding], allowed: Mapping[tuple[str, str], int]) -> list[LocatedFinding]:
    """Return the findings without a waiver. If a file has more than its waiver allows, all of them are returned."""
    counts = Counter(located.kind for located in findings)
    return [located for located in findings if counts[located.kind] > allowed.get(located.kind, 0)]


def allowances(settings: Settings) -> dict[tuple[str, str], int]:
    """Return the number of waived findings by rule and file. Nothing can be waived in the file with the waivers."""
    allowed: Counter[tuple[str, str]] = Counter()
    for waiver in settings.waivers:
        if waiver.file != settings.path:
            allowed[waiver.rule, waiver.file] += max(waiver.count, 0)
    return allowed


def faults(
    settings: Settings, findings: Iterable[LocatedFinding], files: Collection[str], looked_through: Collection[str]
) -> Iterator[Problem]:
    """Yield the problems of the waivers: an unknown rule or file, a count that is too low, and an unused waiver.
    Pictures and PDFs are searched only in the finished site, so unused waivers are reported for texts only."""
    counts, allowed = Counter(located.kind for located in findings), allowances(settings)
    for number, waiver in enumerate(settings.waivers):
        kind = waiver.rule, waiver.file
        if waiver.rule and waiver.rule not in WAIVABLE:
            at = settings.at("waivers", number, "rule")
            yield WAIVER_RULE.at(at, given=waiver.rule, **suggestion(waiver.rule, list(WAIVABLE)))
        elif waiver.file and (waiver.file not in files or waiver.file == settings.path):
            at = settings.at("waivers", number, "file")
            yield WAIVER_FILE.at(at, given=waiver.file, **suggestion(waiver.file, sorted(files)))
        elif counts[kind] > allowed[kind]:
            yield WAIVER_COUNT.at(_at(settings, number), count=allowed[kind], found=counts[kind])
        elif not counts[kind] and waiver.file in looked_through:
            yield WAIVER_UNUSED.at(_at(settings, number))


def _at(settings: Settings, number: int) -> Source:
    return settings.at("waivers", number, "rule")

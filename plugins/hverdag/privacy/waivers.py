"""What has been found, and what someone has looked at and found to be nobody's."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..model.problem import Problem, Source
from ..model.settings import Settings
from ..model.suggest import suggestion
from .finding import Finding
from .rules import WAIVABLE, WAIVER_COUNT, WAIVER_FILE, WAIVER_RULE, WAIVER_UNUSED


@dataclass(frozen=True)
class Found:
    """A finding in a file, and the problem that tells of it."""

    problem: Problem
    finding: Finding = field(repr=False)

    @property
    def kind(self) -> tuple[str, str]:
        """What a waiver speaks for: a rule, and a file."""
        return self.problem.rule, self.problem.source.path


def told(found: Sequence[Found], allowed: Mapping[tuple[str, str], int]) -> list[Found]:
    """Return the findings that no waiver speaks for. Where there are more than it counted, all of them are told."""
    counts = Counter(one.kind for one in found)
    return [one for one in found if counts[one.kind] > allowed.get(one.kind, 0)]


def allowances(settings: Settings) -> dict[tuple[str, str], int]:
    """Return in how many places of each file a rule is waived. Nothing can be waived where the waivers
    themselves are."""
    allowed: Counter[tuple[str, str]] = Counter()
    for waiver in settings.waivers:
        if waiver.file != settings.path:
            allowed[waiver.rule, waiver.file] += max(waiver.count, 0)
    return allowed


def faults(
    settings: Settings, found: Iterable[Found], files: Collection[str], looked_through: Collection[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the waivers: a rule or a file that is not there, and a count that does not fit. Whether
    a picture or a PDF holds anything is not known until the site is made, so only texts can be without it."""
    counts, allowed = Counter(one.kind for one in found), allowances(settings)
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

"""Applies waivers to the findings: someone has checked them and decided that they are no personal data."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..model import digest_name
from ..model.problem import Problem, Source
from ..model.settings import Settings
from ..model.suggest import suggestion
from .finding import Finding
from .rules import WAIVABLE, WAIVER_CHANGED, WAIVER_COUNT, WAIVER_FILE, WAIVER_RULE, WAIVER_SEEN, WAIVER_UNUSED

_LENGTH = 16


@dataclass(frozen=True)
class LocatedFinding:
    """A finding in a file, and the problem that reports it."""

    problem: Problem
    finding: Finding = field(repr=False)

    @property
    def kind(self) -> tuple[str, str]:
        """Return what a waiver applies to: the rule, and the path of the file."""
        return self.problem.rule, self.problem.source.path


@dataclass(frozen=True)
class Allowance:
    """What the waivers for a rule and a file allow: how many findings, and the digests of what was looked at."""

    count: int = 0
    seen: frozenset[str] = frozenset()

    def covers(self, findings: Sequence[LocatedFinding]) -> bool:
        """Return True if these are the findings that were looked at, and no more of them."""
        return len(findings) <= self.count and digest(findings) in self.seen


Allowances = Mapping[tuple[str, str], Allowance]


def digest(findings: Iterable[LocatedFinding]) -> str:
    """Return what a waiver writes as `seen`: a digest of what was found, in letters only, so that neither YAML nor the
    privacy check takes it for a number. Only show it for a waiver: the digits behind it can be guessed."""
    keys = sorted({located.finding.key for located in findings})
    return digest_name.digest("\0".join(keys).encode("utf-8", "surrogatepass"), _LENGTH)


def unwaived(findings: Sequence[LocatedFinding], allowed: Allowances) -> list[LocatedFinding]:
    """Return the findings without a waiver. If a file has more than its waiver allows, or others, all of them are
    returned."""
    waived = {kind for kind, found in _by_kind(findings).items() if allowed.get(kind, Allowance()).covers(found)}
    return [located for located in findings if located.kind not in waived]


def allowances(settings: Settings) -> dict[tuple[str, str], Allowance]:
    """Return what is waived by rule and file. Nothing can be waived in the file with the waivers."""
    allowed: dict[tuple[str, str], Allowance] = {}
    for waiver in settings.waivers:
        if waiver.file != settings.path:
            kind = waiver.rule, waiver.file
            so_far = allowed.get(kind, Allowance())
            allowed[kind] = Allowance(so_far.count + max(waiver.count, 0), so_far.seen | {waiver.seen})
    return allowed


def left_of(allowed: Allowances, findings: Iterable[LocatedFinding]) -> dict[tuple[str, str], Allowance]:
    """Return the allowances without the findings of the sources, for those of the site."""
    used = Counter(located.kind for located in findings)
    return {kind: replace(one, count=max(one.count - used[kind], 0)) for kind, one in allowed.items()}


def faults(
    settings: Settings, findings: Iterable[LocatedFinding], files: Collection[str], looked_through: Collection[str]
) -> Iterator[Problem]:
    """Yield the problems of the waivers: an unknown rule or file, one that does not fit what was found, and an unused
    one. Pictures and PDFs are searched only in the finished site, so unused waivers are reported for texts only."""
    found, allowed = _by_kind(findings), allowances(settings)
    for number, waiver in enumerate(settings.waivers):
        if waiver.rule and waiver.rule not in WAIVABLE:
            at = settings.at("waivers", number, "rule")
            yield WAIVER_RULE.at(at, given=waiver.rule, **suggestion(waiver.rule, list(WAIVABLE)))
        elif waiver.file and (waiver.file not in files or waiver.file == settings.path):
            at = settings.at("waivers", number, "file")
            yield WAIVER_FILE.at(at, given=waiver.file, **suggestion(waiver.file, sorted(files)))
        elif of_it := found.get((waiver.rule, waiver.file)):
            yield from _misfit(settings, number, of_it, allowed)
        elif waiver.file in looked_through:
            yield WAIVER_UNUSED.at(_at(settings, number))


def misfits(settings: Settings, findings: Iterable[LocatedFinding], left: Allowances) -> Iterator[Problem]:
    """Yield the problems of the waivers that do not fit what was found in the site."""
    found = _by_kind(findings)
    for number, waiver in enumerate(settings.waivers):
        if of_it := found.get((waiver.rule, waiver.file)):
            yield from _misfit(settings, number, of_it, left)


def _misfit(settings: Settings, number: int, found: Sequence[LocatedFinding], left: Allowances) -> Iterator[Problem]:
    at, kind = _at(settings, number), found[0].kind
    allowance = left.get(kind, Allowance())
    if len(found) > allowance.count:
        declared = sum(max(waiver.count, 0) for waiver in settings.waivers if (waiver.rule, waiver.file) == kind)
        yield WAIVER_COUNT.at(at, count=declared, found=declared - allowance.count + len(found))
    elif allowance.covers(found):
        return
    elif settings.waivers[number].seen:
        yield WAIVER_CHANGED.at(at)
    else:
        yield WAIVER_SEEN.at(at, line=at.line, sample=f"    seen: {digest(found)}")


def _by_kind(findings: Iterable[LocatedFinding]) -> dict[tuple[str, str], list[LocatedFinding]]:
    kinds: dict[tuple[str, str], list[LocatedFinding]] = {}
    for located in findings:
        kinds.setdefault(located.kind, []).append(located)
    return kinds


def _at(settings: Settings, number: int) -> Source:
    return settings.at("waivers", number, "rule")

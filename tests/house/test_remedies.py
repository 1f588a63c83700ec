"""Every remedy works: whoever follows it to the letter has one error less, and no new one."""

import re
from collections import Counter
from pathlib import Path

import pytest

from hverdag.locale import catalogue
from hverdag.model.message import Message
from hverdag.model.problem import Problem
from hverdag.pipeline.rule_registry import rules
from hverdag.reports.manual import manual
from tests.conftest import Publication, copied
from tests.house.test_rules import examples, put

DANISH = catalogue("da")
ENGLISH = catalogue("en")

# What these ask for is done by people, not by a line in a file: a nod, a decision of everyone in a group, a visit.
BY_PEOPLE = {"nod-unknown", "selection"}
# What the remedy leads to, where the manual's good example is of something else.
MENDED = {
    "image-people": "image_people: false",
    "contributors": "origin: collected\nstate: in-review\ncontributors:\n  - role: nattevagt\n  - role: gruppeleder",
    "response-goal": "response:\n  answer: chosen\n  reason: Vi vil.\n  date: 2026-05-04\n  role: Direktionen",
}
# A story that is taken out for a while may be linked to from others; that is no fault of the remedy.
OF_OTHERS = ("link-published", "stories/doeren.md")


def errors(publication: Publication) -> Counter[tuple[str, str]]:
    return Counter((problem.rule, problem.source.path) for problem in publication.problems() if problem.is_error)


def told(problem: Problem) -> str:
    """The remedy as it is shown."""
    return ENGLISH.remedy(problem, rules()[problem.rule])


def followed(text: str, problem: Problem) -> str | None:
    """A file's text after the remedy was copied into it; None if there is nothing to copy."""
    lines, at = text.split("\n"), problem.source.line - 1
    remedy, sample = told(problem), ENGLISH.sample(problem)
    above, within = re.search(r"above line (\d+)", remedy), re.search(r"lines (\d+) to (\d+)", remedy)
    below = re.search(r"below line (\d+)", remedy)
    if within:
        return "\n".join((*lines[: int(within[1]) - 1], *sample, *lines[int(within[2]) :]))
    if above or (below and not sample):
        number = int(above[1]) - 1 if above else int(below[1]) if below else 0
        return "\n".join((*lines[:number], "---", *lines[number:]))
    if below:
        return "\n".join((*lines[: int(below[1])], *sample, *lines[int(below[1]) :]))
    if sample and problem.rule == "front-matter-missing":
        return "\n".join((*sample, text))
    if sample:
        return with_field(lines, at, sample)
    return with_line(lines, problem)


def with_field(lines: list[str], at: int, sample: list[str]) -> str:
    """A text with the lines of a field in the place of those that are there, or as its first where it is missing."""
    name = sample[0].partition(":")[0]
    start = next((n for n, line in enumerate(lines) if line.startswith(f"{name}:")), None)
    if start is None:
        return "\n".join((*lines[: at + 1], *sample, *lines[at + 1 :]))
    end = next((n for n in range(start + 1, len(lines)) if lines[n].strip() and not lines[n][0].isspace()), len(lines))
    return "\n".join((*lines[:start], *sample, *lines[end:]))


def with_line(lines: list[str], problem: Problem) -> str | None:
    """A text with the one line or the one word that a remedy says."""
    at, column, remedy = problem.source.line - 1, problem.source.column - 1, told(problem)
    line, given = lines[at], str(problem.parameters.get("given", ""))
    indent = line[: len(line) - len(line.lstrip())]
    spaces = re.search(r"with (\d+) spaces|Begin the line with (\d+) spaces", remedy)
    better = re.search(
        r"(?:Write it as|on one line, as|Write it like this:) (.*?)(?:, with \d+ spaces.*|, or put the.*)?$", remedy
    )
    suggestion = re.fullmatch(r'Did you mean "(.*)"\?', remedy)
    code = re.search(r"(?:as|no one has;) ([A-Z]{1,2}\d{2,4})\b", remedy) if "code" in problem.rule else None
    if remedy.startswith("Write --- there"):
        lines[at] = "---"
    elif remedy.startswith("Delete it, or give it the name"):
        del lines[at]
    elif problem.rule == "field-unknown" and suggestion:
        lines[at] = line.replace(str(dict(_message(problem, "cause")).get("given")), suggestion[1], 1)
    elif suggestion and problem.rule == "link-target":
        lines[at] = line.replace("nogle.md", suggestion[1].rpartition("/")[2])  # it is told from the root
    elif suggestion or code:
        word = suggestion[1] if suggestion else code[1] if code else ""
        lines[at] = line[:column] + line[column:].replace(given, word, 1)
    elif spaces and not better:
        lines[at] = " " * int(spaces[1] or spaces[2]) + line.lstrip()
    elif better and re.match(r"(- |[\w-]+: )", better[1]):
        lines[at] = (" " * int(spaces[1] or spaces[2]) if spaces else indent) + better[1]
        if "on one line" in remedy:
            while at + 1 < len(lines) and lines[at + 1][:1].isspace():
                del lines[at + 1]
        elif re.match(r"\s*- ", line) and not better[1].startswith("- "):
            return None
    elif better and given and given in line:
        lines[at] = line.replace(given, better[1], 1)
    else:
        return None
    return "\n".join(lines)


def _message(problem: Problem, name: str) -> tuple[tuple[str, object], ...]:
    held = problem.parameters.get(name)
    return held.parameters if isinstance(held, Message) else ()


@pytest.mark.parametrize(("id", "example"), examples("bad"), ids=lambda text: text if len(text) < 30 else "")
def test_whoever_follows_the_remedy_has_one_error_less_and_no_new_one(
    good: Publication, tmp_path: Path, id: str, example: str
) -> None:
    if id in BY_PEOPLE:
        return
    put(good, id, example)
    before = errors(good)
    problems = [problem for problem in good.problems() if problem.rule == id]
    for problem in sorted(problems, key=lambda one: one.order, reverse=True):
        path = problem.source.path
        mended = followed((good.root / path).read_text("utf-8"), problem)
        if mended is None:
            good = copied("good", tmp_path / "mended")
            put(good, id, MENDED.get(id) or manual(rules()[id], DANISH).good)
            break
        good.write(path, mended)
    after = errors(good)
    assert id not in {rule for rule, _ in after}, [told(problem) for problem in problems]
    assert not {error: count for error, count in (after - before).items() if error != OF_OTHERS}

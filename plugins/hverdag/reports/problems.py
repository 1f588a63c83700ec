"""Problems as text, JSON, HTML or GitHub annotations. The HTML page is for editors who do not use a terminal."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from ..locale import Catalogue, catalogue
from ..model.addresses import edit_link
from ..model.declared import Declared, fields, nested
from ..model.language import language_tag
from ..model.problem import Level, Problem, Rule, Source
from ..web.templates import environment

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class ProblemReport:
    """The data of a report: the problems, their rules, and the lines and titles of files, by path.

    `declared_in` returns the model of the file at a path; the report takes the labels of fields from it."""

    problems: Sequence[Problem]
    rules: Mapping[str, Rule]
    lines: Mapping[str, Sequence[str]]
    titles: Mapping[str, str]
    edit_url: str
    declared_in: Callable[[str], type[Declared]]


def as_text(report: ProblemReport, language: str) -> str:
    """Return a line for each problem, and the number of problems."""
    words = catalogue(language)
    lines = [words.line(problem, report.rules[problem.rule]) for problem in report.problems]
    errors = sum(problem.is_error for problem in report.problems)
    if not lines:
        return words.say("Nothing to correct.") + "\n"
    counts = ", ".join(
        (
            words.count("{number} error", "{number} errors", errors),
            words.count("{number} other thing to know", "{number} other things to know", len(lines) - errors),
        )
    )
    return "\n".join((*lines, counts)) + "\n"


def as_github(report: ProblemReport, language: str) -> str:
    """Return a GitHub workflow command for each problem; GitHub shows it as an annotation on the line."""
    words = catalogue(language)
    kinds = {Level.ERROR: "error", Level.WARNING: "warning", Level.HINT: "notice"}
    return "".join(
        f"::{kinds[problem.level]} file={_property(problem.source.path)},line={problem.source.line},"
        f"col={problem.source.column},title={_property(problem.rule)}::"
        f"{_escaped(_whole(words, problem, report.rules[problem.rule]))}\n"
        for problem in report.problems
    )


def _whole(words: Catalogue, problem: Problem, rule: Rule) -> str:
    """Return what is wrong, what to do about it, and on lines of their own what can be copied."""
    return "\n".join((words.sentence(problem, rule), *words.sample(problem)))


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def as_json(report: ProblemReport, language: str) -> str:
    """Return the problems as JSON."""
    words = catalogue(language)
    records = [
        {
            "path": problem.source.path,
            "line": problem.source.line,
            "column": problem.source.column,
            "field": problem.source.field,
            "level": str(problem.level),
            "rule": problem.rule,
            "message": words.message(problem, report.rules[problem.rule]),
            "remedy": "\n".join((words.remedy(problem, report.rules[problem.rule]), *words.sample(problem))),
        }
        for problem in report.problems
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def as_page(report: ProblemReport, language: str) -> str:
    """Return the problems as a complete HTML page that loads no other file."""
    words = catalogue(language)
    return (
        environment(words, own=TEMPLATES)
        .get_template("report.html")
        .render(language=language_tag(language), **_data(report, words))
        + "\n"
    )


def as_part(report: ProblemReport, language: str) -> str:
    """Return the problems as an HTML fragment for a page of the site."""
    words = catalogue(language)
    return environment(words, own=TEMPLATES).get_template("problems.html").render(**_data(report, words))


FORMATS: Mapping[str, Callable[[ProblemReport, str], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "html": as_page,
    "part": as_part,
}
"""Output formats by name; `part` is used on pages of the preview."""


def _data(report: ProblemReport, words: Catalogue) -> dict[str, Any]:
    files = [
        {
            "title": report.titles.get(path) or path,
            "path": path,
            "edit": edit_link(report.edit_url, path),
            "items": [_item(problem, report, words) for problem in problems],
        }
        for path, problems in groupby(
            sorted(report.problems, key=lambda problem: problem.order), key=lambda problem: problem.source.path
        )
    ]
    counts = {level: sum(problem.level is level for problem in report.problems) for level in Level}
    return {"files": files, "errors": counts[Level.ERROR], "others": len(report.problems) - counts[Level.ERROR]}


def _item(problem: Problem, report: ProblemReport, words: Catalogue) -> dict[str, Any]:
    rule = report.rules[problem.rule]
    lines = report.lines.get(problem.source.path, ())
    number = problem.source.line
    return {
        "level": words.level(problem.level),
        "is_error": problem.is_error,
        "rule": rule.id,
        "field": _label(problem.source, report.declared_in, words),
        "line": number,
        "quote": lines[number - 1][:200] if 0 < number <= len(lines) else "",
        "message": words.message(problem, rule),
        "remedy": words.remedy(problem, rule),
        "sample": "\n".join(words.sample(problem)),
    }


def _label(source: Source, declared_in: Callable[[str], type[Declared]], words: Catalogue) -> str:
    """Return the label of the problem's field, such as `Værdier`, or its name if the model does not declare it."""
    if not source.field:
        return ""
    declared = fields(declared_in(source.path))
    inner = {
        name: info for outer in declared.values() if (part := nested(outer)) for name, info in fields(part).items()
    }
    info = declared.get(source.field) or inner.get(source.field)
    return words.say(info.title) if info and info.title else source.field

"""What a publication itself says about fields that are missing: which values there are, which code is free."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from ..model.codes import free_codes
from ..model.declared import Placed
from ..model.handbook import Handbook
from ..model.language import Language
from ..model.problem import Problem
from ..model.samples import dated, required
from ..model.settings import Settings
from ..model.texts.document import Document
from ..model.texts.method import Method
from ..model.texts.story import Story
from ..model.texts.value import Mark, Value
from ..model.yaml_text import Data, block


class KnownFields:
    """What the missing fields of each file may hold, so that it passes when it is copied."""

    def __init__(self, handbook: Handbook, today: date) -> None:
        self._handbook, self._today = handbook, today
        self._next_year = date(min(today.year + 1, date.max.year), today.month, min(today.day, 28))

    def dated(self, problem: Problem) -> Problem:
        """Return a problem with days in its sample that suit this one."""
        sample = problem.parameters.get("sample")
        if not isinstance(sample, str):
            return problem
        return replace(
            problem, parameters={**problem.parameters, "sample": dated(sample, self._today, self._next_year)}
        )

    def of(self, placed: Placed) -> Mapping[str, Data]:
        """Return the fields of one file, by their names."""
        code = self._codes.get(placed.path)
        own = {**({"code": code} if code else {}), **self._days}
        if isinstance(placed, Settings):
            return {**own, **self.of_settings()}
        if isinstance(placed, Story):
            return {**own, **self._of_story}
        if isinstance(placed, Value):
            return {**own, **self._of_value(placed)}
        return {**own, **(_of_method(placed) if isinstance(placed, Method) else {})}

    def sample(self, document: Document) -> str:
        """Return all the fields of a file that has none, between their fences."""
        return "\n".join(("---", *block(required(type(document), self.of(document))), "---"))

    def of_settings(self) -> Mapping[str, Data]:
        """Return the fields of handbook.yml that the texts decide: the kinds and criteria that stories name."""
        stories = self._handbook.stories
        kinds = dict.fromkeys(story.kind for story in stories if story.kind) or {"opgave": None}
        doubts = (doubt.criterion for story in stories if story.decision for doubt in story.decision.doubts)
        criteria = dict.fromkeys(one for one in doubts if one) or {"sand": None}
        return {
            "kinds": [{"id": id, "name": id.capitalize(), "meaning": "..."} for id in kinds],
            "criteria": [{"id": id, "name": id.capitalize(), "question": "..."} for id in criteria],
            "values": len(self._handbook.values),
            "stories": list(self._handbook.story_by_id)[:3],
            "accessibility": self._statement,
            "edition": self._handbook.settings.edition or "1. udgave",
        }

    @property
    def _statement(self) -> str:
        """The page that seems to be the accessibility statement, or where there is none, a web address."""
        pages = (path for path in sorted(self._handbook.files) if path.startswith("docs/") and path.endswith(".md"))
        found = next((path for path in pages if "tilg" in path or "accessib" in path), "")
        english = self._handbook.settings.language is Language.ENGLISH
        usual = "https://accessibility.example/" if english else "https://www.was.digst.dk/"
        return found.removeprefix("docs/") or usual

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        return free_codes(self._handbook)

    @property
    def _days(self) -> dict[str, Data]:
        past, coming = (
            dict.fromkeys(("date", "told"), self._today),
            dict.fromkeys(("until", "review_by"), self._next_year),
        )
        return {**past, **coming}

    @cached_property
    def _of_story(self) -> Mapping[str, Data]:
        settings = self._handbook.settings
        found: dict[str, list[str]] = {
            "values": list(self._handbook.value_by_id),
            "kind": [kind.id for kind in settings.kinds],
            "criterion": [criterion.id for criterion in settings.criteria],
            "audience": [who for story in self._handbook.stories for who in story.audience],
            "themes": [theme for story in self._handbook.stories for theme in story.themes],
        }
        lists = ("values", "audience", "themes")
        return {name: held[:1] if name in lists else held[0] for name, held in found.items() if held}

    def _of_value(self, value: Value) -> Mapping[str, Data]:
        values = self._handbook.values
        lacking = [one.path for one in values if not one.has("mark") and not one.is_faulty("mark")]
        free = [mark for mark in Mark if mark not in {one.mark for one in values if one.has("mark")}]
        orders = [one.path for one in values if not one.has("order")]
        highest = max((one.order for one in values), default=0)
        here = lacking.index(value.path) if value.path in lacking else 0
        turn = orders.index(value.path) if value.path in orders else 0
        mark = str(free[here % len(free)]) if free else str(Mark.RING)
        return {"name": value.id.capitalize(), "mark": mark, "order": highest + 1 + turn}


def _of_method(method: Method) -> Mapping[str, Data]:
    """Return the minutes of a method, which are those of its steps, and of a step where there are none."""
    minutes = sum(step.minutes for step in method.meeting)
    return {"minutes": minutes or method.minutes or 20}

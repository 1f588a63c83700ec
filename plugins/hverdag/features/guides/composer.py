"""The page where a leader puts a guide together, and the data that it loads."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ...model.artifact import Artifact, WebPage
from ...model.digest_name import with_digest
from ...model.meeting import MeetingPlan
from ...model.shown import ShownStory
from ...model.texts.story import Story
from ...model.texts.value import Value
from ...model.uptake.slip import form_address
from ...paper.runs import whole
from ...web.assets import FOLDER
from ...web.page import Page
from ...web.script_data import data_script
from ..kit import Kit
from .labels import script_labels
from .making import tells_a_story
from .plan import ComposerView
from .titles import dilemma_data
from .web import GUIDE_SCRIPTS, receipt_slip, story_text

DATA = f"{FOLDER}/guide"
"""The folder of the composer's data: a script for the methods, and a small one for each story and each value."""


_SCRIPTS = (
    "compose-address.js",
    "compose-faults.js",
    "compose-data.js",
    "compose-choice.js",
    "compose-sheet.js",
    "compose-word.js",
    "compose.js",
)


TOOL = "TOOLCODE"
"""Stands in the address of the form where compose.js writes the code of the guide; it is the same when encoded."""


class ComposerScripts(NamedTuple):
    """The composer's data: a script with the methods, and one for each story and each value, by its id."""

    methods: Artifact
    stories: Mapping[str, Artifact]
    values: Mapping[str, Artifact]


def page(view: ComposerView, scripts: ComposerScripts, kit: Kit) -> WebPage:
    """Return the composer's page; without a story, it says what to talk about instead."""
    page_kit = kit.page(view)
    for shown in view.stories:
        page_kit.tell(shown.story.path)
    data: dict[str, Any] = {
        "stories": view.stories,
        "plans": view.plans,
        "values": view.values,
        "former": {path: " ".join(ids) for path, ids in view.former.items()},
        "methods_script": page_kit.relative(scripts.methods.path),
        "story_scripts": {id: page_kit.relative(script.path) for id, script in scripts.stories.items()},
        "value_scripts": {id: page_kit.relative(script.path) for id, script in scripts.values.items()},
        "guide_words": script_labels(kit.words),
        "scripts": [page_kit.asset(script) for script in (*GUIDE_SCRIPTS, *_SCRIPTS)],
    }
    title = kit.words.say("Put a guide together")
    if not view.stories:
        return WebPage(page_kit.origin, title, page_kit.fragment("guides/compose_none.html", values=view.values))
    return WebPage(page_kit.origin, title, page_kit.fragment("guides/compose.html", **data))


def data(view: ComposerView, kit: Kit) -> ComposerScripts:
    """Return the composer's data."""
    page_kit = kit.page(view)
    shared = {"imprint": whole(kit.paper.imprint("")), **(_slip(page_kit, kit) if view.has_slip else {"slip": None})}
    methods = data_script("methods", [_method(plan, page_kit, shared) for plan in view.plans])
    stories = {
        shown.story.id: _script("story", shown.story.id, _story(shown, page_kit), (shown.story.code,))
        for shown in view.stories
    }
    values: dict[str, Artifact] = {}
    for value in view.values:
        carrying = [shown.story for shown in view.of_value[value.id]]
        codes = tuple(story.code for story in carrying)
        values[value.id] = _script("value", value.id, _value(value, carrying, page_kit), codes)
    return ComposerScripts(Artifact(with_digest(f"{DATA}/methods.js", methods), methods), stories, values)


def _script(kind: str, id: str, data: Mapping[str, Any], codes: tuple[str, ...]) -> Artifact:
    script = data_script(kind, data)
    return Artifact(with_digest(f"{DATA}/{kind}-{id}.js", script), script, codes)


def _slip(page: Page, kit: Kit) -> dict[str, Any]:
    """Return the receipt of a guide that is put together; the code comes with the choice of stories."""
    return {"slip": receipt_slip(page, kit), "form_pattern": form_address(kit.settings, TOOL)}


def _method(plan: MeetingPlan, page: Page, shared: Mapping[str, Any]) -> dict[str, Any]:
    method = plan.method
    return {
        "id": method.id,
        "code": method.code,
        "title": method.heading,
        "start": method.start,
        "total": plan.minutes,
        "minutes": [step.minutes for step in plan.meeting],
        "reads": [step.reads for step in plan.meeting],
        "needs_dilemma": method.needs_dilemma,
        "needs_story": tells_a_story(method),
        "uses_texts": method.uses_texts,
        "applies_to": [subject.value for subject in method.applies_to],
        "html": page.fragment("guides/composed.html", plan=plan, **shared),
    }


def _story(shown: ShownStory, page: Page) -> dict[str, Any]:
    story, text = shown.story, story_text(page)
    text.prefix = f"{story.id}-"  # several stories share the page
    return {
        "id": story.id,
        "code": story.code,
        "title": story.heading,
        "summary": story.summary,
        "reading": story.body.minutes_to_plan,
        "html": page.fragment("guides/composed_story.html", shown=shown, text=text.html(story.body)),
        "questions": list(story.questions),
        "dilemma": dilemma_data(story.dilemma),
    }


def _value(value: Value, carrying: Sequence[Story], page: Page) -> dict[str, Any]:
    return {
        "id": value.id,
        "code": value.code,
        "title": value.heading,
        "questions": list(value.questions),
        "html": page.fragment("guides/composed_value.html", value=value),
        "more": [
            {"id": story.id, "html": page.fragment("guides/composed_named.html", story=story)} for story in carrying
        ],
    }

"""The page where a leader puts a guide together, and the data that it loads."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from ...model.artifact import Artifact, WebPage
from ...model.digest_name import with_digest
from ...model.meeting import MeetingPlan
from ...model.shown import ShownStory
from ...model.texts.story import Origin
from ...model.uptake.slip import form_address
from ...web.assets import FOLDER
from ...web.page import Page
from ...web.script_data import data_script
from ..kit import Kit
from .labels import script_labels
from .plan import ComposerView
from .titles import dilemma_data
from .web import GUIDE_SCRIPTS, receipt_slip, story_text

DATA = f"{FOLDER}/guide"
"""The folder of the composer's data: a script for the methods, and a small one for each story."""


_SCRIPTS = ("compose-address.js", "compose-faults.js", "compose.js")


TOOL = "TOOLCODE"
"""Stands in the address of the form where compose.js writes the code of the guide; it is the same when encoded."""


class ComposerScripts(NamedTuple):
    """The composer's data: a script with the methods, and one for each story, by the story's id."""

    methods: Artifact
    stories: Mapping[str, Artifact]


def page(view: ComposerView, scripts: ComposerScripts, kit: Kit) -> WebPage:
    """Return the composer's page; without a story, it says what to talk about instead."""
    page_kit = kit.page(view)
    for shown in view.stories:
        page_kit.tell(shown.story.path)
    data: dict[str, Any] = {
        "stories": view.stories,
        "plans": view.plans,
        "former": {path: " ".join(ids) for path, ids in view.former.items()},
        "methods_script": page_kit.relative(scripts.methods.path),
        "story_scripts": {id: page_kit.relative(script.path) for id, script in scripts.stories.items()},
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
    slip = _slip(page_kit, kit) if view.has_slip else {"slip": None}
    methods = data_script("methods", [_method(plan, page_kit, slip) for plan in view.plans])
    stories: dict[str, Artifact] = {}
    for shown in view.stories:
        script = data_script("story", _story(shown, page_kit))
        path = with_digest(f"{DATA}/story-{shown.story.id}.js", script)
        stories[shown.story.id] = Artifact(path, script, (shown.story.code,))
    return ComposerScripts(Artifact(with_digest(f"{DATA}/methods.js", methods), methods), stories)


def _slip(page: Page, kit: Kit) -> dict[str, Any]:
    """Return the receipt of a guide that is put together; the code comes with the choice of stories."""
    return {"slip": receipt_slip(page, kit), "form_pattern": form_address(kit.settings, TOOL)}


def _method(plan: MeetingPlan, page: Page, slip: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": plan.method.id,
        "code": plan.method.code,
        "title": plan.method.heading,
        "total": plan.minutes,
        "minutes": [step.minutes for step in plan.meeting],
        "reads": [step.reads for step in plan.meeting],
        "needs_dilemma": plan.method.needs_dilemma,
        "html": page.fragment("guides/composed.html", plan=plan, **slip),
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
        "html": text.html(story.body),
        "questions": list(story.questions),
        "dilemma": dilemma_data(story.dilemma),
        "made_up": story.origin is Origin.ILLUSTRATIVE,
    }

"""The template of a new story's file, with every field in its place."""

import json

from ..model.editorial.new_story import NewStory

_TEMPLATE = """\
---
title: {title}
summary:
{values}values: []
{kinds}kind:
workplace:
{workplace_id}{audiences}audience: []
{themes}themes: []
# questions: 3-5
questions: []
because:
contributors:
  - role:
# consent:
#   reference: {reference}
#   channels: [intranet, print]
#   until: {review_by}
# mentioned:
#   people: []
#   asked:
#   date:
origin: collected
state: draft
told: {told}
review_by: {review_by}
code: {code}
---

"""

_WORKPLACE_ID = """\
# workplace_id: values/workplaces.yml
workplace_id:
"""


def new_story_text(story: NewStory) -> str:
    """Return the content of a new story's file. The title is quoted, so that it cannot be read as YAML syntax."""
    return _TEMPLATE.format(
        title=json.dumps(story.title, ensure_ascii=False),
        values=_choices("values", story.values),
        kinds=_choices("kind", story.kinds),
        workplace_id=_WORKPLACE_ID if story.has_workplaces else "",
        audiences=_choices("audience", story.audiences),
        themes=_choices("themes", story.themes),
        told=story.told,
        review_by=story.review_by,
        code=story.code,
        reference=f"SAM-{story.told.year}-...",
    )


def _choices(field: str, choices: tuple[str, ...]) -> str:
    """Return the line above a field that says what may be chosen; nothing if there is nothing to choose among."""
    plain = (" ".join(choice.split()) for choice in choices)
    return f"# {field}: {', '.join(plain)}\n" if choices else ""

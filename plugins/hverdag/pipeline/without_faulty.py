"""What of a publication with errors can be shown in a preview."""

from dataclasses import replace

from ..model.handbook import Handbook
from ..model.slug import slug
from ..model.texts.body import Body
from ..model.texts.value import Value
from .read import ReadPublication


def without_faulty(publication: ReadPublication) -> Handbook:
    """Return the handbook with sound settings, stories and methods, and with values without what is faulty in them."""
    handbook = publication.handbook
    faulty = {problem.source.path for problem in publication.errors}
    return replace(
        handbook,
        settings=publication.settings,
        values=tuple(_harmless(value) if value.path in faulty else value for value in handbook.values),
        stories=tuple(story for story in handbook.stories if story.path not in faulty),
        methods=tuple(method for method in handbook.methods if method.path not in faulty),
    )


def _harmless(value: Value) -> Value:
    """Return a faulty value without its text, in a colour and at an address that are safe."""
    name = slug(value.id) or "vaerdi"
    return value.model_copy(update={"body": Body(), "colour": "#444444", "path": f"values/{name}.md"})

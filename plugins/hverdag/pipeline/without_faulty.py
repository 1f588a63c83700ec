"""What of a publication with errors can be shown in a preview."""

from dataclasses import replace

from ..model.handbook import Handbook
from ..model.slug import slug
from ..model.texts.body import Body
from ..model.texts.document import Document
from ..model.texts.value import Value
from .read import ReadPublication


def without_faulty(publication: ReadPublication) -> Handbook:
    """Return the handbook with sound settings and documents, and with values without what is faulty in them."""
    handbook = publication.handbook
    faulty = {problem.source.path for problem in publication.errors}
    sound = (_sound(document, faulty) for document in handbook.documents)
    documents = tuple(document for document in sound if document is not None)
    data = tuple(placed for placed in handbook.data if placed.path not in faulty)
    return replace(handbook, settings=publication.settings, documents=documents, data=data)


def _sound(document: Document, faulty: set[str]) -> Document | None:
    """Return a document as it can be shown; None for a faulty one. A value is kept: stories name it."""
    if document.path not in faulty:
        return document
    return _harmless(document) if isinstance(document, Value) else None


def _harmless(value: Value) -> Value:
    """Return a faulty value without its text, in a colour and at an address that are safe."""
    name = slug(value.id) or "vaerdi"
    return value.model_copy(update={"body": Body(), "colour": "#444444", "path": f"values/{name}.md"})

"""The text that contributors nod to, as passages, and its fingerprint.

The fingerprint depends on what readers meet as the story's own: re-wrapping, line endings, names of files and other
ways to write the same Markdown do not change it, and every visible change does. Kind, themes, audience and origin are
the editors', and outside it.
"""

import hashlib
import json
import unicodedata

from ..model.texts.story import Story
from .identities import Identities
from .passage import Passage, Text, plain
from .walk import Walk

VERSION = 2
"""The version of what is nodded to, written beside each fingerprint. It is raised when the passages of a story change:
the nods that were given before it are then told as what they are, and not as nods to another text."""


def passages(story: Story, identities: Identities) -> Text:
    """Return the text that contributors nod to, in the order of the story's page."""
    text = [
        Passage("title", plain(story.title)),
        Passage("summary", plain(story.summary)),
        *(Passage(f"values {identities.document(f'values/{value}.md')}", "") for value in story.values),
        Passage("workplace", plain(story.workplace)),
    ]
    if story.image:
        text.append(Passage(f"image {identities.digest(f'stories/{story.image}')}", plain(story.image_alt)))
    if story.audio:
        text.append(Passage(f"audio {identities.digest(story.audio_path)}", ""))
    text += Walk(identities, story.body).passages()
    if story.because:
        text.append(Passage("because", plain(story.because)))
    if story.dilemma:
        text.append(Passage("dilemma", plain(story.dilemma.question)))
        text += [Passage("option", plain(option)) for option in story.dilemma.options]
    text += [Passage("questions", plain(question)) for question in story.questions]
    return tuple(text)


def fingerprint(text: Text) -> str:
    """Return the fingerprint of a text: 128 bits of SHA-256 as 32 hex digits, enough that no one can forge a match."""
    serialized = json.dumps(text, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(serialized.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def signed(text: str, role: str) -> str:
    """Return the value stored in a nod: a digest of a text's fingerprint and the role, so that a nod copied to another
    contributor is invalid."""
    content = f"{text}\n{folded(role)}"
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def folded(role: str) -> str:
    """Return a role normalized for comparison, regardless of case and spacing."""
    return " ".join(unicodedata.normalize("NFC", role).casefold().split())

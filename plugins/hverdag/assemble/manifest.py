"""What was made to its manifest: which stories each file tells of, and the fingerprints of their texts."""

from collections.abc import Iterable, Mapping

from ..model.artifact import Holds
from ..model.chapters import Site
from ..model.edition import Edition
from ..model.manifest import Manifest
from ..model.passages import fingerprint, passages


def assemble_manifest(site: Site, form: Edition, preview: bool, outputs: Iterable[tuple[str, Holds]]) -> Manifest:
    """Return the manifest of an edition. `outputs` are its files, by path, with the codes of the stories each tells of;
    those that tell of none are no one's business."""
    pictures = site.handbook.pictures
    prints: Mapping[str, str] = {
        chapter.story.code: fingerprint(passages(chapter.story, pictures)) for chapter in site.stories
    }
    settings = site.settings
    return Manifest(
        settings.title,
        settings.organisation,
        settings.edition,
        form,
        settings.reach,
        site.today,
        {path: {code: prints[code] for code in codes if code in prints} for path, codes in outputs if codes},
        preview,
    )

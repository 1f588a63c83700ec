"""A manifest as JSON, for people who work through a takedown list and for `hverdag withdraw`."""

import json

from ..model.manifest import Manifest


def manifest_text(manifest: Manifest) -> str:
    """Return a manifest as JSON. Equal manifests give equal bytes."""
    content = {
        "title": manifest.title,
        "organisation": manifest.organisation,
        "edition": manifest.name,
        "form": manifest.form.value,
        "reach": manifest.reach.value,
        "preview": manifest.preview,
        "date": manifest.day.isoformat(),
        "commit": manifest.commit,
        "kept": {path: day.isoformat() for path, day in sorted(manifest.kept.items())},
        "outputs": {path: dict(sorted(stories.items())) for path, stories in sorted(manifest.outputs.items())},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

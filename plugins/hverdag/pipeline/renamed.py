"""Which files have another name than before, for "Did you mean": by values/addresses.yml, and by the codes of the files
that git had."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..check.left_over import is_anothers
from ..model.declared import Placed
from ..model.handbook import Handbook
from ..model.once import once_for_each
from ..model.references import Reference, references
from ..vcs.history import earlier_documents

MOST_ASKED_FOR = 50
"""How many missing files git is asked about."""


def renamed(root: Path, handbook: Handbook) -> Mapping[str, str]:
    """Return the paths that files have now, by the paths they had, as far as anyone knows. Git is asked only about
    files that a text links to or names, and that are missing."""
    written = dict(_written(handbook))
    missing = [path for path in dict.fromkeys(_missing(handbook)) if path not in written][:MOST_ASKED_FOR]
    if not missing:
        return written
    now = {document.code: document.path for document in handbook.documents if document.code}
    models = {path: kind.model for path in missing if (kind := handbook.kind_of(path))}
    earlier = earlier_documents(root, models)
    # A story of one's own with the code of one that came with the sample is no new name of it.
    earlier = {path: was for path, was in earlier.items() if not is_anothers(was, handbook)}
    return {**written, **{path: now[was.code] for path, was in earlier.items() if was.code in now}}


def _written(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Yield the former paths of files that values/addresses.yml tells of, each with the path it has now."""
    for document in handbook.documents:
        former = handbook.former_ids(document)
        kind = handbook.kind_of(document.path) if former else None
        for id in former if kind else ():
            path = f"{kind.folder_of(document.path)}{id}.md" if kind else ""
            if kind and path not in handbook.files:
                yield path, document.path
    for path in handbook.page_paths:
        for address in handbook.former_addresses.get(path, ()):
            yield f"docs/{address.rstrip('/')}.md", path


@once_for_each
def _references(placed: Placed) -> tuple[Reference, ...]:
    return tuple(references(placed))


def _missing(handbook: Handbook) -> Iterator[str]:
    """Yield the paths of files that texts and settings link to or name, and that are not there."""
    kinds = {kind.id: kind for kind in handbook.kinds}
    for document in (*handbook.documents, handbook.settings):
        for one in _references(document):
            paths = kinds[one.kind].paths_of(one.given) if one.kind in kinds else ()
            yield from () if handbook.files.intersection(paths) else paths
    for document in handbook.documents:
        targets = (link.get("href").partition("#")[0] for link in document.body.links)
        yield from (path for path in targets if path not in handbook.files and handbook.kind_of(path))

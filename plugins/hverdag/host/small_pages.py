"""Hands finished files to MkDocs, but for small pages: there is one for every code on paper and every former address,
and MkDocs would take three times as long as it takes to write them. A file with a dot before its name it leaves out."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ..model.artifact import Artifact, content_bytes
from ..pipeline.on_request import Site

_FILE_NAME = re.compile(r"[\w.-]+\.\w+")


def is_written_here(artifact: Artifact) -> bool:
    """Return True if a file is a whole page that needs no frame, or one that MkDocs would leave out."""
    return artifact.path.endswith(".html") or artifact.path.startswith(".")


def finished_files(artifacts: Iterable[Artifact], config: MkDocsConfig) -> Iterator[File]:
    """Yield the finished files that MkDocs copies or writes."""
    for artifact in artifacts:
        content = artifact.content
        if is_written_here(artifact):
            continue
        if isinstance(content, Path):
            yield File.generated(config, artifact.path, abs_src_path=str(content))
        else:
            yield File.generated(config, artifact.path, content=content)


def planned_files(site: Site, config: MkDocsConfig) -> Iterator[File]:
    """Yield files that are made when they are asked for, as far as hand-written texts name them: MkDocs then knows what
    links there lead to, and has nothing to do with the thousands of others."""
    bodies = site.publication.handbook.page_bodies.values()
    named = {name for body in bodies for name in _FILE_NAME.findall(body.source)}
    for path in site.files:
        if path.rpartition("/")[2] in named:
            yield File.generated(config, path, content="")


def write_small_pages(artifacts: Iterable[Artifact], site: Path) -> None:
    """Write the small pages into a finished site, and what MkDocs leaves out."""
    for artifact in filter(is_written_here, artifacts):
        write_artifact(artifact, site)


def write_artifact(artifact: Artifact, site: Path) -> None:
    """Write a finished file into a site."""
    path = site / artifact.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content_bytes(artifact.content))

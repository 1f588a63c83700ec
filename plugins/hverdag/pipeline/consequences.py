"""What is told at a later stage only because of a fault that is told already."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from ..model.addresses import stem
from ..model.files import EntryKind
from ..model.folders import named_folders
from ..model.problem import Problem
from ..model.settings import Settings
from ..model.texts.document import Document
from ..parse import rules
from ..publish.pictures import UNREADABLE
from ..publish.typst_compiler import ROOM
from ..verify import LinkFinding
from ..verify.link_rules import DEAD_LINK, OUTSIDE
from ..web.page_rules import PAGE_NAME
from .plan import SitePlan
from .read import ReadPublication

_UNREAD = frozenset(rule.id for rule in (rules.UNREADABLE, rules.TOO_LARGE, rules.ENCODING))


@dataclass(frozen=True)
class Consequences:
    """What the errors of the texts bring with them.

    `faulty` are the ids of the documents with errors, and `hidden` those of them that are not shown as they are;
    `sections` are the lists of handbook.yml with errors, and `folders` those of pages that it no longer tells; `unmade`
    are the addresses of files that could not be made. `places`, `fields`, `told` and `given` are those of the errors.
    """

    faulty: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()
    unmade: frozenset[str] = frozenset()
    places: frozenset[tuple[str, int, int]] = field(default=frozenset(), repr=False)
    fields: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    told: frozenset[tuple[str, str, str]] = field(default=frozenset(), repr=False)
    given: frozenset[str] = field(default=frozenset(), repr=False)

    def explain_link(self, finding: LinkFinding) -> bool:
        """Return True if a link is wrong only because its target is faulty, or could not be made."""
        target, _, _ = finding.target.partition("#")
        if finding.places:
            return _names(stem(target), self.hidden)
        return target in self.unmade or target.partition("/")[0] in self.folders or _names(stem(target), self.faulty)

    def explain(self, problem: Problem) -> bool:
        """Return True if a problem of a later stage is about what an error was told about at the same place."""
        source, given = problem.source, str(problem.parameters.get("given", ""))
        if problem.rule == PAGE_NAME.id:
            return given in self.hidden or problem.parameters.get("section") in self.sections
        if problem.rule == UNREADABLE.id:
            return given in self.given
        if problem.rule == ROOM.id:
            return (source.path, source.field) in self.fields
        if (problem.rule, source.path, given) in self.told:
            return True
        if problem.rule == OUTSIDE.id or (problem.rule == DEAD_LINK.id and ":" in given):
            # What may not be on a page is told at its tag.
            return (source.path, source.line) in {(path, line) for path, line, _ in self.places}
        return source.line > 1 and (source.path, source.line, source.column) in self.places


def unread_in_docs(publication: ReadPublication) -> frozenset[str]:
    """Return the paths in docs/ that nobody can read to the end: links and pipes, and texts that are none."""
    odd = {entry.path for entry in publication.handbook.entries if entry.kind not in (EntryKind.FILE, EntryKind.FOLDER)}
    unread = {problem.source.path for problem in publication.errors if problem.rule in _UNREAD}
    return frozenset(path for path in odd | unread if path.startswith("docs/"))


def consequences(publication: ReadPublication, plan: SitePlan, unmade: Collection[str]) -> Consequences:
    """Return what follows from the errors of a publication in the site that is planned of it."""
    errors = publication.errors
    paths = {problem.source.path for problem in errors}
    faulty = [document for document in publication.handbook.documents if document.path in paths or document.faulty]
    pages = {stem(path).rpartition("/")[2] for path in unread_in_docs(publication)}
    faulty_fields = _faulty_fields(publication)
    return Consequences(
        faulty=frozenset((*(document.id for document in faulty), *pages)),
        hidden=frozenset((*(document.id for document in faulty if _is_hidden(document, publication, plan)), *pages)),
        sections=frozenset(name for name in faulty_fields if _is_list(publication.settings, name)),
        folders=frozenset(_folders(publication.handbook.settings, faulty_fields)),
        unmade=frozenset(unmade),
        places=frozenset((one.source.path, one.source.line, one.source.column) for one in errors),
        fields=frozenset((one.source.path, one.source.field) for one in errors),
        told=frozenset((one.rule, one.source.path, str(one.parameters.get("given", ""))) for one in errors),
        given=frozenset(str(problem.parameters.get("given", "")) for problem in errors),
    )


def _is_hidden(document: Document, publication: ReadPublication, plan: SitePlan) -> bool:
    """Return True if a faulty document is not shown, or not with all of its headings."""
    path = document.path
    shown = next((one for one in plan.shown.handbook.documents if one.path == path), None)
    return (
        path not in plan.addresses.by_target
        or shown is None
        or shown.body.is_unread
        or len(shown.body.children) < len(document.body.children)
        or document.is_faulty()
        or path in publication.guard.files
    )


def _faulty_fields(publication: ReadPublication) -> frozenset[str]:
    """Return the fields of handbook.yml with an error; all of them where a line could not be read."""
    settings = publication.handbook.settings
    if settings.is_faulty():
        return frozenset(type(settings).model_fields)
    return frozenset(problem.source.field for problem in publication.errors if problem.source.path == settings.path)


def _is_list(settings: Settings, name: str) -> bool:
    info = type(settings).model_fields.get(name)
    return info is not None and isinstance(info.get_default(), tuple)


def _folders(settings: Settings, faulty_fields: Collection[str]) -> Iterator[str]:
    """Yield the folders of the site that a fault in handbook.yml hides or moves."""
    named = [settings.address_folders, named_folders(type(settings.folders)(), settings.language)]
    if "folders" in faulty_fields:
        yield from (str(folder) for folders in named for folder in folders.model_dump().values() if folder)
    elif "goals" in faulty_fields:
        yield from (folders.goals for folders in named)
    elif "strategy" in faulty_fields:
        yield from (folders.strategy for folders in named)


def _names(address: str, ids: Collection[str]) -> bool:
    """Return True if an address names one of some documents, as a page, a guide or a paper of it does."""
    return any(re.search(rf"(?<![a-z0-9]){re.escape(id)}(?![a-z0-9])", address, re.IGNORECASE) for id in ids)

"""From links that are wrong on finished pages to the places where someone wrote them."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from ..model.addresses import is_page, stem
from ..model.artifact import Addresses
from ..model.own_look import PAGES, own_path
from ..model.problem import Parameter, Problem, Source
from ..model.slug import slug
from ..model.suggest import path_suggestion, suggestion
from ..model.texts.document import Document
from ..model.texts.locate import source_of
from ..parse.files import file_lines
from ..parse.written_links import WrittenLink, links_of_nav, links_of_page
from ..verify import LinkFinding
from .plain_site import MKDOCS
from .read import ReadPublication

DOCS = "docs/"


def link_problems(
    findings: Iterable[LinkFinding], publication: ReadPublication, addresses: Addresses
) -> Iterator[Problem]:
    """Yield a problem for each place where a link is written that is wrong on any page, whatever the number of pages
    that show it; at the page itself where none is found."""
    places = _Places(publication, addresses)
    by_cause: dict[tuple[str, str], list[LinkFinding]] = {}
    for finding in findings:
        by_cause.setdefault((finding.rule.id, finding.target), []).append(finding)
    for of_one_cause in by_cause.values():
        found = {problem.source: problem for finding in of_one_cause for problem in places.of(finding)}
        found = found or {problem.source: problem for problem in places.in_nav(of_one_cause[0])}
        found = found or {problem.source: problem for problem in places.in_look(of_one_cause[0])}
        found = found or {problem.source: problem for one in of_one_cause for problem in places.in_file(one)}
        if not found:
            first = min(of_one_cause, key=lambda finding: (not finding.source.endswith(".md"), finding.source))
            problem = first.rule.at(Source(first.source), given=first.address)
            found = {problem.source: problem}
        yield from found.values()


@dataclass
class _Places:
    publication: ReadPublication
    addresses: Addresses

    def __post_init__(self) -> None:
        self._documents = {document.path: document for document in self.publication.handbook.documents}
        self._written: dict[str, list[WrittenLink]] = {}

    def of(self, finding: LinkFinding) -> Iterator[Problem]:
        """Yield a problem for each place in the source of a page where its link is written."""
        document = self._documents.get(finding.source)
        if document:
            yield from self._in_document(finding, document)
        elif finding.source.startswith(DOCS):
            yield from self._in_page(finding, finding.source.removeprefix(DOCS))

    def in_nav(self, finding: LinkFinding) -> Iterator[Problem]:
        """Yield a problem for each place where mkdocs.yml names the target of a link."""
        for link in links_of_nav(file_lines(self.publication.root, MKDOCS)):
            if _same(link.address, "", finding.target):
                yield finding.rule.at(Source(MKDOCS, link.line, link.column), given=link.address)

    def in_look(self, finding: LinkFinding) -> Iterator[Problem]:
        """Yield a problem for each place in theme/ that the link is written in. Where it is put together there, and no
        text has it, it is the organisation's own templates all the same: ours write no such link."""
        look, address = self.publication.look, finding.address
        pages = look.named(PAGES)
        written = (address, re.sub(r"^(?:\.\.?/)+", "", address))
        found = False
        for name in pages:
            for number, line in enumerate((look.text(name) or "").split("\n"), 1):
                at = next(
                    (
                        line.index(f"{sign}{one}{sign}")
                        for one in written
                        for sign in "\"'"
                        if f"{sign}{one}{sign}" in line
                    ),
                    -1,
                )
                if one_found := at >= 0:
                    yield finding.rule.at(Source(own_path(name), number, at + 2), given=written[1])
                found = found or one_found
        if pages and not found and not finding.source.startswith(DOCS):
            yield finding.rule.at(Source(own_path(pages[0])), given=address)

    def in_file(self, finding: LinkFinding) -> Iterator[Problem]:
        """Yield a problem for each line of a file in docs/ that is published as it is, such as a style sheet, and has
        the address."""
        path = finding.source if finding.source.startswith(DOCS) else f"{DOCS}{finding.source}"
        for number, line in enumerate(file_lines(self.publication.root, path), 1):
            if finding.address in line:
                yield finding.rule.at(Source(path, number, line.index(finding.address) + 1), given=finding.address)

    def _in_document(self, finding: LinkFinding, document: Document) -> Iterator[Problem]:
        for link in document.body.elements():
            target = link.get("href") or link.get("src")
            path, sign, place = target.partition("#")
            address = self.addresses.by_target.get(path)
            leads_there = address is not None and _same(f"{address}{sign}{place}", "", finding.target)
            if target and (target == finding.address or leads_there):
                yield finding.rule.at(source_of(document, link), given=target, **_nearest_place(finding, target))

    def _in_page(self, finding: LinkFinding, page: str) -> Iterator[Problem]:
        for link in self._links(finding.source):
            # A link that MkDocs cannot resolve stays as it is written.
            if link.address == finding.address or _same(link.address, page, finding.target):
                source = Source(finding.source, link.line, link.column)
                near = _nearest_place(finding, link.address) or self._nearest_page(finding, link.address, page)
                yield finding.rule.at(source, given=link.address, **near)

    def _links(self, path: str) -> list[WrittenLink]:
        if path not in self._written:
            self._written[path] = list(links_of_page(file_lines(self.publication.root, path)))
        return self._written[path]

    def _nearest_page(self, finding: LinkFinding, address: str, page: str) -> dict[str, Parameter]:
        """Return the page or the file with the most similar name, as a link to it is written, as `suggestion`."""
        folder, path = posixpath.dirname(page), address.partition("#")[0]
        if finding.places or ":" in address or not path:
            return {}
        known = {f"{one.rstrip('/')}.md" if is_page(one) else one for one in self.addresses.by_target.values()}
        known |= {file.removeprefix(DOCS) for file in self.publication.handbook.files if file.startswith(DOCS)}
        near = path_suggestion(posixpath.normpath(posixpath.join(folder, unquote(path))), known)
        return {"suggestion": posixpath.relpath(str(near["suggestion"]), folder or ".")} if near else {}


def _nearest_place(finding: LinkFinding, address: str) -> dict[str, Parameter]:
    path, _, place = address.partition("#")
    near = suggestion(slug(unquote(place)), finding.places) if place else {}
    return {"suggestion": f"{path}#{near['suggestion']}"} if near else {}


def _same(address: str, page: str, target: str) -> bool:
    """Return True if an address, as it is written on a page, leads to a path in the site with the same #place."""
    path, _, place = address.partition("#")
    found, _, wanted = target.partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path))) if path else page
    return unquote(place) == wanted and _stem(path) == _stem(found)


def _stem(path: str) -> str:
    common = stem(path)
    return "" if common in ("index", ".") else common.removesuffix("/index")

"""The types of pages that a publication has, as its features plan them: no list of ours, so that none is missed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from hverdag.model.artifact import Artifact, WebPage
from hverdag.pipeline.outputs import kit_of
from hverdag.pipeline.plan import PlannedView, SitePlan
from hverdag.pipeline.render import RenderedSite

OF_THE_FRAME = ("404.html",)
INDEX = "index.html"


def page_types(site: RenderedSite, folder: Path) -> Mapping[str, set[str]]:
    """Return the types of every page of a built site, by the page's file. They are the kind of view that it shows, and
    the kinds of those in its slots; each hand-written page is a type of its own."""
    found = defaultdict[str, set[str]](set)
    kit = kit_of(site.plan, {}, site.settings.language.value)
    for one in site.plan.views:
        for output in one.feature.render(one.view, kit):
            if isinstance(output, WebPage):
                found[page_file(output.address)] |= {_name(one), *_in_slots(site.plan, one)}
            elif isinstance(output, Artifact) and output.path.endswith(".html"):
                found[output.path].add(_name(one))
    for path in (str(path.relative_to(folder)) for path in folder.rglob("*.html")):
        if path not in found:
            found[path].add(path if path in OF_THE_FRAME else f"docs: {path}")
    return found


def page_file(address: str) -> str:
    """Return the file of the page at an address, whatever is asked of it."""
    address = address.partition("?")[0]
    return address if address.endswith(".html") else f"{address}{INDEX}"


def _name(one: PlannedView) -> str:
    return f"{one.feature.id}: {type(one.view).__name__}"


def _in_slots(plan: SitePlan, one: PlannedView) -> Iterator[str]:
    for place in one.feature.opens:
        yield from (
            f"{place}: {type(filled.view).__name__}" for filled in plan.slots.get((place, one.view.subject), ())
        )

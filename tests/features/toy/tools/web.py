"""The pages of tools, the printed list, and what others' pages show of them."""

from collections.abc import Iterator
from typing import TypedDict

from markupsafe import Markup

from ...model.artifact import Output, PrivateFile, WebPage
from ...model.search import SearchEntry
from ...model.view import View
from ...paper.data import shown_all
from ...paper.print_job import PrintJob, papers
from ...web.page import Page
from ..kit import Kit, Views
from .plan import MentionView, ToolListView, ToolView


class ToolsData(TypedDict):
    """What stands on the printed list."""

    title: str
    tools: list[str]
    stories: list[str]


def render(view: View, kit: Kit) -> Iterator[Output]:
    """Render the page of a tool, or the printed list."""
    if isinstance(view, ToolView):
        page = kit.page(view)
        body = page.text().html(view.tool.body)
        content = page.fragment("tools/tool.html", view=view, body=body)
        entry = SearchEntry("tool", view.tool.heading, text=view.tool.body.text, more=(view.tool.code,))
        yield WebPage(page.origin, view.tool.heading, content, source=view.tool.path, entry=entry)
        yield PrivateFile(f"{view.tool.id}.txt", "Udlånt til Skovvej.\n", view.story_codes)
    if isinstance(view, ToolListView) and view.printable:
        frame = kit.paper.frame(kit.words.tell(view.printable.title))
        tools: ToolsData = {
            "title": frame["title"],
            "tools": shown_all([tool.heading for tool in view.tools]),
            "stories": shown_all(list(view.titles)),
        }
        job = PrintJob(view.printable, {**frame, **tools}, "tools/tools.typ", story_codes=view.story_codes)
        yield from papers(job, kit.paper)


def tools(views: Views, page: Page, _: Kit) -> Markup:
    """Return the list of all tools."""
    return page.fragment("tools/list.html", tools=[view.tool for view in views if isinstance(view, ToolView)])


def mentioned(view: MentionView, page: Page, _: Kit) -> Markup:
    """Return the tools of a story."""
    return page.fragment("tools/mentioned.html", tools=view.tools)

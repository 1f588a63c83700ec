"""Tools to their pages, their list, and what stands on the pages of stories."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...model.message import message
from ...model.printable import Ink, Printable, PrintGroup, Product, Size, Variant
from ...model.shown import Shown, ShownStory
from ...model.view import NO_STORIES, Coded, Lead, View
from ...paper.print_job import printed_code
from ..index import Index
from ..kit import Views
from .model import Loans, Tool

GROUP = PrintGroup(
    "tools", 9, message("The list of tools"), message("To hang where they are."), (message("Print it."),) * 3
)
VARIANTS = (Variant(Size.A4, Ink.LINE),)


@dataclass(frozen=True, kw_only=True)
class ToolView(View):
    """A tool, and the stories of it that are shown."""

    tool: Tool
    stories: tuple[ShownStory, ...]
    times: int


@dataclass(frozen=True, kw_only=True)
class ToolListView(View):
    """All tools, as they are printed."""

    tools: tuple[Tool, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class MentionView(View):
    """The tools of one story."""

    tools: tuple[Tool, ...]


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Lay out a page for each tool, and the printed list."""
    tools, loans = shown.handbook.of(Tool), shown.handbook.data_of(Loans)
    for tool in tools:
        stories = tuple(shown.by_id[id] for id in tool.stories if id in shown.by_id)
        folder = next(kind for kind in shown.handbook.kinds if kind.model is Tool).address_home(shown.settings)
        leads = (Lead(message("See the tool"), tool.path),)
        yield ToolView(
            story_codes=tuple(one.story.code for one in stories),
            subject=tool.path,
            places=((tool.path, f"{folder}/{tool.id}/"),),
            coded=Coded(tool.code, message("Tool"), tool.heading, leads, NO_STORIES),
            tool=tool,
            stories=stories,
            times=sum(one.times for file in loans for one in file.loans if one.tool == tool.id),
        )
    if tools and GROUP.id in shown.settings.printed:
        title = message("The list of tools")
        printable = Printable("vaerktoejer", title, Product("tools", title), GROUP, VARIANTS)
        stories = tuple(one for one in shown.on_paper if any(one.story.id in tool.stories for tool in tools))
        yield ToolListView(
            story_codes=tuple(one.story.code for one in stories),
            coded=printed_code("vaerktoejer", printable, shown.settings),
            printable=printable,
            tools=tools,
            titles=tuple(one.story.heading for one in stories),
        )


def mentions(shown: Shown, views: Views) -> Mapping[str, View]:
    """Lay out the tools of each story, by its path."""
    own = [view for view in views if isinstance(view, ToolView)]
    found: dict[str, View] = {}
    for one in shown.stories:
        tools = tuple(view.tool for view in own if one in view.stories)
        if tools:
            found[one.story.path] = MentionView(story_codes=(one.story.code,), tools=tools)
    return found

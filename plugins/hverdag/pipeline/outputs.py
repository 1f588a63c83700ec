"""From views to pages, files, and papers that are yet to be compiled. Each feature renders its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup

from ..features.kit import Kit
from ..features.registry import HOME, registry
from ..model.artifact import Artifact, CopiedFile, DerivedPdf, Output, Paper, PrivateFile, WebPage, WordFile
from ..model.own_look import NO_LOOK, OwnLook
from ..model.problem import Problem
from ..paper.kit import PaperKit
from ..web.assets import SiteAssets, own_assets
from ..web.kit import WebKit
from ..web.look_sheets import look_assets
from ..web.page import Page
from .macros import SiteMacros
from .plan import SitePlan
from .rule_registry import rule_groups
from .view_memo import Kept, ViewMemo

AnyOutput = TypeVar("AnyOutput", bound=Output)


@dataclass(frozen=True)
class Outputs:
    """Everything a site is made of."""

    pages: tuple[WebPage, ...]
    artifacts: tuple[Artifact, ...]
    papers: tuple[Paper, ...]
    derived: tuple[DerivedPdf, ...]
    documents: tuple[WordFile, ...]
    copies: tuple[CopiedFile, ...]
    private: tuple[PrivateFile, ...]
    macros: SiteMacros
    problems: tuple[Problem, ...] = ()


def render_views(
    plan: SitePlan,
    media: Mapping[str, bytes | Path],
    language: str,
    kept: Kept | None = None,
    look: OwnLook = NO_LOOK,
) -> Outputs:
    """Render a site in one language. `media` are its pictures and recordings as readers may have them, by their paths
    in the publication; one that is not there is left out. `kept` is what earlier runs have rendered, and `look` is the
    organisation's own."""
    kit = kit_of(plan, media, language, look)
    memo = ViewMemo(plan, kit, {} if kept is None else kept)
    outputs = [output for one in plan.views for output in memo.outputs(one)]
    return Outputs(
        pages=_only(WebPage, outputs),
        artifacts=(*kit.web.assets.artifacts(), *media_artifacts(plan, media), *_only(Artifact, outputs)),
        papers=_only(Paper, outputs),
        derived=_only(DerivedPdf, outputs),
        documents=_only(WordFile, outputs),
        copies=_only(CopiedFile, outputs),
        private=_only(PrivateFile, outputs),
        macros=SiteMacros(plan, kit),
        problems=kit.problems,
    )


def kit_of(plan: SitePlan, media: Mapping[str, bytes | Path], language: str, look: OwnLook = NO_LOOK) -> Kit:
    """Return what the views of a plan are rendered with, in one language."""
    features, settings, shown = registry(), plan.settings, plan.shown
    ids, codes, folders = features.reserved_ids, plan.title_codes, features.template_folders
    own = (_assets(plan, look), shown.preview, look, shown.begun)
    web = WebKit(settings, language, plan.addresses, folders, ids, codes, *own)
    paper = PaperKit(settings, web.words, plan.addresses, plan.shown.handbook.pictures, folders, look)
    kit = Kit(settings, web.words, plan.addresses, web, paper, features, rule_groups(), media, look=look)

    def fill(page: Page, place: str, subject: str) -> Markup:
        filled = plan.slots.get((place, subject), ())
        return Markup().join(one.slot.render(one.view, page, kit) for one in filled)

    web.fill = fill
    return kit


def _assets(plan: SitePlan, look: OwnLook) -> SiteAssets:
    contents: dict[str, str | bytes] = {**own_assets()}
    for feature in registry().features:
        contents.update(feature.assets.contents(HOME / feature.id, plan.shown))
    return SiteAssets(contents | look_assets(look))


def media_artifacts(plan: SitePlan, media: Mapping[str, bytes | Path]) -> Iterator[Artifact]:
    """Yield the files of a site's pictures and recordings."""
    for path, content in media.items():
        yield Artifact(plan.addresses.by_target[path], content, plan.title_codes.get(path, ()))


def _only(kind: type[AnyOutput], outputs: list[Output]) -> tuple[AnyOutput, ...]:
    return tuple(output for output in outputs if isinstance(output, kind))

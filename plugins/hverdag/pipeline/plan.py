"""From a handbook after the consent gate to the views of all features, and the address of everything."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..features.feature import Feature
from ..features.index import Index
from ..features.kit import Slot
from ..features.registry import registry
from ..model.addresses import in_a_file, is_page, page_address, page_file
from ..model.artifact import Addresses, StoryCodes
from ..model.build_target import BuildTarget
from ..model.handbook import Handbook, kind_around
from ..model.notice import Notice
from ..model.settings import Settings
from ..model.shown import Shown
from ..model.texts.consent import Unavailable
from ..model.view import View


@dataclass(frozen=True)
class PlannedView:
    """A view, and the feature that renders it."""

    feature: Feature
    view: View


@dataclass(frozen=True)
class FilledSlot:
    """What a feature adds to one page of another."""

    slot: Slot
    view: View


@dataclass(frozen=True)
class SitePlan:
    """Everything that is to be rendered. `slots` are keyed by slot and by the path of the document that the page is
    about. `notices` are the pages that only say that a story is not here, and `lost` the addresses that are missing
    because of consent, with the reason."""

    shown: Shown
    views: tuple[PlannedView, ...]
    slots: Mapping[tuple[str, str], tuple[FilledSlot, ...]]
    addresses: Addresses
    notices: tuple[Notice, ...] = ()
    lost: Mapping[str, Unavailable] = field(default_factory=dict)

    @property
    def settings(self) -> Settings:
        """The handbook's settings."""
        return self.shown.settings

    def views_of(self, feature: Feature) -> tuple[View, ...]:
        """Return the views of one feature."""
        return self._by_feature.get(feature.id, ())

    @cached_property
    def _by_feature(self) -> Mapping[str, tuple[View, ...]]:
        found: dict[str, list[View]] = {}
        for planned in self.views:
            found.setdefault(planned.feature.id, []).append(planned.view)
        return {name: tuple(views) for name, views in found.items()}

    @cached_property
    def media(self) -> tuple[str, ...]:
        """The pictures and recordings that some view shows; what only an unseen draft uses is left out."""
        return tuple(dict.fromkeys(path for planned in self.views for path in planned.view.media))

    @cached_property
    def title_codes(self) -> Mapping[str, StoryCodes]:
        """The codes of the stories that a link to a target gives away, by target; also for pictures and recordings."""
        codes: dict[str, StoryCodes] = {}
        for view in (planned.view for planned in self.views):
            if view.title_codes:
                codes |= {target: view.title_codes for target, _ in view.places}
                for path in view.media:
                    codes[path] = (*codes.get(path, ()), *view.title_codes)
        return codes

    @cached_property
    def printed(self) -> tuple[tuple[View, tuple[str, ...]], ...]:
        """The views with something on paper, each with the addresses of its files."""
        return tuple((one.view, files) for one in self.views if (files := tuple(files_of(one.view))))


def plan_site(shown: Shown, notices: Sequence[Notice] = ()) -> SitePlan:
    """Lay out everything, in the order of the features. `notices` are planned by the feature that has them."""
    views: list[PlannedView] = []
    earlier: list[View] = []
    slots: dict[tuple[str, str], tuple[FilledSlot, ...]] = {}
    for feature in registry().features:
        own = tuple(feature.plan(shown, Index(earlier)))
        planned = (*own, *(feature.plan_notices(notices) if feature.plan_notices else ()))
        earlier += planned
        views += [PlannedView(feature, view) for view in planned]
        filled = {plan: plan(shown, own) for plan in dict.fromkeys(slot.plan for slot in feature.slots)}
        for slot in feature.slots:
            for subject, view in filled[slot.plan].items():
                key = (slot.place, subject)
                slots[key] = (*slots.get(key, ()), FilledSlot(slot, view))
    by_target = dict(place for view in earlier for place in view.places)
    return SitePlan(shown, tuple(views), slots, _addresses(by_target, views, shown))


def _addresses(by_target: Mapping[str, str], views: Sequence[PlannedView], shown: Shown) -> Addresses:
    """Return where everything is found for one target, hand-written pages and the files beside them included."""
    handbook = shown.handbook
    media = (path for planned in views for path in planned.view.media)
    found = {**{path: _file_address(path, handbook) for path in media}, **by_target}
    is_server = shown.target is BuildTarget.SERVER
    if not is_server:
        found = {target: in_a_file(address) for target, address in found.items()}
    written = page_address if is_server else page_file
    for path in handbook.files:
        if path.startswith("docs/") and path not in found:
            found[path] = written(path) if path.endswith(".md") else _file_address(path, handbook)
    named = (feature.hand_written(handbook.settings) for feature in registry().features if feature.hand_written)
    found |= {target: found[path] for pairs in named for target, path in pairs if path in found}
    return Addresses(found)


def files_of(view: View) -> Iterator[str]:
    """Yield the addresses of what a view has on paper."""
    yield from printed_of(view)
    yield from (address for _, address in view.places if not is_page(address))


def printed_of(view: View) -> Iterator[str]:
    """Yield the addresses of what is printed besides guides."""
    if view.coded and view.printable:
        yield from (lead.address for lead in view.coded.leads if lead.address)


def _file_address(path: str, handbook: Handbook) -> str:
    """Return the address of a picture, a recording or another file that is published as it is: beside the pages of the
    documents it lies with."""
    kind = kind_around(handbook.kinds, path)
    if kind is None or kind.is_in_docs:
        return path.partition("/")[2]
    return f"{kind.address_home(handbook.settings)}/{path.removeprefix(kind.folder_of(path))}"

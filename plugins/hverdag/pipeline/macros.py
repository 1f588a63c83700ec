"""What hand-written pages may ask for by name: `{{ story("noeglen") }}`."""

from dataclasses import dataclass

from markupsafe import Markup

from ..features.kit import Kit
from ..model.artifact import StoryCodes
from .plan import SitePlan


@dataclass(frozen=True)
class SiteMacros:
    """The macros of one site."""

    plan: SitePlan
    kit: Kit

    @property
    def names(self) -> tuple[str, ...]:
        """The names that pages may use."""
        return tuple(self.kit.registry.macros)

    def is_inline(self, name: str) -> bool:
        """Return True if a macro stands in a sentence, and returns nothing that Markdown would change."""
        return self.kit.registry.macros[name][1].inline

    def render(self, name: str, origin: str, *given: object, **named: object) -> Markup:
        """Return what a macro gives on the page at an address. Raises UnknownNameError for an argument that names
        something unknown, and TypeError for arguments that the macro does not take."""
        feature, macro = self.kit.registry.macros[name]
        return macro.render(self.plan.views_of(feature), self.kit.web.page(origin), self.kit, *given, **named)

    def story_codes(self, origin: str) -> StoryCodes:
        """Return the codes of the stories that a page tells of, hand-written or not."""
        return self.kit.web.story_codes(origin)

    def linked(self, origin: str) -> frozenset[str]:
        """Return the addresses that the macros on a hand-written page link to."""
        return self.kit.web.linked(origin)

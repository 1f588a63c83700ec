"""What a handbook would have, had everyone consented to everything: the addresses that are missing for consent's sake.

Whoever linked to one of them has made no mistake, and a date alone must not stop a build.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from ..assemble.site import assemble_site
from ..model.addresses import printed_address
from ..model.build_target import BuildTarget
from ..model.chapters import Site
from ..model.handbook import Handbook
from ..model.texts.consent import Channel, Withheld
from ..model.texts.story import Dilemma, Story


def lost_addresses(
    handbook: Handbook, site: Site, today: date, preview: bool, edition: BuildTarget
) -> Mapping[str, Withheld]:
    """Return the addresses that `site` lacks, and why. `handbook` is the whole of it, with every story."""
    ended = {story.code for story in handbook.stories if story.has_ended(today)}
    if not ended and all(story.allows(channel) for story in handbook.stories for channel in Channel):
        return {}
    free = tuple(_free(story, handbook) for story in handbook.stories)
    whole = assemble_site(replace(handbook, stories=free), today, preview, edition)
    missing = set(_addresses(whole)) - set(_addresses(site))
    why = dict.fromkeys(missing, Withheld.ELSEWHERE)
    for guide in whole.guides:
        if ended.intersection(guide.story_codes):
            addresses = {whole.addresses.by_target[target] for target in guide.targets}
            why |= dict.fromkeys(addresses & missing, Withheld.ENDED)
    return why


def _free(story: Story, handbook: Handbook) -> Story:
    """The story as if nothing were held back. Only what decides its addresses is kept: the rest of a story that is out
    need not be sound."""
    if story.consent is None and not story.faulty:
        return story
    values = tuple(id for id in story.values if id in handbook.value_by_id) or tuple(handbook.value_by_id)[:1]
    dilemma = Dilemma(question="?", options=("?", "?")) if story.dilemma else None
    kept = {name: getattr(story, name) for name in ("path", "code", "state", "image", "audio", "body")}
    return Story.model_construct(title="?", summary="?", values=values, dilemma=dilemma, **kept)


def _addresses(site: Site) -> Iterable[str]:
    yield from site.addresses.by_target.values()
    for printable in site.printed:
        yield from (printed_address(printable, form, site.settings) for form in printable.forms)

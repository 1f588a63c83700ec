"""The golden publication with a course: one story that has been nodded to, decided on and answered, goals, a selection,
and a page that tells what came of it all."""

from hverdag.nods.identities import Identities
from hverdag.nods.passages import fingerprint, passages, signed

from .conftest import Publication, read

_STORY = """contributors:
  - role: pedellen
    nod:
      date: 2026-03-20
      text: {first}
      version: 2
  - role: skolelederen
    nod:
      date: 2026-04-02
      text: {second}
      version: 2
decision:
  date: 2026-04-09
  text: {text}
  version: 2
  group: Værdigruppen
  doubts:
    - criterion: sand
      why: To tvivlede på, at døren <i>var</i> ulåst.
response:
  answer: chosen
  reason: "Den viser, at {{{{ 7*7 }}}} døre & et <valg> er nok."
  goal: Mål 1/2
  date: 2026-04-20
  text: {text}
  version: 2
  role: Direktionen
"""
# What pages show is one thing, and what is demanded another: here, nothing is.
_HANDBOOK = """demands:
  nods: false
  decision: false
  response: false
  selection: false
  because: false
goals:
  - id: Mål 1/2
    text: Alle er <med>.
    number: 2
    due: 2027-12-31
  - id: synlig
    text: Værdierne kan ses.
selections:
  - edition: 1. udgave
    date: 2026-10-12
    group: Værdigruppen
    nodded: 14
    of: 14
    stories: [doeren]
"""
_CONSENT = """consent:
  reference: SAM-2026-014
  channels: [intranet, print, outside]
  until: 2028-03-01
mentioned:
  people:
    - relation: en borger
      changed: sted og alder
      recognisable: false
  asked: skolelederen
  date: 2026-03-05
  text: {text}
  version: 2"""
_PAGE = """---
title: Bidrag
render_macros: true
---

# Bidrag

{{ outcome() }}

{{ selection() }}

{{ goals() }}
"""


def give_course(publication: Publication) -> Publication:
    """Give the story of the door its course, and the handbook what belongs to it."""
    handbook = read(publication.root)
    text, other = (
        fingerprint(passages(handbook.story_by_id[name], Identities.of(handbook))) for name in ("doeren", "vinduet")
    )
    publication.change(
        "stories/doeren.md",
        "code: F01\n",
        f"code: F01\n{_STORY.format(text=text, first=signed(text, 'pedellen'), second=signed(text, 'skolelederen'))}",
    )
    publication.change(
        "stories/vinduet.md", "origin: illustrative", f"origin: collected\n{_CONSENT.format(text=other)}"
    )
    settings = (publication.root / "values/handbook.yml").read_text("utf-8")
    publication.write("values/handbook.yml", settings + _HANDBOOK)
    publication.write("docs/bidrag.md", _PAGE)
    publication.change("mkdocs.yml", "  /hjaelp.md\n", "  /hjaelp.md\n  /bidrag.md\n")
    return publication


def put_back(publication: Publication) -> None:
    """Put the story back to being read by those who took part; nothing that readers see may lead to it."""
    publication.change("stories/doeren.md", "state: published", "state: in-review")
    publication.change("stories/vinduet.md", "values: [mod]", "values: [mod, tillid]")
    publication.change("values/tillid.md", "[Døren](../stories/doeren.md#efter)", "fortællingerne")

"""Stories that colleagues have told, for the golden publication with workplaces."""

from tests.conftest import Publication

_STORY = """---
title: {id}
summary: Noget, der skete.
values: [{value}]
kind: opgave
workplace: {words}
{workplace}audience: [alle]
themes: [nøgler]
questions: [Hvem?, Hvad?, Hvornår?]
because: Det var sådan, det var.
origin: {origin}
state: {state}
told: {told}
review_by: 2027-11-01
code: {code}
consent:
  reference: SAM-2026-100
  channels: [intranet, print]
  until: {until}
mentioned:
  people: []
  asked: gruppeleder
  date: 2026-03-05
---

Det var en torsdag. Jeg gik forbi, og så gik jeg tilbage.
"""


def tell(
    publication: Publication,
    code: str,
    workplace: str,
    *,
    value: str = "mod",
    told: str = "2026-06-01",
    origin: str = "collected",
    state: str = "published",
    until: str = "2028-03-01",
    words: str = "Et sted",
) -> None:
    """Write a story from a workplace, by its id; from none that is named if it is empty."""
    text = _STORY.format(
        id=f"fortaelling-{code.casefold()}",
        code=code,
        workplace=f"workplace_id: {workplace}\n" if workplace else "",
        value=value,
        told=told,
        origin=origin,
        state=state,
        until=until,
        words=words,
    )
    publication.write(f"stories/fortaelling-{code.casefold()}.md", text)


def demand_little(publication: Publication, more: str = "") -> None:
    """Let stories be published without the answers that a whole course gives."""
    names = ("nods", "decision", "response", "selection")
    demands = "demands:\n" + "".join(f"  {name}: false\n" for name in names)
    text = (publication.root / "values/handbook.yml").read_text("utf-8")
    publication.write("values/handbook.yml", f"{text}{demands}{more}")

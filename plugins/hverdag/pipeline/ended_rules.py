"""The rules about addresses that a change would end."""

from ..model.problem import Level, Rule

_MESSAGE = "Whoever has the address /{given} finds nothing there any more."

MOVED = Rule(
    "address-ended",
    Level.WARNING,
    _MESSAGE,
    "Write this line in values/addresses.yml, in place of any other for the same page: {line}",
    """A page whose address has changed, and that is no longer found at the old one.

Others have the old address on their own pages, in emails and among their bookmarks. `hverdag rename` gives a file
another name, corrects the links to it, and makes the old address lead to the new one. The handbook is compared with the
one that everyone shares.

The line `F07: [stories/the-key/]` says that the page with the code F07 was found there before.
""",
)
STORY = Rule(
    "address-story",
    Level.WARNING,
    _MESSAGE,
    "Leave its file where it was, and write state: published in it, or state: retired, which leaves a notice.",
    """A story that readers have had, and that is deleted or made a draft again.

With `state: retired` the story is out of the handbook, and a short notice is found at its address.
If somebody regrets that the story was told, use `hverdag withdraw`.
""",
)
RETIRED = Rule(
    "address-retired",
    Level.WARNING,
    _MESSAGE,
    "Write {code} under retired in values/handbook.yml, and this line in values/addresses.yml: {line}",
    """A value or a method that readers have had, and that is deleted.

Its code is on paper and its address in emails. When both are written down, readers find a short notice there.
""",
)
GONE = Rule(
    "address-gone",
    Level.WARNING,
    _MESSAGE,
    "Put it back, or write in values/addresses.yml which page is there instead: {line}",
    """A hand-written page or a result goal that is deleted or has another name.

The line says which page takes its place: `docs/index.md: [about/]` leads from the address of `docs/about.md` to the
front page.
""",
)
MANY = Rule(
    "address-many",
    Level.WARNING,
    "The addresses under /{folder}/ end, for example /{given}.",
    "Take the change back, or write a line for each of them in values/addresses.yml: {line}",
    """A change that ends many addresses at once: another folder, or a method that no longer makes ready guides.
""",
)
RULES = (MOVED, STORY, RETIRED, GONE, MANY)

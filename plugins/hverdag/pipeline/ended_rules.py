"""The rules about addresses that a change would end."""

from ..model.problem import Level, Rule

_MESSAGE = "Whoever has the address /{given} finds nothing there any more."

MOVED = Rule(
    "address-ended",
    Level.WARNING,
    _MESSAGE,
    "Write this line in values/addresses.yml, in place of any other for the same page: {line}",
    """A page that has another address than before, and is no longer found at the old one.

Others have the old address on their own pages, in mails and among their bookmarks. `hverdag rename` gives a file
another name, mends the links to it, and sees to it that the old address leads on. What is compared with is the handbook
that everyone shares.

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
If somebody has regretted that the story was told, use `hverdag withdraw`.
""",
)
RETIRED = Rule(
    "address-retired",
    Level.WARNING,
    _MESSAGE,
    "Write {code} under retired in values/handbook.yml, and this line in values/addresses.yml: {line}",
    """A value or a method that readers have had, and that is deleted.

Its code stands on paper and its address in mails. When both are written down, a short notice is found there.
""",
)
GONE = Rule(
    "address-gone",
    Level.WARNING,
    _MESSAGE,
    "Put it back, or write in values/addresses.yml which page is there instead: {line}",
    """A hand-written page or a result goal that is deleted or has another name.

The line says which page takes its place: `docs/index.md: [om/]` leads from the address of `docs/om.md` to the front
page.
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

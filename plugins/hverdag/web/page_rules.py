"""Rules for hand-written pages, broken only when the page is set."""

from ..model.problem import Level, Rule, Tag

PAGE_NAME = Rule(
    "page-name",
    Level.ERROR,
    'The page asks for "{given}", which does not exist or is not published.',
    "Write the file name of a story or a value, or the id of a fact.",
    """A hand-written page that asks for a story, a value or a fact that is not there.

Good:

    {{ story("the-key") }}

Bad:

    {{ story("the-kye") }}
""",
)
PAGE_MACRO = Rule(
    "page-macro",
    Level.ERROR,
    "What is between {{{{ and }}}} cannot be understood: {detail}",
    "Compare with a page that works.",
    """A hand-written page with a slip between `{{` and `}}`.

Good:

    {{ value_tiles() }}

Bad:

    {{ value_tiels() }}
""",
)
PAGE_WARNING = Rule(
    "page-warning",
    Level.ERROR,
    "The page cannot be set as it is: {detail}",
    "Show the message to whoever runs the handbook.",
    """Something that MkDocs warns about in a hand-written page or in mkdocs.yml. Hverdag stops at it, because such a
warning is most often a dead link.
""",
)
CONFIG = Rule(
    "mkdocs-config",
    Level.ERROR,
    "mkdocs.yml cannot be used: {detail}",
    "{advice}",
    """A fault in mkdocs.yml, or one without the theme `material` or without the plugin `hverdag`.

Good:

    theme:
      name: material
    plugins:
      - search
      - macros:
          render_by_default: false
      - hverdag

Bad:

    site_name: Hverdag
""",
)
PAGE_INCLUDE = Rule(
    "page-include",
    Level.ERROR,
    'The page brings in "{given}", which lies outside the handbook, or where nothing is published from.',
    "Put the text in a file beside the pages, such as docs/parts/opening.md, and name that.",
    """A hand-written page that brings in a file from elsewhere on the computer, or from `private/` or a hidden folder.

What a page may bring in, by the plugin include-markdown or by pymdownx.snippets, lies in the publication, and is looked
over as the page itself.
""",
)
PLUGIN = Rule(
    "mkdocs-plugin",
    Level.ERROR,
    "{given} stopped in {event}: {detail}",
    "Show the message to whoever runs the handbook: they can bring it up to date, or take it out of mkdocs.yml.",
    """A plugin of MkDocs, or a hook, that raises an error while the site is made. Nothing is published then, and
the old site stays as it was.
""",
)
PLUGIN_UNREAD = Rule(
    "mkdocs-plugin-load",
    Level.ERROR,
    "{given} cannot be loaded: {detail}",
    "Show the message to whoever runs the handbook: they can bring it up to date, or take it out of mkdocs.yml.",
    """A plugin of MkDocs that is named in mkdocs.yml and fails before anything is made.
""",
)
PLUGIN_REWRITES = Rule(
    "mkdocs-plugin-words",
    Level.ERROR,
    "{given} changes what stands on {page}, in {event}.",
    "Take it out of mkdocs.yml, or have it leave that page alone: what was nodded to is published as it is.",
    """A plugin of MkDocs, or a hook, that changes the words of a story, a value or another page that Hverdag has made.
""",
)
PLUGIN_REQUEST = Rule(
    "mkdocs-plugin-request",
    Level.ERROR,
    '{given} makes {page} ask another computer for "{address}", in {event}.',
    "Take it out of mkdocs.yml, or set it so that the file lies in docs/.",
    """A plugin of MkDocs, or a hook, that makes pages load something from another computer. A reader's visit is nobody
else's business.
""",
    (Tag.ABOUT_PEOPLE,),
)
UNUSED = Rule(
    "mkdocs-unused",
    Level.HINT,
    "The pages of a handbook have a frame of their own, which makes no use of this part of the theme: {given}.",
    "Take it out of mkdocs.yml. What pages look like is changed with the folder theme/, or with custom_dir.",
    """A setting of the theme in mkdocs.yml that changes nothing in a handbook.

Values have colours of their own, and there is one frame for day and night, on paper and on a telephone.
""",
)
FRAME = Rule(
    "mkdocs-frame",
    Level.HINT,
    "The pages stand in the site's own frame, since mkdocs.yml does not say whose frame it is to be.",
    "Write it as {better}, or `frame: own` for a handbook that is a site by itself.",
    """A mkdocs.yml that names the plugin hverdag and not its `frame`.

With `site`, the theme, the header, the navigation and the search of the site stay as they are, and values, stories and
guides come in as pages of it. With `own`, every page stands in a small book: its own header with doors, its own search
and its own foot. Without a word it is `site`, which takes nothing away from a site that exists.

Good:

    plugins:
      - hverdag:
          frame: site

Bad:

    plugins:
      - hverdag
""",
)
FONT = Rule(
    "mkdocs-font",
    Level.HINT,
    "Material would ask Google for the letters {given}, and Google would know who reads. The reader's own are used.",
    "Write it as {better}. A font of your own is a file in docs/ that a style sheet in `extra_css` names.",
    """A font in the theme's settings in mkdocs.yml, in a site whose own frame the pages stand in.

Material loads it from another computer each time somebody reads. No page of a handbook does that.
""",
    (Tag.ABOUT_PEOPLE,),
)
NAV_DOORS = Rule(
    "nav-doors",
    Level.HINT,
    "There are {count} doors in the header, and a reader takes in {limit} at a glance.",
    "Put pages that belong together behind one door, or at the foot of every page (`footer` in handbook.yml).",
    """More doors in the header than a reader takes in at a glance.

A door is an entry of `nav` in mkdocs.yml. One with a list of pages is one door: it leads to the first of them, and each
of them links to the others. Where the doors do not fit in one row, they are behind a button.

Good:

    nav:
      - Read: [stories/index.md, values/index.md]
      - Have a talk: talk.md
      - Print it yourself: print-yourself.md

Bad:

    nav:
      - stories/index.md
      - values/index.md
      - talk.md
      - print-yourself.md
      - editors.md
      - about.md
""",
)
RULES = (
    PAGE_NAME,
    PAGE_MACRO,
    PAGE_WARNING,
    PAGE_INCLUDE,
    CONFIG,
    PLUGIN,
    PLUGIN_UNREAD,
    PLUGIN_REWRITES,
    PLUGIN_REQUEST,
    UNUSED,
    FRAME,
    FONT,
    NAV_DOORS,
)

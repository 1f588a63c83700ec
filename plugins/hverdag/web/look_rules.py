"""The rules that an organisation's own templates, style sheets and files in theme/ may break."""

from ..model.problem import Level, Rule, Tag

TEMPLATE = Rule(
    "look-template",
    Level.ERROR,
    "The template cannot be used: {detail}",
    "Correct the line, or delete the file: then the page looks as Hverdag makes it.",
    """A template in theme/ with a slip in it, or one that asks for something that is not there.

The pages of the report are set without the template, so that everything else is looked over all the same.

Good:

    <p>{{ settings.organisation }}</p>

Bad:

    <p>{{ settings.organisation }</p>
""",
)
BLOCK = Rule(
    "look-block",
    Level.ERROR,
    'What stands in the block "{given}" is never shown: {template} has no block of that name.',
    "Use one of its blocks: {blocks}",
    """A template in theme/ that begins with `{% extends %}` and fills a block that the other template does not have.

Good:

    {% extends "hverdag/partials/footer.html" %}
    {% block imprint %}<p>Lilleby</p>{% endblock %}

Bad:

    {% extends "hverdag/partials/footer.html" %}
    {% block colofon %}<p>Lilleby</p>{% endblock %}
""",
)
LACKING = Rule(
    "look-lacking",
    Level.ERROR,
    "The template lacks {given}, and pages need it: {pages}.",
    'Begin it with {{% extends "hverdag/{template}" %}}, and write only the blocks that are to look otherwise.',
    """A template in theme/ that takes the place of one of Hverdag's without a part that other pages are set in.

Good:

    {% extends "hverdag/main.html" %}
    {% block extrahead %}<meta name="theme-color" content="#1d4f6e">{% endblock %}

Bad:

    <!doctype html>
    <title>Lilleby</title>
""",
)
FILE = Rule(
    "look-file",
    Level.ERROR,
    "{cause}",
    "{advice}",
    """A file in theme/ that is not used: no template has its name, or the page that it was for no longer exists, and no
other file in theme/ names it. Or a link to another place, which is never followed.

Without this, a slip in a name would change nothing and say nothing.

Good:

    theme/stories/story.html

Bad:

    theme/story/story.html
""",
)
MISSING = Rule(
    "look-missing",
    Level.ERROR,
    'There is no file "{given}" in theme/.',
    "Put the file there, or correct its name here.",
    """A template or a style sheet in theme/ that names a picture, a font or another file that is not in theme/.

Good:

    .hv-footer { background: url("logo.svg"); }

Bad:

    .hv-footer { background: url("logoo.svg"); }
""",
)
REQUEST = Rule(
    "look-request",
    Level.ERROR,
    'It asks another computer for "{given}".',
    "Put the file in theme/, and name it from there.",
    """A template, a style sheet or a drawing in theme/ that loads something from another computer.

A reader's visit is nobody else's business, and the handbook must work without the internet.

Good:

    @font-face { font-family: Lilleby; src: url("lilleby.woff2"); }

Bad:

    @import url("https://fonts.example/lilleby.css");
""",
    (Tag.ABOUT_PEOPLE,),
)
WORD = Rule(
    "look-word",
    Level.ERROR,
    "Word files cannot begin from it: {detail}",
    "{advice}",
    """The file theme/base.docx is no Word file, or lacks something that Hverdag's Word files are made with.

Begin with a copy of Hverdag's own base.docx, and change its fonts, its margins and the head of its page in Word.
""",
)
OF_OWN_FRAME = Rule(
    "look-frame",
    Level.HINT,
    "The template is used on a USB stick alone: on the server the pages stand in the site's own frame.",
    "Put what it does in a template of the site's (`custom_dir` in mkdocs.yml), or write it as {better} there.",
    """A template in theme/ for the header, the foot or the page around a text, in a site whose own frame the pages
stand in (`frame: site` in mkdocs.yml). What the theme draws is changed as in any site with Material; templates for what
stands inside a page, for paper and for Word are used as ever.
""",
)
RULES = (OF_OWN_FRAME, TEMPLATE, BLOCK, LACKING, FILE, MISSING, REQUEST, WORD)

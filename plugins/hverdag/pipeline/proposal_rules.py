"""The rules about what a proposal may not bring along, whatever a publication may hold."""

from ..model.problem import Level, Rule

CODE = Rule(
    "proposal-code",
    Level.ERROR,
    'A proposal cannot bring this along: "{given}". It can run code.',
    "Take it out of the proposal, and ask whoever runs the handbook to put it in.",
    """A setting or a file that runs code when the handbook is built, and that the handbook does not have already.

A proposal is looked over before anyone has agreed to it, and so it runs nothing. Whoever runs the handbook reads the
code, tries it without `--proposal`, and puts it into the handbook; proposals after that may leave it where it is.

Good:

    plugins:
      - search
      - hverdag

Bad:

    hooks:
      - my_own.py
""",
)
MACRO = Rule(
    "proposal-macro",
    Level.ERROR,
    'A page in a proposal can only ask for what Hverdag has, with plain words: "{given}" is something else.',
    "Compare with a page that works, or ask whoever runs the handbook to make what you need.",
    """A page that writes more than the name of a macro and plain words between `{{` and `}}`.

What is written there is a small program, and a proposal is looked over before anyone has agreed to it.

Good:

    {{ story("the-key") }}

Bad:

    {{ config.plugins }}
""",
)
ALLOWED = Rule(
    "proposal-allowed",
    Level.ERROR,
    'A proposal cannot put a page on the list pages_allowed: "{given}".',
    "Take it off the list in the proposal, and ask whoever runs the handbook to put it there.",
    """A page that a proposal itself puts on the list of those that may have code.

Code on a page runs in the browsers of those who read it. Whoever answers for it puts the page on the list, not the one
who has written it.
""",
)
RULES = (CODE, MACRO, ALLOWED)

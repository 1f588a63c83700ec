"""A story that names a workplace where so few people work that all of them know who it is about.

`workplace` says in general words where it happened, and readers see it. At a workplace with fewer than five people, or
with fewer than `fewest` in handbook.yml, its name is as good as the name of somebody.

Good:

    workplace: A staff function at head office

Bad:

    workplace: The IT office
"""

import re
from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.uptake.workplaces import key, workplaces_of

RULE = Rule(
    "story-small-workplace",
    Level.WARNING,
    '"{given}" names a workplace where fewer than {count} people work, and colleagues know who it is about.',
    "Write in more general words where it happened.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)

_FEWEST_LETTERS = 4
"""A shorter name may be a word like any other, unless it is all there is."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a warning for each story whose `workplace` names a small workplace."""
    fewest = handbook.settings.floor
    small = [one for one in workplaces_of(handbook).workplaces if one.is_small(fewest)]
    names = {name for one in small for name in (one.name, *one.former) if name}
    keys, long = {key(name) for name in names}, [re.escape(name) for name in names if len(name) >= _FEWEST_LETTERS]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(long)})(?!\w)", re.IGNORECASE) if long else None
    for story in handbook.stories if names else ():
        if key(story.workplace) in keys or (pattern and pattern.search(story.workplace)):
            yield RULE.at(story.at("workplace"), given=story.workplace, count=fewest)

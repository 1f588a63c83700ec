"""A reason for declining a story that gives away where it came from.

The page on what became of the contributions shows the reasons, and nothing else of what was left out.

Good:

    workplace: Home care, night shift
    response:
      answer: declined
      reason: We want to wait until we know whether the trial works.
      date: 2026-05-04
      role: The directors

Bad:

    workplace: Home care, night shift
    response:
      answer: declined
      reason: The night shift in home care is right, but we want to wait.
      date: 2026-05-04
      role: The directors
"""

import re
from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Tag
from ....model.texts.answers import Answer
from ....model.texts.story import Story

RULE = Rule(
    "response-private",
    Level.ERROR,
    'The reason holds "{given}", and everyone can read why stories were left out.',
    "Say it without the title, the workplace and the roles. The rest belongs in the letter to the contributors.",
    __doc__,
    (Tag.ABOUT_PEOPLE,),
)

SHORTEST = 5
"""Letters: a shorter word says too little to give anyone away."""


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each declined story whose reason holds its title, workplace or a role."""
    for story in handbook.stories:
        response = story.response
        if response and response.answer is Answer.DECLINED:
            for part in dict.fromkeys(part for part in _private(story) if _is_named(part, response.reason)):
                yield RULE.at(story.at("response", "reason"), given=part)


def _is_named(part: str, reason: str) -> bool:
    """Return True if a reason contains a word or a phrase, with any Danish ending."""
    ending = r"(?:s|e|t|n|en|et|er|r|ne|erne|ens|ets|ernes)?"
    return re.search(rf"\b{re.escape(part.casefold())}{ending}\b", reason.casefold()) is not None


def _private(story: Story) -> Iterator[str]:
    """Yield the texts that could identify a story: its title, if of several words, the parts of its workplace and
    roles, such as `hjemmeplejen` and `nattevagt`, and names inside the workplace, such as `Solbakken`."""
    if len(story.title.split()) > 1:
        yield story.title
    yield from re.findall(r"(?<=\s)[»\"]?([A-ZÆØÅ][\w-]{2,})", story.workplace)
    for text in (story.workplace, *(contributor.role for contributor in story.contributors)):
        yield from (part.strip() for part in re.split("[,;/(]", text) if len(part.strip()) >= SHORTEST)

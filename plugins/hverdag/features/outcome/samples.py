"""The answers that a story may lack, as they are written: who answered is taken from those who answered others."""

from collections.abc import Iterable, Mapping
from datetime import date

from ...model.declared import Declared
from ...model.handbook import Handbook
from ...model.language import Language
from ...model.message import Message, message
from ...model.samples import TO_FILL, lines, required
from ...model.texts.answers import Answer, Decision, Response, Selection
from ...model.texts.story import State, Story
from ...model.yaml_text import Data, block

_GROUP = {Language.DANISH: "Værdigruppen", Language.ENGLISH: "The values group"}
_MANAGEMENT = {Language.DANISH: "Direktionen", Language.ENGLISH: "The directors"}


def decision_lines(handbook: Handbook, today: date) -> str:
    """Return the lines of a decision of today."""
    group = _usual((story.decision.group for story in handbook.stories if story.decision), _group(handbook))
    return _lines("decision", Decision, {"date": today, "group": group})


def response_lines(handbook: Handbook, story: Story, today: date) -> str:
    """Return the lines of a response of today, which goes with the state of a story."""
    language = handbook.settings.language
    role = _usual((story.response.role for story in handbook.stories if story.response), _MANAGEMENT[language])
    answer = Answer.DECLINED if story.state is State.DECLINED else Answer.CHOSEN
    return _lines("response", Response, {"answer": str(answer), "date": today, "role": role})


def selection_lines(handbook: Handbook, today: date) -> tuple[Message, str]:
    """Return where in handbook.yml to write the yes to every published story that needs one, and its lines. How many
    were asked, and how many said yes, only people know."""
    settings, selection = handbook.settings, handbook.settings.selection
    asked = [story.id for story in handbook.published if handbook.requirements(story).selection]
    if selection:
        stories = list(dict.fromkeys((*selection.stories, *asked)))
        where = message("in the selection for {edition}", edition=selection.edition)
        return where, "\n".join(block({"stories": stories}, "    "))
    days: dict[str, Data] = {"edition": settings.edition, "date": today, "group": _group(handbook)}
    held = [required(Selection, {**days, "nodded": TO_FILL, "of": TO_FILL, "stories": asked})]
    first, _, rest = lines("selections", held).partition("\n")
    return message("under selections"), rest if settings.selections else f"{first}\n{rest}"


def _lines(name: str, kind: type[Declared], known: Mapping[str, Data]) -> str:
    return lines(name, required(kind, known))


def _group(handbook: Handbook) -> str:
    return _usual((one.group for one in handbook.settings.selections), _GROUP[handbook.settings.language])


def _usual(said: Iterable[str], usual: str) -> str:
    """Return the first word that somebody has said, or else the usual one."""
    return next(filter(None, said), usual)

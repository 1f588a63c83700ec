"""The columns of a file of receipts, and what they may be called."""

from ...model.language import Language
from ...parse.csv_headings import Column
from ..tables.marks import MARK

_DANISH = ("Dato", "Arbejdsplads", "Redskab", "Deltagere", "Hvad skete der?", "Næste gang", "Må offentliggøres")
_ENGLISH = ("Date", "Workplace", "Tool", "Participants", "What happened?", "Next time", "May be published")
_OTHERS = (
    ("dag", "day", "hvornår", "hvornår var det?", "when", "dato for mødet", "brugt den"),
    ("arbejdspladser", "workplaces", "arbejdssted", "enhed", "unit", "institution", "hvilken arbejdsplads?"),
    ("værktøj", "kode", "code", "redskabets kode", "hvad brugte I?", "what did you use?", "tool code"),
    ("antal deltagere", "antal", "people", "number of participants", "hvor mange deltog?", "hvor mange var med?"),
    ("hvad skete", "sætning", "sentence", "én sætning", "en sætning", "what happened", "skriv én sætning"),
    ("næste dato", "next", "next date", "hvornår går I videre?", "hvornår næste gang?", "næste gang (dato)"),
    ("må vi udgive sætningen?", "må udgives", "may we publish the sentence?", "må sætningen udgives?", "publish"),
)
IDS = ("date", "workplaces", "tool", "people", "sentence", "next", "publish")
YES = frozenset(("ja", "yes", "x", "j", "y", "sand", "true", "1"))
NO = frozenset(("", "nej", "no", "n", "falsk", "false", "0"))


def columns(language: Language) -> tuple[Column, ...]:
    """Return the columns of a file of receipts, with the headings of a language first."""
    own, other = (_DANISH, _ENGLISH) if language is Language.DANISH else (_ENGLISH, _DANISH)
    return (
        *(
            Column(id, (own[at], other[at], *_OTHERS[at]), required=id in ("date", "workplaces", "tool"))
            for at, id in enumerate(IDS)
        ),
        MARK,
    )

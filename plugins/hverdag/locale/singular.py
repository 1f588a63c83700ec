"""Messages of which one number stands for a plural, as they are where that number is one.

`Catalogue.count` is for messages of the edge. Those of rules are filled in by name, and say here what they are for one.
"""

from collections.abc import Mapping

from ..model.message import message

_SINGULAR = {
    ("The row has {count} cells, but there are only {most} headings, so the cell would be lost.", "most"): message(
        "The row has {count} cells, but there is only {most} heading, so the cell would be lost."
    ),
    ("The row has {number} cells, and there are {wanted} headings.", "number"): message(
        "The row has {number} cell, and there are {wanted} headings."
    ),
    ("The row has {number} cells, and there are {wanted} headings.", "wanted"): message(
        "The row has {number} cells, and there is {wanted} heading."
    ),
    (
        "The waiver speaks for {count} places, but the check finds {found}. None of them is waived.",
        "count",
    ): message("The waiver speaks for {count} place, but the check finds {found}. None of them is waived."),
    ("The board game is not made: there are {count} values, and it takes {fewest} to {most}.", "count"): message(
        "The board game is not made: there is {count} value, and it takes {fewest} to {most}."
    ),
    ("The story has {count} words; {fewest} to {most} works best.", "count"): message(
        "The story has {count} word; {fewest} to {most} works best."
    ),
    ("{number} more stories: there is no room for them here.", "number"): message(
        "{number} more story: there is no room for it here."
    ),
    ("it must show {{{{ gap }}}} in {number} places.", "number"): message(
        "it must show {{{{ gap }}}} in {number} place."
    ),
    ("{number} cannot have said yes: there are {slips} slips.", "slips"): message(
        "{number} cannot have said yes: there is {slips} slip."
    ),
    (
        "{number} of the {all} answers in the file are just like answers that were taken in before.",
        "number",
    ): message("{number} of the {all} answers in the file is just like one that was taken in before."),
    ("Begin the line with {count} spaces, and no tab.", "count"): message(
        "Begin the line with {count} space, and no tab."
    ),
    ("Write it as {better}, with {count} spaces in front.", "count"): message(
        "Write it as {better}, with {count} space in front."
    ),
    ("Let each of its lines begin with {count} spaces, and what is inside it with four more.", "count"): message(
        "Let each of its lines begin with {count} space, and what is inside it with four more."
    ),
    ("{minutes} min., {turns} turns", "turns"): message("{minutes} min., {turns} turn"),
    ("The steps take {count} minutes in all, but here it says {total}.", "count"): message(
        "The steps take {count} minute in all, but here it says {total}."
    ),
    ("There are {number} answers from {unit}, and only {asked} were asked.", "asked"): message(
        "There are {number} answers from {unit}, and only {asked} was asked."
    ),
}
_BY_TEXT: dict[str, dict[str, str]] = {}
for (_text, _name), _one in _SINGULAR.items():
    _BY_TEXT.setdefault(_text, {})[_name] = _one.text


def singular(text: str, parameters: Mapping[str, object]) -> str:
    """Return a message as it is with these parameters: in the singular if the number that it is about is one."""
    forms = _BY_TEXT.get(text)
    if not forms:
        return text
    return next((one for name, one in forms.items() if parameters.get(name) == 1), text)

"""values/addresses.yml to former addresses, and what is wrong with its form."""

from pathlib import Path

from ..model.former import PATH, FormerAddress, former_line
from ..model.problem import Problem, Source
from . import rules
from .files import read_text
from .front_matter import read_fields
from .remedies import line
from .tree import Tree

EXAMPLE = "vaerdier/tillid/"

Formers = tuple[FormerAddress, ...]


def read_former(root: Path) -> tuple[Formers, list[Problem]]:
    """Return the former addresses of a publication, and the problems of the file. A publication need not have it."""
    if not (root / PATH).exists():
        return (), []
    text, problems = read_text(root, PATH)
    formers, faults = former_of(text or "")
    return formers, [*problems, *faults]


def former_of(text: str) -> tuple[Formers, list[Problem]]:
    """Return the former addresses in the text of the file, and the problems of its form."""
    tree = read_fields(text, PATH)
    problems, formers = list(tree.problems), list[FormerAddress]()
    for key, given in tree.data.items():
        if not isinstance(given, list):
            problems.append(rules.LIST.at(_place(tree, key), **line(former_line(str(key), [_address(given)]))))
            continue
        for number, address in enumerate(given):
            source = _place(tree, key, number)
            if not isinstance(address, str):
                problems.append(rules.TEXT.at(source, **line(_address(address))))
            elif not address.strip():
                problems.append(rules.EMPTY.at(source))
            else:
                formers.append(FormerAddress(key, address.strip(), source, Source(PATH, *tree.keys[key,])))
    return tuple(formers), problems


def _address(given: object) -> str:
    """Return what was given if it is a text, and else an address as one is written."""
    return given.strip() if isinstance(given, str) and given.strip() else EXAMPLE


def _place(tree: Tree, *place: str | int) -> Source:
    return Source(PATH, *tree.places[place])

"""What MkDocs says of a setting in mkdocs.yml, with the line that it stands in."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ..model.message import Message, message
from ..model.problem import Parameter, Problem, Source
from ..model.suggest import suggestion
from ..parse.files import file_lines
from ..pipeline.plain_site import MKDOCS
from ..web import page_rules
from .options import NAME, OPTIONS

_SETTING = re.compile(r"Config value '(?P<name>[^']+)': (?P<told>.*)", re.DOTALL)
_UNKNOWN = "Unrecognised configuration name"
_NOT_INSTALLED = re.compile(r'The "(?P<name>[^"]+)" plugin is not installed')
_TWICE = re.compile(r"Plugin '(?P<name>[^']+)' was specified multiple times")
_OPTION = re.compile(r"Plugin '(?P<plugin>[^']+)' option '(?P<option>[^']+)': (?P<told>.*)", re.DOTALL)
_CHOICE = re.compile(r"Expected one of: \((?P<choices>[^)]*)\) but received: '(?P<given>[^'\n]*)'")
_TRUTH = re.compile(r"Expected (?:boolean|type: <class 'bool'>) but received")
_INHERITED = re.compile(r"INHERIT:\s*[\"']?(?P<path>[^\s\"'#]+)")
_MOST_PARENTS = 5


def setting_fault(text: str, root: Path) -> Problem | None:
    """Return the problem of a setting that MkDocs logs something about; None if it is about something else."""
    found = _SETTING.search(text)
    return _of_setting(found["name"], found["told"].strip(), root) if found else None


def setting_source(root: Path, *names: str) -> Source:
    """Return the place of a setting, given by its name and the names inside it: in mkdocs.yml, or in a file that it
    inherits. Of names that are nowhere, the place of the nearest around them."""
    for path, lines in _files(root, MKDOCS, _MOST_PARENTS):
        place = _place(lines, names)
        if place:
            return Source(path, *place, names[0])
    return Source(MKDOCS, field=names[0])


def refused(root: Path, detail: Message, advice: Message, *names: str, **more: Parameter) -> Problem:
    """Return a problem of a setting, at its place."""
    return page_rules.CONFIG.at(setting_source(root, *names), detail=detail, advice=advice, **more)


def _of_setting(name: str, told: str, root: Path) -> Problem:
    advice = message("Correct it, or take it out.")
    if told.startswith(_UNKNOWN):
        return unknown_setting(root, name)
    if twice := _TWICE.match(told):
        detail = message('the plugin "{given}" is listed twice.', given=twice["name"])
        return refused(root, detail, message("Delete one of them."), "plugins", _short(twice["name"]))
    if missing := _NOT_INSTALLED.match(told):
        detail = message('the plugin "{given}" is not installed.', given=missing["name"])
        return refused(root, detail, message("Install it, or take it out."), "plugins", _short(missing["name"]))
    places = [name]
    if option := _OPTION.match(told):
        places, told = ["plugins", _short(option["plugin"]), option["option"]], option["told"]
        if known := _of_option(root, places[1], places[2], told):
            return known
    told = told.split("\n", 1)[0].replace(f"{root}/", "").rstrip(".")
    detail = message("{given}: {told}.", given=" / ".join(places), told=told)
    return refused(root, detail, advice, *places)


def unknown_setting(root: Path, name: str) -> Problem:
    """Return the problem of a setting that MkDocs does not have."""
    detail = message('there is no setting called "{given}".', given=name)
    near = suggestion(name, [key for key, _ in MkDocsConfig._schema])
    return refused(root, detail, message("Correct it, or take it out."), name, **near)


def unknown_option(root: Path, plugin: str, option: str) -> Problem:
    """Return the problem of an option that a plugin does not have."""
    detail = message('the plugin "{given}" has no option called "{option}".', given=plugin, option=option)
    near = suggestion(option, OPTIONS) if plugin == NAME else {}
    return refused(root, detail, message("Correct it, or take it out."), "plugins", plugin, option, **near)


def _of_option(root: Path, plugin: str, option: str, told: str) -> Problem | None:
    """Return the problem of an option of a plugin in our words; None if we have none for it."""
    if told.startswith(_UNKNOWN):
        return unknown_option(root, plugin, option)
    name, advice = f"{plugin} / {option}", message("Correct it, or take it out.")
    if found := _CHOICE.match(told):
        choices = ", ".join(re.findall(r"'([^']+)'", found["choices"]))
        detail = message('{name} is "{given}", and can be {choices}.', name=name, given=found["given"], choices=choices)
        return refused(root, detail, advice, "plugins", plugin, option)
    if _TRUTH.match(told):
        return refused(root, message("{name} can be true or false.", name=name), advice, "plugins", plugin, option)
    return None


def _short(plugin: str) -> str:
    """Return the name of a plugin as mkdocs.yml may have it, without its number or the theme's name."""
    return plugin.partition(" #")[0].removeprefix("material/")


def _files(root: Path, path: str, parents: int) -> Iterator[tuple[str, list[str]]]:
    lines = file_lines(root, path)
    yield path, lines
    inherited = next((found["path"] for line in lines if (found := _INHERITED.match(line))), "")
    if inherited and parents:
        yield from _files(root, posixpath.normpath(posixpath.join(posixpath.dirname(path), inherited)), parents - 1)


def _place(lines: list[str], names: tuple[str, ...]) -> tuple[int, int] | None:
    """Return the line and column of a setting, or of the innermost one around it that is there."""
    place, begins, ends = None, 0, len(lines)
    for depth, name in enumerate(names):
        pattern = re.compile(_written(name) if depth else rf"[\"']?{re.escape(name)}[\"']?\s*:")
        found = (
            (number, pattern.search(lines[number]) if depth else pattern.match(lines[number]))
            for number in range(begins, ends)
        )
        number, match = next(((number, match) for number, match in found if match), (0, None))
        if match is None:
            return place
        place, begins = (number + 1, match.start() + 1), number
        if not depth:
            later = (at for at in range(number + 1, ends) if re.match(r"[^\s#-]", lines[at]))
            ends = next(later, ends)
    return place


def _written(name: str) -> str:
    return rf"(?<![\w./-]){re.escape(name)}(?![\w/-])"

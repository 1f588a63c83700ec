"""A takedown list as plain text: boxes to tick, in the order that matters."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from ..locale import Catalogue
from ..model.editorial.takedown import Copy, Span, Takedown
from ..model.protection import PREVIEW_DAYS

MOST_FILES = 60
"""So many files of one copy are named; the manifest names them all."""


def takedown_text(found: Takedown, words: Catalogue, line: Callable[[str], str]) -> str:
    """Return what there is to go through when a story is withdrawn, as a numbered list. `line` makes each line such
    that it can be shown: names of files and editions may hold anything."""
    parts = (_build(words), _copies(found, words), _paper(found, words), _editions(found, words), _left(found, words))
    told = [part for part in map(list, parts) if part]
    return "\n\n".join(f"{number}. " + "\n".join(map(line, part)) for number, part in enumerate(told, 1)) + "\n"


def _box(text: str) -> str:
    return f"   [ ] {text}"


def _build(words: Catalogue) -> Iterator[str]:
    say = words.say
    yield say("Take it out now")
    yield _box(say("Run hverdag build, and publish the site. The build at night does the same."))
    yield _box(say("Commit the change and merge it, so that nobody puts the story back by mistake."))
    yield _box(say("Run hverdag offline, if you pass on an offline edition."))


def _copies(found: Takedown, words: Catalogue) -> Iterator[str]:
    say = words.say
    if not (found.copies or found.media or found.releases or found.forgotten or found.unread):
        return
    yield say("Files you can remove by hand right now")
    for copy in found.copies:
        yield from _copy(copy, words)
    for release in found.releases:
        yield _box(say("{path}: an earlier release of the site, kept on this computer", path=release))
    for path in found.media:
        yield _box(say("{path}: belongs to the story", path=path))
    for unread in found.unread:
        told = say("{path}: nothing can be read of what is in that edition. Look through it yourself.", path=unread)
        yield _box(told)
    if found.forgotten:
        gone = words.count("{number} kept file was deleted.", "{number} kept files were deleted.", found.forgotten)
        yield f"   {gone}"


def _copy(copy: Copy, words: Catalogue) -> Iterator[str]:
    made = {"path": copy.place, "edition": copy.edition, "day": words.day(copy.day)}
    if copy.place.suffix.lower() == ".zip":
        yield _box(
            words.say("{path}, made on {day} ({edition}): the whole zip file, also where it was copied to", **made)
        )
        return
    yield _box(words.say("{path}, made on {day} ({edition}):", **made))
    yield from (f"         {path}" for path in copy.files[:MOST_FILES])
    if len(copy.files) > MOST_FILES:
        yield f"         {words.say('and {number} more: see edition.json', number=len(copy.files) - MOST_FILES)}"
    if copy.shared:
        more = words.count(
            "and {number} page or file that tells of others too: it is made anew when you build",
            "and {number} pages and files that tell of others too: they are made anew when you build",
            copy.shared,
        )
        yield f"         {more}"


def _paper(found: Takedown, words: Catalogue) -> Iterator[str]:
    if not found.paper:
        return
    yield words.say("What may have been printed or saved: ask for it back, and throw it out")
    for folder, names in _by_folder(found.paper):
        yield _box(f"{folder}{', '.join(names)}")


def _by_folder(paths: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    held: dict[str, list[str]] = {}
    for path in paths:
        folder, slash, name = path.rpartition("/")
        held.setdefault(folder + slash, []).append(name)
    yield from held.items()


def _editions(found: Takedown, words: Catalogue) -> Iterator[str]:
    spans: Sequence[Span] = found.lifetime.spans
    if not spans:
        return
    yield words.say("Editions it has been in, as far as git knows")
    for span in spans:
        edition, first = span.edition or "–", words.day(span.first)
        if span.last:
            told = words.say(
                "{edition}: from {first} to {last}", edition=edition, first=first, last=words.day(span.last)
            )
        else:
            told = words.say("{edition}: from {first}", edition=edition, first=first)
        yield _box(told)


def _left(found: Takedown, words: Catalogue) -> Iterator[str]:
    say, lifetime = words.say, found.lifetime
    yield say("Where the text still is, after all this")
    if lifetime.commits:
        commits = words.count("{number} commit", "{number} commits", lifetime.commits)
        where = ", ".join(lifetime.paths)
        yield _box(
            say(
                "Git's history: {commits} of {paths}, here, in the forge and in every clone.",
                commits=commits,
                paths=where,
            )
        )
        yield f"         {say('If it must go there too, an engineer rewrites the history (git filter-repo).')}"
        yield f"         {say('Then everyone clones anew, and the forge is asked to delete what it keeps.')}"
    if lifetime.is_shallow:
        yield f"         {say('The clone here is not whole: there may be more. Run git fetch --unshallow.')}"
    if lifetime.is_cut:
        yield f"         {say('The history is so long that not all of it was looked through: there may be more.')}"
    yield _box(say("Pull requests and issues: the text, the review report and the comments. Delete or edit them."))
    yield _box(
        say(
            "Artifacts and previews of the workflows: delete them. By themselves they go after {days} days.",
            days=PREVIEW_DAYS,
        )
    )
    yield _box(say("Releases, packages and backups of the server, and files people have saved or mailed."))
    yield _box(
        say(
            "When all is done: delete {path}, and write {code} under retired: in values/handbook.yml.",
            path=found.path,
            code=found.code,
        )
    )
    if found.references:
        yield f"         {say('Before that, take the story out of these files, which refer to it:')}"
        yield from (f"         {path}" for path in found.references)

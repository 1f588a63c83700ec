"""A takedown list as plain text: boxes to tick, the most urgent first."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from ..locale import Catalogue
from ..model.editorial.takedown import Copy, Span, Takedown
from ..model.retention import PREVIEW_DAYS

MOST_FILES = 60
"""Maximum number of files listed for one copy; its manifest lists all of them."""


def takedown_text(takedown: Takedown, words: Catalogue, line: Callable[[str], str]) -> str:
    """Return a numbered list of what to remove when a story is withdrawn. `line` makes a line safe to print: names of
    files and editions may contain control characters and personal numbers."""
    parts = (
        _build(words),
        _copies(takedown, words),
        _paper(takedown, words),
        _editions(takedown, words),
        _left(takedown, words),
    )
    sections = [part for part in map(list, parts) if part]
    return "\n\n".join(f"{number}. " + "\n".join(map(line, part)) for number, part in enumerate(sections, 1)) + "\n"


def _box(text: str) -> str:
    return f"   [ ] {text}"


def _build(words: Catalogue) -> Iterator[str]:
    say = words.say
    yield say("Take it out now")
    yield _box(say("Run hverdag build, and publish the site. The build at night does the same."))
    yield _box(say("Commit the change and merge it, so that nobody puts the story back by mistake."))
    yield _box(say("Run hverdag offline, if you pass on an offline edition."))


def _copies(takedown: Takedown, words: Catalogue) -> Iterator[str]:
    say = words.say
    if not (takedown.copies or takedown.media or takedown.releases or takedown.forgotten or takedown.unread):
        return
    yield say("Files you can remove by hand right now")
    for copy in takedown.copies:
        yield from _copy(copy, words)
    for release in takedown.releases:
        yield _box(say("{path}: an earlier release of the site, kept on this computer", path=release))
    for path in takedown.media:
        yield _box(say("{path}: belongs to the story", path=path))
    for unread in takedown.unread:
        text = say("{path}: nothing can be read of what is in that edition. Look through it yourself.", path=unread)
        yield _box(text)
    if takedown.forgotten:
        gone = words.count("{number} kept file was deleted.", "{number} kept files were deleted.", takedown.forgotten)
        yield f"   {gone}"


def _copy(copy: Copy, words: Catalogue) -> Iterator[str]:
    details = {"path": copy.place, "edition": copy.edition, "day": words.day(copy.day)}
    if copy.place.suffix.lower() == ".zip":
        yield _box(
            words.say(
                "{path}, made on {day} ({edition}): the whole zip file, wherever it was copied to as well", **details
            )
        )
        return
    yield _box(words.say("{path}, made on {day} ({edition}):", **details))
    yield from (f"         {path}" for path in copy.files[:MOST_FILES])
    if len(copy.files) > MOST_FILES:
        yield f"         {words.say('and {number} more: see edition.json', number=len(copy.files) - MOST_FILES)}"
    if copy.shared:
        more = words.count(
            "and {number} page or file that mentions others too: it is made anew when you build",
            "and {number} pages and files that mention others too: they are made anew when you build",
            copy.shared,
        )
        yield f"         {more}"


def _paper(takedown: Takedown, words: Catalogue) -> Iterator[str]:
    if not takedown.paper:
        return
    yield words.say("What may have been printed or saved: ask for it back, and throw it out")
    for folder, names in _by_folder(takedown.paper):
        yield _box(f"{folder}{', '.join(names)}")


def _by_folder(paths: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    names_by_folder: dict[str, list[str]] = {}
    for path in paths:
        folder, slash, name = path.rpartition("/")
        names_by_folder.setdefault(folder + slash, []).append(name)
    yield from names_by_folder.items()


def _editions(takedown: Takedown, words: Catalogue) -> Iterator[str]:
    spans: Sequence[Span] = takedown.lifetime.spans
    if not spans:
        return
    yield words.say("Editions it has been in, as far as git knows")
    for span in spans:
        edition, first = span.edition or "–", words.day(span.first)
        if span.last:
            text = words.say(
                "{edition}: from {first} to {last}", edition=edition, first=first, last=words.day(span.last)
            )
        else:
            text = words.say("{edition}: from {first}", edition=edition, first=first)
        yield _box(text)


def _left(takedown: Takedown, words: Catalogue) -> Iterator[str]:
    say, lifetime = words.say, takedown.lifetime
    yield say("Where the text still is, after all this")
    if lifetime.commits:
        commits = words.count("{number} commit", "{number} commits", lifetime.commits)
        where = ", ".join(lifetime.paths)
        yield _box(
            say(
                "Git's history: {commits} of {paths}, here, at the git service and in every clone.",
                commits=commits,
                paths=where,
            )
        )
        yield f"         {say('If it must go there too, an engineer rewrites the history (git filter-repo).')}"
        yield f"         {say('Then everyone clones anew, and the git service is asked to delete what it keeps.')}"
    if lifetime.is_shallow:
        yield f"         {say('The clone here is not complete: there may be more. Run git fetch --unshallow.')}"
    if lifetime.is_cut:
        yield f"         {say('The history is so long that not all of it was looked through: there may be more.')}"
    yield _box(say("Pull requests and issues: the text, the review report and the comments. Delete or edit them."))
    yield _box(
        say(
            "Artifacts and previews of the workflows: delete them. They go by themselves after {days} days.",
            days=PREVIEW_DAYS,
        )
    )
    yield _box(say("Releases, packages and backups of the server, and files people have saved or emailed."))
    yield _box(
        say(
            "When all is done: delete {path}, and write {code} under retired: in values/handbook.yml.",
            path=takedown.path,
            code=takedown.code,
        )
    )
    if takedown.references:
        yield f"         {say('Before that, take the story out of these files, which refer to it:')}"
        yield from (f"         {path}" for path in takedown.references)

"""Whether a folder would get into git."""

from pathlib import Path

from .git import GitError, Repository


class _Ignoring(Repository):
    """A repository that is asked what it passes over."""

    def passes_over(self, path: Path) -> bool:
        """Return True if git is told to ignore a file or a folder."""
        try:
            # It is the one command that refuses to take paths literally.
            self._ask("--no-literal-pathspecs", "check-ignore", "--quiet", "--", str(path))
        except GitError:
            return False
        return True


def gets_into_git(folder: Path) -> bool:
    """Return True if a folder, which need not be there yet, lies in a repository that does not pass over it."""
    here = next((path for path in (folder, *folder.parents) if path.is_dir()), Path("/"))
    try:
        return not _Ignoring(here).passes_over(folder)
    except GitError:
        return False

"""The theme's templates, compiled once in a process. MkDocs compiles them anew for each build of a preview, which takes
longer than to read and check the publication."""

from functools import cache
from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache


class CompiledTemplates(BytecodeCache):
    """Compiled templates, in memory only: code that lay in a file could be another's.

    Each is known by its file, by what stands in it, and by whether it escapes.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[object, ...], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja the code of a template that was compiled before, if it was."""
        bucket.code = self._codes.get(_key(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template for the next build."""
        if bucket.code is not None:
            self._codes[_key(bucket)] = bucket.code


def _key(bucket: Bucket) -> tuple[object, ...]:
    found = bucket.environment
    return (bucket.key, bucket.checksum, str(found.autoescape), *sorted(found.extensions))


@cache
def compiled_templates() -> CompiledTemplates:
    """Return what was compiled so far."""
    return CompiledTemplates()

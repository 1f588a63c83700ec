"""A publication among others, for whoever builds or shows them all."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ListedPublication:
    """A publication, by the path of its folder from the one that was looked through, and what it says of itself."""

    path: str
    title: str
    organisation: str
    edition: str

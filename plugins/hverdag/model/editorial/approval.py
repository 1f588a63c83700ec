"""A forge's approval of a change, and which account belongs to which contributor."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ..declared import Declared, Placed, Text, declared


class Opinion(StrEnum):
    """What a review in a forge says of the change. NONE is a comment, which takes nothing back."""

    APPROVED = "approved"
    CHANGES_REQUESTED = "changes_requested"
    DISMISSED = "dismissed"
    NONE = "none"


@dataclass(frozen=True)
class Approval:
    """A review in a forge: the reviewer's login and number, the day, the commits, and what it says.

    `commit` is the one that the reviewer saw, `head` the last one of the change when the event was sent, and `base`
    the one that the change is to be merged into. A login can change hands; the number of an account never does.
    """

    login: str
    account: str
    day: date
    commit: str
    head: str
    base: str
    opinion: Opinion


@dataclass(frozen=True)
class GivenReview:
    """A review of a change, as the forge lists them: the number of the account, what it says, the commit that was seen,
    when it was given, and the account's name, which is for people to read and decides nothing."""

    account: str
    opinion: Opinion
    commit: str
    given: datetime
    login: str = ""


@dataclass(frozen=True)
class ForgeRecord:
    """What a forge knows of a change: its reviews, the oldest first, and whom each account speaks for, if that is known
    here."""

    reviews: tuple[GivenReview, ...]
    accounts: "Accounts | None" = None


class AccountNod(Declared):
    """A contributor that an account speaks for."""

    story: Text = declared("Story", "The story's file name.", required=True)
    role: Text = declared("Role", "The contributor's role, as the story says it.", required=True)


class Account(Declared):
    """An account in the forge, and the contributors that it speaks for. `login` is a help for people, and decides
    nothing: a name in the forge can change hands."""

    id: Text = declared("Number", "The account's number in the forge, which never changes.", required=True)
    login: Text = declared("Login", "The account's name in the forge, for those who read the file.")
    nods: tuple[AccountNod, ...] = declared("Nods", "The contributors that it speaks for.", default=(), required=True)


class Accounts(Placed):
    """Which account belongs to which contributor: a file outside the handbook."""

    accounts: tuple[Account, ...] = declared("Accounts", "The accounts.", default=(), required=True)

    def of(self, number: str) -> tuple[AccountNod, ...]:
        """Return the contributors that the account with a number speaks for."""
        return tuple(nod for account in self.accounts if account.id == number for nod in account.nods)

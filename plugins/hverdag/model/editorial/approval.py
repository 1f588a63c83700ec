"""A forge's approval of a change, and which account belongs to which contributor."""

from dataclasses import dataclass
from datetime import date

from ..declared import Declared, Placed, Text, declared


@dataclass(frozen=True)
class Approval:
    """A review in a forge: the reviewer's login, the number of the change, the day, and the commits.

    `commit` is the one that the reviewer saw, `head` the last one of the change when the event was sent, and `base`
    the one that the change is to be merged into.
    """

    login: str
    number: int
    day: date
    commit: str
    head: str
    base: str
    approved: bool


class AccountNod(Declared):
    """A contributor that an account speaks for."""

    story: Text = declared("Story", "The story's file name.", required=True)
    role: Text = declared("Role", "The contributor's role, as the story says it.", required=True)


class Account(Declared):
    """An account in the forge, and the contributors that it speaks for."""

    login: Text = declared("Login", "The account's name in the forge.", required=True)
    nods: tuple[AccountNod, ...] = declared("Nods", "The contributors that it speaks for.", default=(), required=True)


class Accounts(Placed):
    """Which account belongs to which contributor: a file outside the handbook."""

    accounts: tuple[Account, ...] = declared("Accounts", "The accounts.", default=(), required=True)

    def of(self, login: str) -> tuple[AccountNod, ...]:
        """Return the contributors that an account speaks for; a forge ignores case in logins."""
        wanted = login.casefold()
        return tuple(nod for account in self.accounts if account.login.casefold() == wanted for nod in account.nods)

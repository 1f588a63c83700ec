"""What is missing: which values nobody has told a story about, where, and sheets that ask for one."""

from ...model.held_data import HeldData, HeldGroup
from ...model.message import message
from ..feature import Feature
from ..kit import Macro
from ..later import Later
from ..rules import checks_in
from .printed import GROUP

FEATURE = Feature(
    id="coverage",
    checks=checks_in(f"{__name__}.rules"),
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "paper:render"),
    macros=(Macro("coverage", Later(__name__, "web:coverage")),),
    reserved_ids=("coverage",),
    print_group=GROUP,
    holds_about_people=(
        HeldData(
            group=HeldGroup.TEXTS,
            name=message("Which workplace told a story"),
            what=message(
                "The id of a workplace, in the story's own file. The handbook never shows it: it only decides which "
                "department's list a story is in, and no story from a small workplace is in any."
            ),
            where=(message("In git"),),
            until=message("As long as the story is there. Git also keeps what has been changed or deleted."),
            seen=message("Everyone with access to the repository. If it is public, that is anyone."),
            categories=(message("Ordinary data (article 6): where somebody works"),),
        ),
    ),
)

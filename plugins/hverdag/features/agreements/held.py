"""What agreements hold about people: in git next to nothing, and their wording in folders that git never sees."""

from ...model.held_data import HeldData, HeldGroup, Holds, Own
from ...model.message import message

HELD: Holds = (
    HeldData(
        group=HeldGroup.TEXTS,
        name=message("Agreements from workplaces"),
        what=message(
            "Which workplace made an agreement on which day, from which story and method, when it is looked at again, "
            "and what became of it. The wording is there only when the workplace has said yes. No person is named."
        ),
        where=(message("In git, in values/agreements"), Own.FORGE),
        until=message(
            "For 24 months. Then hverdag agreements --fold turns them into counts. Git also keeps what has been "
            "deleted."
        ),
        seen=message(
            "Everyone with access to the repository. Readers see totals, and never one workplace's agreements."
        ),
    ),
    HeldData(
        group=HeldGroup.TEXTS,
        name=message("The wording of agreements"),
        what=message(
            "What a workplace has agreed, in its own words, and what came of it. Rows from files that must be "
            "corrected, without the columns that say who filled them in."
        ),
        where=(message("In private/wordings, on the computer where the agreements were taken in"),),
        until=message("For 24 months, as the agreement. Rows to be corrected until they are corrected."),
        seen=message("Whoever takes the agreements in, and nobody else."),
    ),
    HeldData(
        group=HeldGroup.COPIES,
        name=message("A file with its own agreements for each workplace"),
        what=message("What the workplace has agreed, and what came of it. No names."),
        where=(message("In private/agreements, on the machine where the command was run, and with the workplace"),),
        until=message(
            "Until the command is run again, or someone deletes the folder. What the workplace has got is its own."
        ),
        seen=message("Whoever runs the command, and the workplace itself"),
    ),
    HeldData(
        group=HeldGroup.TEXTS,
        name=message("The list of agreements, workplace by workplace"),
        what=message(
            "When each workplace agreed on something, when it looks at it again, and whether that day has passed."
        ),
        where=(message("In private/built, on the computer that builds the handbook"),),
        until=message("Until the next build, which makes it anew from the agreements that are there"),
        seen=message("Whoever builds the handbook, and the editors who are given the file"),
    ),
    HeldData(
        group=HeldGroup.READERS,
        name=message("The leader's own agreements"),
        what=message(
            "What a leader writes as agreed on the page of a guide, if the leader asks the browser to remember it "
            "(localStorage)."
        ),
        where=(message("On the reader's own machine"),),
        until=message("Until somebody presses “Forget” on the page, or clears the browser"),
        seen=message("Whoever uses the same browser on that machine. Nothing is sent."),
    ),
)

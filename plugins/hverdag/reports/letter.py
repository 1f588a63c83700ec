"""Management's answer as a letter to the contributors of a story. The letter is never published."""

from ..locale import catalogue
from ..model.goals import points_to
from ..model.settings import Settings
from ..model.texts.answers import Answer
from ..model.texts.story import Story


def letter(story: Story, settings: Settings, language: str) -> str:
    """Return the letter as plain text, ready to be sent. The story must have a response."""
    words = catalogue(language)
    say, response = words.say, story.response
    assert response is not None  # noqa: S101 callers pass only stories with a response
    day = words.day(response.date) if response.date else ""
    chosen = response.answer is Answer.CHOSEN
    goal = settings.direction(response.goal) if response.goal else None
    who = {"role": response.role, "day": day}
    if chosen:
        decision = say("{role} read it, and chose it for the handbook on {day}.", **who)
    else:
        decision = say("{role} read it, and on {day} decided to leave it out of the handbook.", **who)
    contact = settings.contact
    parts = [
        say("Dear everyone who took part"),
        f"{say('Thank you for the story “{title}”.', title=story.heading)} {decision}",
        say("The reason is:"),
        "    " + say("“") + response.reason + say("”"),
        words.tell(points_to(goal)) if goal and chosen else "",
        ""
        if chosen
        else say(
            "Your text will not be published. Everyone can read the reason, but not which story it is about, where it "
            "happened or who took part."
        ),
        say(
            "Do you see it differently, or is there something you want to add? Then ring or write to {name}, {phone}, "
            "{mail}.",
            name=contact.name,
            phone=contact.phone,
            mail=contact.mail,
        ),
        say("Kind regards") + f"\n{settings.organisation}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"

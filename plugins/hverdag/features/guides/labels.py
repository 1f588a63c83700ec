"""The words that the scripts of guides show, in one language, embedded in the page."""

import json

from ...locale import LONG, Catalogue


def script_labels(words: Catalogue) -> str:
    """Return the words by name, as JSON."""
    return json.dumps({**_composer(words), **_meeting(words)}, ensure_ascii=False)


def _composer(words: Catalogue) -> dict[str, str | int]:
    say, plural = words.say, words.translations.ngettext
    return {
        "minute": plural("{number} minute", "{number} minutes", 1),
        "minutes": plural("{number} minute", "{number} minutes", 2),
        "hours": plural("{number} hour", "{number} hours", 2),
        "hours_and_minutes": say("{hours} and {minutes}"),
        "long": LONG,
        "choose": say("Choose a story or a value to begin with."),
        "no_data": say("The handbook's data could not be read. Load the page again."),
        "no_dilemma": say("This method needs a story with a dilemma. Choose another story or another method."),
        "no_story": say("This method needs a story. Choose a story or another method."),
        "too_short": say("The time must be from {least} to {most} minutes."),
        "composed": say("Your guide is ready: {time} in {steps} steps."),
        "strange": say("Something in the address could not be used: {what}. The rest is chosen for you."),
        "stories": say("Stories"),
        "method": say("Method"),
        "in_all": say("Minutes in all"),
        "mend": say("Correct this, and the guide is ready:"),
        "whole": say("Write whole minutes."),
        "story_here": say("The story here: {title}"),
        "stories_here": say("The stories here: {titles}"),
        "only_read": say("{title} has no dilemma. It is only read aloud."),
        "answer": say("Answer"),
        "first_choice": say("First choice"),
        "second_choice": say("Second choice"),
        "text_for_word": say("The guide as text for Word"),
        "copied": say("The guide is copied. Paste it into Word."),
        "marked": say("The text is selected. Press Ctrl+C, or Cmd+C on a Mac."),
    }


def _meeting(words: Catalogue) -> dict[str, str]:
    say = words.say
    return {
        "begin": say("Begin"),
        "next": say("Next"),
        "previous": say("Back"),
        "pause": say("Pause"),
        "go_on": say("Go on"),
        "paused": say("Paused."),
        "runs": say("The clock is running again."),
        "sound": say("Sound"),
        "letters": say("F fills the screen"),
        "full_screen": say("Fill the screen"),
        "leave_full_screen": say("Leave full screen"),
        "close": say("Close"),
        "closed": say("The meeting is no longer shown."),
        "step": say("1 step"),
        "steps": say("{number} steps"),
        "step_of": say("Step {number} of {total}"),
        "step_said": say("Step {number} of {total}: {name}. {minutes}."),
        "plan_said": say("The plan of the meeting: {steps}, {minutes} in all."),
        "total": say("In all"),
        "left": say("{time} left"),
        "about_left": say("About {minutes} left."),
        "less": say("Less than a minute left."),
        "over": say("{time} over"),
        "one_minute": say("One minute left."),
        "time_is_up": say("The time is up. Finish at your own pace."),
        "done": say("The meeting is over"),
        "agree": say("Write down what you agree, who does it, and by when."),
        "receipt": say("Fill in the receipt at the foot of the page."),
        "keys": say("Arrow keys change step, space pauses, and Esc closes."),
    }

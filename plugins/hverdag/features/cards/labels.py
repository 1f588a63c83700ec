"""The words of the page where cards are drawn, in one language."""

from collections.abc import Mapping

from ...locale import Catalogue


def draw_words(words: Catalogue) -> Mapping[str, str]:
    """Return the words that the page's script shows, by name."""
    say = words.say
    return {
        "draw": say("Draw a card"),
        "shuffle": say("Shuffle again"),
        "full_screen": say("Fill the screen"),
        "leave_full_screen": say("Leave full screen"),
        "left": say("{number} cards left of {total}"),
        "left_one": say("{number} card left of {total}"),
        "empty": say("The pile is empty. Shuffle again if you want to go on."),
        "shuffled": say("The cards are shuffled."),
        "none": say("Choose at least one kind of card and one value."),
        "unknown": say("There is no such card in the handbook. Draw another one."),
        "strange": say("Something in the address could not be used. See which cards are in the pile."),
        "no_data": say("The card could not be fetched. Try again."),
        "signs": say("How we notice it"),
        "answers": say("Possible answers"),
        "promise": say("We promise"),
        "code": say("Code"),
        "story": say("Read the story"),
        "value": say("Read about the value"),
        "made_up": say("The story is made up."),
    }

"""What a passport says in words: where a story may be met, who appears in it, and that the course of one that is made
up is made up too."""

from collections.abc import Sequence

from ..features.passport.model import Passport
from ..locale import Catalogue
from ..model.texts.consent import Channel, Consent, Mentioned


def passport_words(passport: Passport | None, words: Catalogue) -> dict[str, str]:
    """Return everything that is said in whole sentences."""
    return {
        "invented_parts": invented_parts(passport, words),
        "allowed_words": allowed_words(passport.consent if passport else None, words),
        "mentioned_words": mentioned_words(passport.mentioned if passport else None, words),
    }


def invented_parts(passport: Passport | None, words: Catalogue) -> str:
    """Return what there is of an invented story's course, as `nods, decision and response`; nothing where there is
    none."""
    if passport is None or not passport.invented:
        return ""
    named = (
        (passport.nodded, words.say("nods")),
        (passport.decision, words.say("decision")),
        (passport.response, words.say("response")),
        (passport.consent, words.say("consent")),
    )
    return _joined([name for part, name in named if part], words)


def allowed_words(consent: Consent | None, words: Catalogue) -> str:
    """Return where and until when a story may be met, as a sentence."""
    if consent is None or not consent.channels:
        return ""
    names = {
        Channel.INTRANET: words.say("on the intranet"),
        Channel.PRINT: words.say("on paper"),
        Channel.OUTSIDE: words.say("outside the organisation"),
    }
    where = _joined([names[channel] for channel in Channel if channel in consent.channels], words)
    if consent.until is None:
        return words.say("Whoever told it has consented to its being met {where}.", where=where)
    day = words.day(consent.until)
    return words.say("Whoever told it has consented to its being met {where}, until {day}.", where=where, day=day)


def mentioned_words(mentioned: Mentioned | None, words: Catalogue) -> str:
    """Return who else appears in a story, by relation, and how they are protected. What was changed is not told."""
    if mentioned is None:
        return ""
    if not mentioned.people:
        return words.say("Nobody else.")
    names = _joined([person.relation for person in mentioned.people], words)
    told = [f"{names[:1].upper()}{names[1:]}."]
    if any(not person.must_consent for person in mentioned.people):
        told.append(words.say("Something has been changed, so that nobody can be recognised without having consented."))
    if any(person.must_consent for person in mentioned.people):
        told.append(words.say("Whoever can be recognised has consented too."))
    return " ".join(told)


def _joined(names: Sequence[str], words: Catalogue) -> str:
    if len(names) < 2:
        return "".join(names)
    return words.say("{some} and {last}", some=", ".join(names[:-1]), last=names[-1])

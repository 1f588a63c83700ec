"""The sentences of a passport: where the story may be shown, who appears in it, and, if it is made up, that its
editorial process is made up too."""

from collections.abc import Sequence

from markupsafe import Markup

from ...locale import Catalogue
from ...model.editorial.answers import told
from ...model.texts.consent import Channel, Consent, Mentioned
from ...web.page import Page
from ..kit import Kit
from .model import Nodded, Passport
from .plan import PassportView


def passport(view: PassportView, page: Page, kit: Kit) -> Markup:
    """Return the passport, as a part of the story's page."""
    sentences = passport_words(view.passport, kit.words)
    return page.fragment("passport/passport.html", passport=view.passport, **sentences)


def passport_words(passport: Passport, words: Catalogue) -> dict[str, object]:
    """Return the sentences, by their names in the template. `loose_words` are those about the answers that may not be
    to the text as it is, by the fields of the answers."""
    return {
        "loose_words": {answer.field.value: words.whole(told(answer)) for answer in passport.loose},
        "nodded_words": nodded_words(passport.nodded, words),
        "invented_parts": invented_parts(passport, words),
        "allowed_words": allowed_words(passport.consent, words),
        "mentioned_words": mentioned_words(passport.mentioned, words),
    }


def nodded_words(nodded: Nodded | None, words: Catalogue) -> str:
    """Return the sentences that say how the nods came into the story; an empty string if there are none."""
    if nodded is None or not nodded.given:
        return ""
    sentences = []
    if nodded.approved:
        sentences.append(
            words.count(
                "{number} is entered as approved in the proposal.",
                "{number} are entered as approved in the proposal.",
                nodded.approved,
            )
        )
    if nodded.noted:
        sentences.append(
            words.count(
                "{number} was written down by the editors.", "{number} were written down by the editors.", nodded.noted
            )
        )
    if nodded.records:
        sentences.append(words.say("Kept in {records}.", records=_joined(nodded.records, words)))
    return " ".join(sentences)


def invented_parts(passport: Passport, words: Catalogue) -> str:
    """Return the parts that a made-up story's passport has, such as `nods, decision and response`; an empty string for
    any other story."""
    if not passport.invented:
        return ""
    named = (
        (passport.nodded, words.say("nods")),
        (passport.decision, words.say("decision")),
        (passport.response, words.say("response")),
        (passport.consent, words.say("consent")),
    )
    return _joined([name for part, name in named if part], words)


def allowed_words(consent: Consent | None, words: Catalogue) -> str:
    """Return the sentence that says where and until when a story may be shown."""
    if consent is None or not consent.channels:
        return ""
    names = {
        Channel.INTRANET: words.say("on the intranet"),
        Channel.PRINT: words.say("on paper"),
        Channel.OUTSIDE: words.say("outside the organisation"),
    }
    where = _joined([names[channel] for channel in Channel if channel in consent.channels], words)
    if consent.until is None:
        return words.say("Whoever told it has agreed that others may read it {where}.", where=where)
    day = words.day(consent.until)
    return words.say("Whoever told it has agreed that others may read it {where}, until {day}.", where=where, day=day)


def mentioned_words(mentioned: Mentioned | None, words: Catalogue) -> str:
    """Return the sentences that say who else appears in a story, by relation, and that they are protected, without what
    was changed."""
    if mentioned is None:
        return ""
    if not mentioned.people:
        return words.say("Nobody else.")
    names = _joined([person.relation for person in mentioned.people], words)
    sentences = [f"{names[:1].upper()}{names[1:]}."]
    if any(not person.must_consent for person in mentioned.people):
        sentences.append(
            words.say("Something has been changed, so that nobody can be recognised who has not agreed to it.")
        )
    if any(person.must_consent for person in mentioned.people):
        sentences.append(words.say("Whoever can be recognised has consented too."))
    return " ".join(sentences)


def _joined(names: Sequence[str], words: Catalogue) -> str:
    if len(names) < 2:
        return "".join(names)
    return words.say("{some} and {last}", some=", ".join(names[:-1]), last=names[-1])

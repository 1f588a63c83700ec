"""Tells whether a record of a nod looks like the forge's own.

What the forge has said is written by the robot, with account and commit. A record typed by hand that reads like it
would pass for an approval that nobody gave. Where in doubt, it does: a journal number is easy to write otherwise.
"""

import re
import unicodedata

_DRESSED = {"æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ſ": "s", "ß": "ss", "ð": "d", "þ": "th", "№": "no"}
_ORDINARY = "–—‘’“”„»«§°…"
"""Signs outside ASCII that a record may hold, beside letters."""

_LOOKS = str.maketrans("013457|!$@", "oieastiisa") | {ord("l"): "i"}
"""What stands for the same letter: pu11 and puII are pull."""

_APART = re.compile(r"(?<![^\W_])[^\W_](?:[\W_]+[^\W_](?![^\W_])){2,}")
"""Single letters with spaces or signs between them."""

_NUMBER = r"[\W_]*(?:n[or]?|num\w*)?[\W_]*[\dlo]*\d"
_WORDS = re.compile(
    r"\b(?:pull|merge|commit\w*|git|github\w*|gitlab\w*|gitea|forgejo|codeberg|bitbucket|sourcehut|devops"
    r"|gerrit|phabricator|change-?sets?|flueben\w*|ticks?|checkmarks?|tommel\w*|thumbs?|traden|thread|\w*robot\w*|bot|botten"
    r"|forge|branch"
    r"|repo|repository|sha\d*|lgtm|login|flette\w*|approv\w*|review\w*|dismiss\w*|(?:til)?godken[dt]\w*|\w*forslag\w*)(?:\b|(?=[\d_]))"
    rf"|\b(?:[pm][\W_]*r|gh|requests?|\w*anmodning|aendring\w*|changes?|diff|patch|issues?"
    rf"|(?:konto|account|bruger|user)[\W_]*(?:id)?){_NUMBER}"
    r"|\b(?:i|in) (?:nr\W*|no\W*)?(?!(?:19|20)\d\d$)\d+$"
    r"|[#!]\s*\d|[#!][lio]\d|(?<![\w.])@\w"
    r"|://|\bwww\.|\b[\w-]+\.(?:[a-z]{2,12}/|(?:com|dk|org|net|io|eu|dev|example)\b)"
)
_ANYWHERE = re.compile("|".join(("puiireq", "mergereq", "github", "gitiab", "signedoff", "issuecomment")))
"""Words that are told even where nothing parts them from others, as `_LOOKS` makes them."""

_HASH = re.compile(r"\b(?=\d*[a-f])[0-9a-f]{7,64}\b|[0-9a-f]{40,64}")


def looks_like_forge(record: str) -> bool:
    """Return True if a record looks like an approval in a forge: the number of a proposal, its address, a commit, or
    words for them, also in look-alike letters or letters apart."""
    folded = _folded(record)
    if not all(sign.isascii() or sign in _ORDINARY for sign in folded):
        return True  # letters of other alphabets look like ours, and no journal has them
    joined = _APART.sub(lambda letters: re.sub(r"[\W_]", "", letters[0]), folded)
    letters = re.sub(r"[^a-z0-9]", "", folded)
    whole = re.sub("[^a-z]", "", folded.translate(_LOOKS))
    return any(
        (
            _WORDS.search(folded),
            _WORDS.search(joined),
            _ANYWHERE.search(whole),
            _HASH.search(folded),
            _HASH.search(joined),
            len(letters) >= 40 and _HASH.fullmatch(letters),
        )
    )


def _folded(text: str) -> str:
    """Return a text in small Latin letters without accents and invisible signs."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    seen = (sign for sign in plain if unicodedata.category(sign) not in ("Mn", "Me", "Cf", "Cc"))
    return " ".join("".join(_DRESSED.get(sign, sign) for sign in seen).split())

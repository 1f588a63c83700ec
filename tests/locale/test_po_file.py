"""A .po file is read as Babel reads it."""

from pathlib import Path

from babel.messages.pofile import read_po as read_with_babel

from hverdag.locale import HERE
from hverdag.locale.po_file import read_po

_FILE = r"""# A comment.
msgid ""
msgstr ""
"Language: da\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#, python-brace-format
msgid "{number} line"
msgid_plural "{number} lines"
msgstr[0] "{number} linje"
msgstr[1] "{number} linjer"

msgid "A text "
"that goes on"
msgstr ""
"En tekst, "
"der går videre"

msgid "Say \"yes\"\nor C:\\n"
msgstr "Sig \"ja\"\neller C:\\n"
"""


def test_a_file_is_read_with_its_plurals_marks_and_long_lines(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_text(_FILE, encoding="utf-8")
    words = read_po(path)
    assert words.gettext("A text that goes on") == "En tekst, der går videre"
    assert words.gettext('Say "yes"\nor C:\\n') == 'Sig "ja"\neller C:\\n'
    assert [words.ngettext("{number} line", "{number} lines", number)[9:] for number in (0, 1, 2)] == [
        "linjer",
        "linje",
        "linjer",
    ]
    assert [words.ngettext("a hat", "hats", number) for number in (0, 1, 2)] == ["hats", "a hat", "hats"]
    assert words.gettext("Unknown") == "Unknown"


def test_our_own_is_read_as_babel_reads_it() -> None:
    path = HERE / "da" / "hverdag.po"
    words = read_po(path)
    with path.open("rb") as opened:
        read = [message for message in read_with_babel(opened, locale="da") if message.id]
    assert len(read) > 4000
    for message in read:
        assert not message.fuzzy, "what is fuzzy is not ready"
        one, many = message.id if isinstance(message.id, tuple) else (message.id, message.id)
        given = message.string if isinstance(message.string, tuple) else (message.string, message.string)
        assert (words.ngettext(one, many, 1), words.ngettext(one, many, 2)) == given
        assert words.gettext(one) == given[0]

"""Themes: which stories are about one, where its page is, and what search and readers are told of it."""

import json
from typing import Any

import pytest

from hverdag.features.themes.addresses import theme_address
from hverdag.model.language import Language
from hverdag.model.settings import Settings
from hverdag.model.shown import Shown
from hverdag.model.themes import Theme, by_key, theme_key
from tests.conftest import TODAY, Publication, read, rendered
from tests.consent import LAASEN, STORY, WORDS, leaks, own_cache, told_of, warm_cache

__all__ = ["own_cache", "told_of", "warm_cache"]

THEMES = (
    Theme(id="travlhed", name="Travlhed og stress", about="Dage.", words=("vi har travlt", "tid")),
    Theme(id="tid", name="Tid & sted", about="Ure.", words=("travlhed",)),
)


def search_data(publication: Publication) -> dict[str, Any]:
    text = publication.page("search/data.js").partition("hverdagData.search(")[2].removesuffix(");\n")
    held: dict[str, Any] = json.loads(text)
    return held


def shown_themes(publication: Publication) -> dict[str, tuple[str, list[str]]]:
    """The themes that readers see, by their addresses: name, and stories."""
    shown = Shown(read(publication.root), TODAY)
    return {one.theme.address_name: (one.theme.name, [about.story.id for about in one.stories]) for one in shown.themes}


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("travlhed og stress", "travlhed"),
        ("Travlhed", "travlhed"),  # half a name comes before another theme's word
        ("STRESS", "travlhed"),
        ("vi-har-travlt", "travlhed"),
        ("tid", "tid"),  # an id comes before another theme's word
        ("sted", "tid"),
        ("ro", None),
    ],
)
def test_a_story_may_write_a_name_half_of_it_an_id_or_a_word(typed: str, id: str | None) -> None:
    found = by_key(THEMES).get(theme_key(typed))
    assert (found.id if found else None) == id


@pytest.mark.parametrize(
    ("id", "address"),
    [
        ("paa-tvaers", "emner/paa-tvaers/"),
        ("På tværs/nu", "emner/paa-tvaers-nu/"),
        ("../../etc", "emner/etc/"),
        ("con", "emner/con--1/"),
        ("index", "emner/index--1/"),
    ],
)
def test_the_address_of_a_theme_works_everywhere(id: str, address: str) -> None:
    assert theme_address(Theme(id=id, name="x", about="x"), Settings()) == address


def test_no_two_themes_share_an_address() -> None:
    ids = ["日本", "中国", "a" * 300, "a" * 301, "con", "con-1", "index", "index-1"]
    addresses = {theme_address(Theme(id=id, name="x", about="x"), Settings()) for id in ids}
    assert len(addresses) == len(ids)
    assert all(address.isascii() and len(address) < 90 for address in addresses)


def test_the_folder_follows_the_language_and_the_settings() -> None:
    theme = Theme(id="a", name="A", about="A")
    english = Settings.model_construct(language=Language.ENGLISH, folders=Settings().folders)
    assert theme_address(theme, english) == "themes/a/"
    named = english.model_copy(update={"folders": english.folders.model_copy(update={"themes": "about"})})
    assert theme_address(theme, named) == "about/a/"


def test_a_theme_of_the_handbook_and_one_that_only_stories_name(good: Publication) -> None:
    good.change("stories/doeren.md", "themes: [nøgler]", "themes: [LÅS, <i>Ro & mag</i>]")
    good.change("stories/vinduet.md", "themes: [Nøgler]", "themes: [nøgler, '<I>RO - MAG</I>']")
    assert shown_themes(good) == {
        "noegler": ("Nøgler", ["doeren", "vinduet"]),
        "i-ro-mag-i": ("<i>Ro & mag</i>", ["doeren", "vinduet"]),  # as the first story spells it
    }


def test_the_pages_of_themes(built_good: Publication) -> None:
    listed = built_good.page("emner/index.html")
    assert '<a href="noegler/">Nøgler</a>' in listed
    assert "Dem, vi får, og dem, vi giver videre." in listed
    assert "2 fortællinger" in listed
    page = built_good.page("emner/noegler/index.html")
    assert "../../fortaellinger/doeren/" in page
    assert "../../fortaellinger/vinduet/" in page
    assert "kladden" not in page
    assert page.index("fortaellinger/vinduet/") < page.index("guider/sammensaet/?story=doeren&amp;story=vinduet")
    assert '<a href="../../emner/noegler/">Nøgler</a>' in built_good.page("fortaellinger/doeren/index.html")
    assert '<a href="../emner/">' in built_good.page("fortaellinger/index.html")


def test_what_editors_write_of_a_theme_is_text(built_good: Publication) -> None:
    assert "<b>op</b>" not in built_good.page("search/data.js")
    (theme,) = search_data(built_good)["themes"]
    assert theme == [
        "Nøgler",
        "emner/noegler/",
        "Dem, vi får, og dem, vi giver videre.",
        ["nøgle", "lås", "låse <b>op</b>"],
    ]


def test_search_knows_which_stories_are_about_a_theme_and_lists_no_theme_as_a_page(built_good: Publication) -> None:
    pages = {row[0]: row for row in search_data(built_good)["pages"]}
    assert pages["fortaellinger/doeren/"][10:] == [[0]]
    assert all(len(row) == 10 for address, row in pages.items() if not address.startswith("fortaellinger/"))
    assert not [address for address in pages if address.startswith("emner/")]
    assert {"lås", "nøgle"} <= {word[0] for word in search_data(built_good)["words"]}


def test_a_theme_without_stories_has_no_page_and_leads_to_those_near_it(good: Publication) -> None:
    theme = "themes:\n  - id: syg\n    name: Sygefravær\n    about: Længe.\n    near: [noegler, ro]\n"
    door = (good.root / "stories/doeren.md").read_text("utf-8")
    good.write("stories/doeren-igen.md", door.replace("code: F01", "code: F91"))
    good.change("values/handbook.yml", "themes:\n", f"{theme}  - id: ro\n    name: Ro\n    about: Kort.\n")
    assert "theme-without-stories" in good.rules()
    good.change("values/handbook.yml", "about: Kort.", "about: Kort.\n    near: [noegler]")
    assert "theme-without-stories" not in good.rules()
    assert good.build().built
    assert "Sygefravær" not in good.page("emner/index.html")
    assert not (good.site / "emner/syg").exists()
    assert search_data(good)["themes"][1] == ["Sygefravær", "", "Længe.", [], [0]]


def test_a_list_without_a_theme_says_so(good: Publication) -> None:
    for name in ("doeren", "vinduet"):
        good.change(f"stories/{name}.md", "state: published", "state: draft")
    (page,) = [page for page in rendered(good.root).pages if page.address == "emner/"]
    assert "Der er ingen fortælling endnu." in page.content


def test_macro_and_nav_lead_to_the_themes(good: Publication) -> None:
    good.write("docs/alle.md", "---\nrender_macros: true\n---\n# Alle\n\n{{ themes() }}\n")
    assert good.build().built
    assert '<a href="../emner/noegler/">Nøgler</a> <span class="hv-quiet">2 fortællinger</span>' in good.page(
        "alle/index.html"
    )


def test_a_theme_goes_with_its_only_story(told_of: Publication) -> None:
    assert told_of.build().built
    files = leaks(told_of.site, ("fuglekiggeri",))
    assert {"emner/index.html", "emner/fuglekiggeri/index.html", "fortaellinger/index.html"} <= set(files)
    manifest = json.loads(told_of.page("edition.json"))["outputs"]
    assert all("F77" in manifest[path] for path in files if path.startswith("emner/"))
    told_of.write(LAASEN, STORY.replace("  until: 2027-03-01", "  until: 2027-03-01\n  withdrawn: 2026-11-20"))
    assert told_of.build().built
    assert leaks(told_of.site, ("fuglekiggeri",)) == {}
    assert not (told_of.site / "emner/fuglekiggeri").exists()


def test_a_theme_of_the_handbook_goes_too_and_nothing_of_the_story_is_searched(told_of: Publication) -> None:
    theme = "themes:\n  - id: fugle\n    name: Fugle\n    about: Om fugle.\n    words: [fuglekiggeri]\n"
    told_of.change("values/handbook.yml", "themes:\n", theme)
    assert told_of.build().built
    assert "fuglekiggeri" in told_of.page("search/data.js")
    assert "../../fortaellinger/laasen/" in told_of.page("emner/fugle/index.html")
    told_of.write(LAASEN, STORY.replace("  until: 2027-03-01", "  until: 2027-03-01\n  withdrawn: 2026-11-20"))
    assert told_of.build().built
    assert not (told_of.site / "emner/fugle").exists()
    assert "fugle/" not in told_of.page("emner/index.html")
    # The words are the handbook's own; they lead nowhere now.
    quiet = search_data(told_of)["themes"][-1]
    assert quiet[:2] == ["Fugle", ""]
    assert leaks(told_of.site, tuple(word for word in WORDS if word != "fuglekiggeri")) == {}


def test_a_draft_is_about_a_theme_in_a_preview_only(good: Publication) -> None:
    good.change("stories/kladden.md", "state: draft", "themes: [kladdeemne]\nstate: draft")
    assert good.build().built
    assert "kladdeemne" not in good.page("emner/index.html")
    good.build(preview=True)
    assert "kladdeemne" in good.page("emner/index.html")

"""What is long in a book: the name of a file, which becomes a label, and an address."""

from tests.conftest import Publication


def test_a_story_with_a_long_file_name_and_a_long_link_is_set(good: Publication) -> None:
    text = (good.root / "stories/vinduet.md").read_text("utf-8").replace("code: F02", "code: F09")
    name = "en-fortaelling-om-et-vindue-der-stod-aabent-hele-natten"
    good.write(f"stories/{name}.md", f"{text}\nSe [her](https://lilleby.example/{'x' * 9_000}).\n")
    report = good.build()
    assert report.built, report.problems

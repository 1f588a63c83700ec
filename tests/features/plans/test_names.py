"""The names of the workplaces' files."""

from hverdag.model.better_files import free_names


def test_names_work_everywhere_and_no_two_are_alike() -> None:
    ids = ("rylen", "Ørnen", "oernen", "ornen/../x", "con", "oernen-2", "ørnen")
    names = free_names(ids)
    assert list(names) == list(ids)
    assert len(set(names.values())) == len(ids)
    assert (names["rylen"], names["Ørnen"], names["oernen"], names["ørnen"]) == (
        "rylen",
        "oernen",
        "oernen-2",
        "oernen-3",
    )
    assert not set("/.\\") & set("".join(names.values()))
    assert names["con"] != "con"

"""The names by which people know values, stories, methods, kinds, goals, the strategy and criteria, for remedies
where an id belongs."""

from collections.abc import Mapping

from .handbook import Handbook

Names = Mapping[str, tuple[str, ...]]
"""Other names by id."""


def value_names(handbook: Handbook) -> Names:
    """Return the names and codes of the values."""
    return {value.id: (value.name, value.code) for value in handbook.values}


def story_names(handbook: Handbook) -> Names:
    """Return the titles and codes of the stories."""
    return {story.id: (story.title, story.code) for story in handbook.stories}


def method_names(handbook: Handbook) -> Names:
    """Return the titles and codes of the methods."""
    return {method.id: (method.title, method.code) for method in handbook.methods}


def kind_names(handbook: Handbook) -> Names:
    """Return the names of the kinds of example."""
    return {kind.id: (kind.name,) for kind in handbook.settings.kinds if kind.id}


def goal_names(handbook: Handbook) -> Names:
    """Return the texts of the result goals and of the points of the strategy."""
    return {goal.id: (goal.text,) for goal in handbook.settings.directions if goal.id}


def criterion_names(handbook: Handbook) -> Names:
    """Return the names and questions of the criteria."""
    return {criterion.id: (criterion.name, criterion.question) for criterion in handbook.settings.criteria}

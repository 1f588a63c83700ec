"""Every rule there is, in the groups that the editors' reference shows."""

from collections.abc import Mapping
from functools import cache

from .. import privacy, verify
from ..features.feature import WHAT_IS_CHECKED
from ..features.registry import FeatureError, registry
from ..features.rules import Check, checks_in
from ..model.problem import Problem, Rule, Tag
from ..nods import rules as nod_rules
from ..paper import rules as paper_rules
from ..parse import rules as parse_rules
from ..parse.rules import pages as read_pages
from ..publish import bundle, disk, own_folder, pictures, release, typst_compiler
from ..publish.cache import store
from ..web import look_rules, page_rules
from . import (
    consent_rule,
    ended_rules,
    former_name,
    generated_in_git,
    newer,
    proposal_rules,
    rename_rules,
)
from .languages import rules as language_rules


@cache
def general_checks() -> tuple[Check, ...]:
    """Return the checks that belong to no feature."""
    return (*checks_in("hverdag.check.rules"), *checks_in("hverdag.pipeline.rules"))


@cache
def rule_groups() -> Mapping[str, tuple[Rule, ...]]:
    """Return the rules of the house and of all features, by the headings that they stand under."""
    groups: dict[str, tuple[Rule, ...]] = {WHAT_IS_CHECKED: tuple(check.rule for check in general_checks())}
    own = {
        "What cannot be read": parse_rules.RULES,
        "The text itself": parse_rules.TEXT_RULES,
        "Hand-written pages": (*read_pages.RULES, *page_rules.RULES, *proposal_rules.RULES),
        "Other languages": language_rules.RULES,
        "Addresses": (*ended_rules.RULES, *rename_rules.RULES),
        "CSV files": parse_rules.CSV_RULES,
        "Nods": nod_rules.RULES,
        "The organisation's name": (former_name.FORMER_NAME,),
        "Privacy": (*privacy.RULES, *consent_rule.RULES, *own_folder.RULES),
        "The organisation's own look": look_rules.RULES,
        "What is printed": (*typst_compiler.RULES, paper_rules.PAPER_ELEMENT),
        "The finished site": (
            *(*verify.RULES, *pictures.RULES, *release.RULES, generated_in_git.IN_GIT, newer.NEWER),
            *(*bundle.RULES, *store.RULES, *disk.RULES),
        ),
    }
    of_features = ((feature.rule_group, (*feature.rules, *feature.command_rules)) for feature in registry().features)
    for title, rules in (*of_features, *own.items()):
        groups[title] = (*groups.get(title, ()), *rules)
    return groups


@cache
def rules() -> Mapping[str, Rule]:
    """Return every rule by its id. Raises FeatureError where two have the same."""
    every = [rule for group in rule_groups().values() for rule in group]
    by_id = {rule.id: rule for rule in every}
    if len(by_id) < len(every):
        twice = sorted({rule.id for rule in every if every.count(rule) > 1 or by_id[rule.id] is not rule})
        raise FeatureError(f"two rules have the id {', '.join(twice)}")
    return by_id


def has_tag(problem: Problem, tag: Tag) -> bool:
    """Return True if the rule of a problem has a tag."""
    return tag in rules()[problem.rule].tags

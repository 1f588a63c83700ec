"""Every rule there is, in the groups that the editors' reference shows."""

from collections.abc import Mapping

from .. import privacy, verify
from ..model.problem import Rule
from ..nods import rules as nod_rules
from ..paper import rules as paper_rules
from ..parse import rules as parse_rules
from ..publish import bundle, pictures, release, typst_compiler
from ..publish.cache import store
from ..web import page_rules
from . import check

RULE_GROUPS: Mapping[str, tuple[Rule, ...]] = {
    "What is checked in stories and values": check.RULES,
    "What cannot be read": parse_rules.RULES,
    "Hand-written pages": page_rules.RULES,
    "Nods": nod_rules.RULES,
    "Privacy": privacy.RULES,
    "What is printed": (*typst_compiler.RULES, paper_rules.PAPER_ELEMENT),
    "The finished site": (*verify.RULES, *pictures.RULES, *release.RULES, *bundle.RULES, *store.RULES),
}
RULES: Mapping[str, Rule] = {rule.id: rule for group in RULE_GROUPS.values() for rule in group}

"""The style sheets and drawings in theme/: what they load from another computer, and files that are not there."""

from collections.abc import Iterator

from ...model.outside import outside_in_css
from ...model.own_look import SHEETS, OwnLook
from ...model.problem import Problem
from ...model.suggest import suggestion
from ...verify.page_code import INLINE
from ...web.look_rules import MISSING, REQUEST
from ...web.look_sheets import named_in_sheet
from .places import place
from .templates import of_code


def problems(look: OwnLook) -> Iterator[Problem]:
    """Yield the problems of all style sheets."""
    for name in look.named(SHEETS):
        css = look.text(name) or ""
        outside = outside_in_css(css)
        if outside:
            yield REQUEST.at(place(name, css, max(css.find(outside), 0)), given=outside)
        for at, written, path in named_in_sheet(name, css):
            if path not in look.files:
                yield MISSING.at(place(name, css, at), given=written, **suggestion(path, look.files))
    for name in look.named(".svg"):
        for problem in of_code(name, look.text(name) or ""):
            if problem.rule != INLINE.id:  # a drawing is a file of its own, and may have its colours in it
                yield problem

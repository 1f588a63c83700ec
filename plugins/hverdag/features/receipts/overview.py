from dataclasses import dataclass
from ...model.view import View, NO_STORIES
@dataclass(frozen=True, kw_only=True)
class OverviewView(View):
    pass
def overview_of(shown): return OverviewView(story_codes=NO_STORIES)

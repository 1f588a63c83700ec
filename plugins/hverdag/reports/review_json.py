"""A review as JSON, for other programs."""

import json
from collections.abc import Mapping
from typing import Any

from ..locale import Catalogue, catalogue
from ..model.editorial.outside import OutsideChange
from ..model.editorial.review import Review, StoryReview
from ..model.problem import Problem, Rule
from ..model.texts.nods import StandingNod
from .outside_labels import FILES, OutsideWords
from .review_labels import ReviewWords


def as_json(review: Review, rules: Mapping[str, Rule], language: str) -> str:
    """Return the review as JSON: keys and states in English, messages in `language`."""
    words = catalogue(language)
    data = {
        "ready": review.is_ready,
        "verdict": ReviewWords(words).verdict(review),
        "code_changes": [{"kind": change.kind.value, "path": change.path} for change in review.code],
        "stories": [_story(story, rules, words) for story in review.stories],
        "problems": [_problem(problem, rules, words) for problem in review.problems],
        "addresses_ended": [_problem(problem, rules, words) for problem in review.ended],
        "outside": [_outside(change, words) for change in review.outside],
        "others": list(review.others),
        "demands_dropped": list(review.loosened),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _outside(change: OutsideChange, words: Catalogue) -> dict[str, Any]:
    told = OutsideWords(words)
    return {
        "kind": change.kind.value,
        "name": change.name,
        "event": change.event.value,
        "message": told.files(change.kind, [change.name]) if change.kind in FILES else told.sentence(change),
        "fields": [{"field": field.name, "before": field.before, "after": field.after} for field in change.fields],
    }


def _story(story: StoryReview, rules: Mapping[str, Rule], words: Catalogue) -> dict[str, Any]:
    sentences = ReviewWords(words)
    return {
        "path": story.story.path,
        "was": story.before.path if story.before else None,
        "code": story.story.code,
        "title": story.story.heading,
        "state": story.story.state.value,
        "events": [event.value for event in story.events],
        "ready": story.is_ready,
        "fingerprint": story.standings.fingerprint,
        "missing": [
            {
                "want": missing.want.value,
                "giver": missing.giver.value,
                "role": missing.role,
                "message": sentences.missing(missing),
            }
            for missing in story.missing
        ],
        "unasked": story.unasked,
        "notes": [{"note": note.value, "role": role} for note, role in story.notes],
        "answers": [
            {"field": answer.field.value, "standing": answer.standing.value, "message": sentences.loose(answer)}
            for answer in story.loose
        ],
        "nods": [_nod(nod, story, sentences) for nod in story.standings.nods],
        "changes": [
            {
                "field": change.field,
                "exchanged": change.exchanged,
                "words": [{"fate": part.fate.value, "text": part.text} for part in change.stretches],
            }
            for change in story.changes
        ],
        "fields": [{"field": field.name, "before": field.before, "after": field.after} for field in story.fields],
        "pages": [address for _, address in story.touched.pages],
        "guides": story.touched.guides,
        "products": [product.id for product in story.touched.products],
        "problems": [_problem(problem, rules, words) for problem in story.problems],
    }


def _nod(nod: StandingNod, story: StoryReview, sentences: ReviewWords) -> dict[str, Any]:
    given, answer = nod.contributor.nod, story.forge.get(nod.contributor.role)
    return {
        "role": nod.contributor.role,
        "standing": nod.standing.value,
        "kind": given.kind.value if given else None,
        "forge": answer.value if answer else None,
        "approver": story.approvers.get(nod.contributor.role),
        "message": sentences.nod(nod, answer),
    }


def _problem(problem: Problem, rules: Mapping[str, Rule], words: Catalogue) -> dict[str, Any]:
    return {
        "path": problem.source.path,
        "line": problem.source.line,
        "level": problem.level.value,
        "rule": problem.rule,
        "message": words.sentence(problem, rules[problem.rule]),
    }

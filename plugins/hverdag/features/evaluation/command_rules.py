"""The rules that can refuse a file of answers, or the counts of a year, with their messages and manual pages."""

from ...model.problem import Level, Rule, Tag


def _rule(id: str, message: str, remedy: str, manual: str) -> Rule:
    return Rule(id, Level.ERROR, message, remedy, manual, (Tag.ABOUT_PEOPLE,))


KIND = _rule(
    "answers-kind",
    "The headings are those of none of our sheets, or of several.",
    "Write the questions as they are on the sheet, or their ids: {ids}.",
    """A file of answers whose headings hold no question that we ask, or questions of several sheets.
""",
)
VALUE = _rule(
    "answers-value",
    'What is under "{heading}" is no answer on the scale.',
    "Write {choices}. Leave it empty where nothing was ticked.",
    """An answer that is none of those on the sheet. It is not shown, since people write all sorts of things there.
""",
)
DEPARTMENT = _rule(
    "answers-department",
    'There is no department called "{given}".',
    "Write the name or the id of a department in values/workplaces.yml, or leave the cell empty.",
    """An answer to the questionnaire with a department that the organisation does not have.
""",
)
COURSE = _rule(
    "answers-course",
    "Nobody can tell which course this is: {given}.",
    "Write the id of one course in values/courses.yml that has been held, such as {example}.",
    """An evaluation of a course that is not in the plan, has not been held, or that may be one of several.
""",
)
YEAR = _rule(
    "answers-year",
    '"{given}" is not a year that has begun.',
    "Write the year that the questionnaire was handed out, such as {example}.",
    """Answers, or counts, of something that is no year, or of a year to come.
""",
)
AGAIN = _rule(
    "answers-again",
    "This file has been taken in before. Nothing was changed.",
    "Export the form again if there are new answers, and hand in that file.",
    """The same file of answers twice. Answers have no names, so only the file itself can be recognised.
""",
)
ALIKE = _rule(
    "answers-alike",
    "{number} of the {all} answers in the file are just like answers that were taken in before.",
    "If the file is a newer export of the same form, add --only-new. If all of them are new, add --all.",
    """A file of answers that looks as if it holds an earlier one. Forms export everything each time, and answers
have no names, so somebody must say whether they would be counted twice.
""",
)
NOTHING = _rule(
    "answers-nothing",
    "There is no new answer in the file.",
    "Hand in a file in which somebody has answered.",
    """A file of answers in which every row is empty, or where everything was taken in before.
""",
)
STORED = _rule(
    "answers-stored",
    "The file {given} with earlier answers cannot be read, so nothing was added to it.",
    "Restore it from a copy, or ask an engineer.",
    """A file in private/answers/ that has been changed by hand.
""",
)
NAME = _rule(
    "counts-next",
    "{given} cannot be counted: a year is counted once.",
    "What has come in since is counted as {next}, and only if no difference between the files is about few people.",
    """Counts of a year that has been counted already, or a number that leaves one out.
""",
)
FEW = _rule(
    "counts-few",
    "There is nothing that may be counted for {given} yet.",
    "Wait until more have answered, and try again.",
    """Counts of a year in which too few have answered, or in which everything has been counted.
""",
)
UNSOUND = _rule(
    "counts-unsound",
    "Something is wrong in {given}, so nothing is counted.",
    "Run hverdag check, and correct what it finds there.",
    """Counts while the workplaces, the courses, the settings or earlier counts have a fault: the numbers would be
wrong, and they are made once only.
""",
)

RULES = (KIND, VALUE, DEPARTMENT, COURSE, YEAR, AGAIN, ALIKE, NOTHING, STORED, NAME, FEW, UNSOUND)

"""The files of agreements: values/agreements/ in git, and private/wordings/ with the words."""

from ...features.agreements import command_rules as rules
from ...model.uptake.agreements import FOLDER, AgreedBefore, Agreement, AgreementFile, FoldedAgreements
from ...model.yaml_text import quoted, scalar
from ..tables.store import Store
from .columns import columns

NAME = "wordings"
"""The folder in private/."""


def agreement_line(one: Agreement) -> str:
    """Return an agreement as it stands on a line after its dash."""
    return _line(
        {
            "date": str(one.date),
            "workplace": scalar(one.workplace, in_list=True),
            "story": scalar(one.story, in_list=True) if one.story else "",
            "method": scalar(one.method, in_list=True) if one.method else "",
            "number": str(one.number) if one.number != 1 else "",
            "review": str(one.review or ""),
            "outcome": scalar(one.outcome, in_list=True) if one.outcome else "",
            "agreement": quoted(one.agreement) if one.agreement else "",
            "happened": quoted(one.happened) if one.happened else "",
            "yes": str(one.yes or ""),
        }
    )


def folded_line(one: FoldedAgreements) -> str:
    """Return what is left of a month's agreements as it stands after its dash."""
    counts = {"made": one.made, "due": one.due, "kept": one.kept, "changed": one.changed, "dropped": one.dropped}
    return _line({"month": quoted(one.month), **{name: str(number or "") for name, number in counts.items()}})


def reached_line(one: AgreedBefore) -> str:
    """Return that a workplace has agreed on something as it stands after its dash."""
    reviewed = quoted(one.reviewed_month) if one.reviewed_month else ""
    workplace = scalar(one.workplace, in_list=True)
    return _line({"workplace": workplace, "month": quoted(one.month), "reviewed_month": reviewed})


def _line(fields: dict[str, str]) -> str:
    return f"{{{', '.join(f'{name}: {text}' for name, text in fields.items() if text)}}}"


STORE: Store[AgreementFile, Agreement] = Store(
    folder=FOLDER,
    name=NAME,
    model=AgreementFile,
    rows="agreements",
    lists={"agreements": agreement_line, "folded": folded_line, "reached": reached_line},
    columns=columns,
    faulty=rules.FAULTY,
    changed=rules.CHANGED,
    unwritable=rules.UNWRITABLE,
    mend_faulty=rules.MEND_FAULTY,
)

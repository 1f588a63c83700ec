"""Words that hold a sentence together, in Danish and English: which of them may begin with a
capital letter, or have a comma before them, without a change of what is said."""

_SUBJECTS = """
    jeg du han hun den det vi man der de en et min mit dette denne disse vores alle nogen nogle
"""
SUBJECTS = frozenset(_SUBJECTS.split())
_PRONOUNS = "jeg du han hun den det vi der"
_ENGLISH_SUBJECTS = "I you he she it we they there this that these those my your his her our their"
CLAUSES = {
    "at": SUBJECTS,
    "men": frozenset(_PRONOUNS.split()),  # the men are people in English
    **dict.fromkeys(("but", "although", "though"), frozenset(_ENGLISH_SUBJECTS.split())),
}
"""Words that begin a clause, and may lack the comma before it, each with the words that must follow: `at se` is no
clause. `som`, `der` and `who` are not here: with a comma, "the children who shouted" are all the children. Nor are
`fordi` and `because`, which say why something was so or why it was not, nor `hvis`, which may ask whether or whose."""

COMPLEMENTS = frozenset(["at", "hvordan", "hvorfor", "hvornår"])
"""Words whose clause says what is said, known or asked: a negation before it denies the same without a comma."""

WITH_ANY_SUBJECT = frozenset(["selvom"])

_REPORTING = """
    sagde siger tror troede ved vidste mener mente håber håbede synes syntes hørte fortalte opdagede lovede svarede
    skrev
"""
REPORTING = frozenset(_REPORTING.split())
"""Words after which a clause says what was said or known, also with a noun: "Hun sagde at bussen kom"."""

OPENING = frozenset(["da", "når", "hvis", "mens", "selvom", "fordi"])
"""Words that begin a clause before the main one."""

_MAIN_VERBS = """
    er var bliver blev har havde fik gik kommer kom kan kunne vil ville skal skulle må måtte gør gjorde siger sagde
    spørger spurgte giver gav tager ringer ringede venter ventede flytter flyttede sidder sad står stod ligger lå
    henter hentede taler talte spiser spiste læser læste skriver skrev finder fandt lukker lukkede åbner åbnede
    begynder begyndte hører hørte ser prøver prøvede holder holdt sender sendte følger fulgte smiler smilede
"""
MAIN_VERBS = frozenset(_MAIN_VERBS.split())
"""Verbs that are no nouns. With a pronoun after it, one begins the main clause: "Hvis det regner, flytter vi"."""

MAIN_SUBJECTS = frozenset(["jeg", "du", "han", "hun", "vi", "man"])
NEVER_LAST = SUBJECTS | {"min", "din", "sin", "hans", "hendes", "deres", "mine", "dine", "sine"}
"""Words that a clause does not end with, or may not."""

_JOINING = """
    og eller men så som der da når om end hvis fordi mens selvom selv skønt hvor hvem hvad hvilken hvilket hvilke
    hvordan hvorfor hvornår inden før efter siden indtil at
    and or but so who whom whose which that when where while if because although though since until before after than
    as how why what whether
"""
JOINING = frozenset(_JOINING.split())
"""Words that join clauses: where there are two, a comma decides what belongs to what."""

_NARROWING = """
    kun bare blot netop især alene først mest mindst også næsten lige
    only just even mainly mostly almost especially simply
"""
NARROWING = frozenset(_NARROWING.split())
"""Words that a comma may part from what they narrow."""

_NO_COMMA_AFTER = """
    mor far mormor farmor morfar farfar bedstemor bedstefar søn datter bror søster barn børn ven venner veninde skat
    kollega kolleger chef leder borger folk mennesker dreng drenge pige piger frue herre
    mum mom mother dad father grandma grandpa son daughter brother sister friend friends dear love sir madam boss
    everybody children kids folks people man
    all everyone everything anyone anybody anything
    for varige varigt
"""
NO_COMMA_AFTER = frozenset(_NO_COMMA_AFTER.split())
"""Words that may be spoken to, as in "Husk mor, at du kom", that `but` takes something from, or that belong to what
follows, as `for at`."""

_ABBREVIATIONS = """
    dvs osv etc inkl ekskl evt tlf stk fru maks min max prof afd ang vedr pga mht mrs incl approx dept
    jan feb apr jun jul aug sep sept okt nov dec oct
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
"""Words of three letters or more whose full stop ends no sentence."""

_FIRST = """
    jeg du han hun den det vi man da når så men og hvis selvom fordi mens nu også måske derfor bagefter derefter siden
    her dette denne disse nogle alle mange min mit mine vores efter før under på til fra med om ved for at som
    you he she it we they this that these those there then when while if because although though but and so now also
    maybe perhaps after before later here some all many my your his her its our their the in on at to from with for as
"""
FIRST_WORDS = frozenset(_FIRST.split())
"""Words that are no names, and no other words with a capital letter, as `hans`, `de` and `i` are."""

STATING = (FIRST_WORDS | SUBJECTS) - {"så", "og", "men", "for", "and", "but", "so", "when"}
"""Words that a statement begins with, and no question: "Og hvad sagde hun", "Så du ham"."""

_ASKING_LAST = """
    hvad hva da altså ja jo nej nu nok sandt rigtigt korrekt okay enig så alligevel forstået
    what right yes no not true correct okay then really though now huh eh either surely
"""
ASKING_LAST = frozenset(_ASKING_LAST.split())
"""Words that make a question of what stands before them, or may."""

ASKING = frozenset(["vel", "mon", "eller", "or"])
"""Words that make a question of a sentence wherever they stand in it, or may."""

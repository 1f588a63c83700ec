"""The HTML that a hand-written page may hold: what shows something, and nothing that runs, sends or loads.

nh3 decides what a browser would make of it. The page itself is published, not nh3's copy: where the copy lacks
anything, the page is refused.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

import nh3

from ...model.outside import is_outside, outside_in_css
from ...model.web_address import SCHEMES

_SHAPES = "circle,ellipse,g,line,path,polygon,polyline,rect,svg"
TAGS = frozenset(
    "a,abbr,acronym,address,area,article,aside,audio,b,bdi,bdo,big,blockquote,br,caption,center,cite,code,col,"
    "colgroup,data,dd,del,details,dfn,div,dl,dt,em,figcaption,figure,font,footer,h1,h2,h3,h4,h5,h6,header,hgroup,hr,i,"
    "img,input,ins,kbd,label,li,main,map,mark,meter,nav,ol,p,picture,pre,progress,q,rp,rt,ruby,s,samp,section,small,"
    f"source,span,strike,strong,style,sub,summary,sup,table,tbody,td,tfoot,th,thead,time,tr,track,tt,u,ul,var,video,wbr,{_SHAPES}".split(
        ","
    )
)
ATTRIBUTES = frozenset(
    "abbr,align,alt,axis,bgcolor,border,cellpadding,cellspacing,char,charoff,checked,cite,class,clear,color,cols,"  # noqa: SIM905
    "colspan,data-caption-position,data-description,data-gallery,data-tabs,data-title,compact,controls,coords,cx,cy,d,datetime,decoding,default,dir,disabled,download,face,fetchpriority,fill,"
    "fill-rule,clip-rule,for,frame,headers,height,hidden,high,href,hreflang,hspace,id,kind,label,lang,loading,loop,low,"
    "markdown,max,media,min,muted,name,nowrap,open,optimum,points,poster,preload,r,rel,reversed,role,rows,rowspan,rules,"
    "rx,ry,scope,shape,size,sizes,span,src,srclang,srcset,start,stroke,stroke-linecap,stroke-linejoin,stroke-width,"
    "style,summary,tabindex,target,title,transform,translate,type,usemap,valign,value,viewbox,vspace,width,x,x1,x2,"
    "xmlns,y,y1,y2".split(",")
)
_LEADING = frozenset({"a", "area"})
_LOADING = frozenset({"src", "srcset", "poster", "background", "data", "href", "xlink:href"})
_OURS = re.compile(r"data-(?:md-component|hverdag)")
"""What Material's scripts and our own find their places by."""
_INERT = re.compile(r"[^:/()\\<>&;{}]*")
"""What an attribute that browsers do not know may hold: nothing that a script of ours could take for an address or for
data. Extensions add such attributes: `{ lint="skip" }`."""
_UNKNOWN = re.compile(r"(?!on)[a-z][\w.-]*")
_OWN_ID = re.compile(r"__(?!tabbed_|codelineno-|code_|[A-Za-z]+-(?:[\w.:-]+-)?\d+$)")
"""Ids that Material's scripts look for; the others are made by extensions: of tabs, and of each line of code, whose
name mkdocs.yml may choose (`line_spans: __span`)."""
_BOXES = frozenset({"checkbox", "radio"})
_CSS_LOADS = re.compile(
    r"[\\<]|@import|expression\s*\(|behavior\s*:|-moz-binding|javascript:|image-set\s*\(", re.IGNORECASE
)
_CSS_OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|\burl\(\s*[\"']?\s*[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_END_TAG = re.compile(r"</[A-Za-z][^\s>]*(?=[\s/][^>]*[^\s/>])[^>]*>?")
_SPLIT_TAG = re.compile(r"(?:<|&lt;)/?(?P<name>[A-Za-z]+)<!--")
_ENDS_SCHEME = re.compile(r"[/?#]")
_NAMED = frozenset({"a", "input", "map"})
"""Tags that may have a name: that of a picture takes the place of one of the browser's own."""
_NO_SPACES = re.compile(r"[\x00-\x20]+")


@dataclass(frozen=True)
class RefusedPiece:
    """Something that a page may not hold: what it is called in a message, and what is searched for to find its place.

    `is_request` is True if it asks another computer for something."""

    shown: str
    sought: str
    is_request: bool = False


Start = tuple[str, tuple[tuple[str, str], ...]]


class _Starts(HTMLParser):
    """Gathers the start tags of HTML, its comments and its words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.starts: list[Start] = []
        self.ends: list[str] = []
        self.comments: list[str] = []
        self.style_sheets: list[str] = []
        self._texts: list[str] = []
        self._is_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        first = dict(reversed([(name, text or "") for name, text in attrs]))  # of two alike, the first counts
        self.starts.append((tag, tuple(sorted(first.items()))))
        self._is_style = tag == "style"
        self._texts.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._is_style = False

    def handle_endtag(self, tag: str) -> None:
        self._is_style = False
        self.ends.append(tag)
        self._texts.append(" ")

    def handle_data(self, data: str) -> None:
        if self._is_style:
            self.style_sheets.append(data)
        else:
            self._texts.append(data)

    @property
    def words(self) -> Counter[str]:
        """The words outside style sheets. The parser may give one in several pieces."""
        return Counter(re.findall(r"\w+", "".join(self._texts)))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_decl(self, decl: str) -> None:
        self.starts.append((f"!{decl.partition(' ')[0]}", ()))

    def handle_pi(self, data: str) -> None:
        self.starts.append((f"?{data.partition(' ')[0]}", ()))

    def unknown_decl(self, data: str) -> None:
        self.starts.append((f"![{data.partition('[')[0]}", ()))


def refused(html: str) -> list[RefusedPiece]:
    """Return what a page may not hold of all that its HTML holds, each as often as it is there."""
    raw, clean = _read(html), _read(_cleaner.clean(html))
    pieces = [piece for start in raw.starts for piece in _requests(*start)]
    kept = Counter(clean.starts)
    for start in raw.starts:
        if kept[start]:
            kept[start] -= 1
        else:
            pieces += _lost(*start)
    pieces += [RefusedPiece(f"</{tag}", f"</{tag}") for tag in raw.ends if tag not in TAGS]
    pieces += [
        RefusedPiece(f"<style>: {word}", "<style" if word == "<" else word)
        for sheet in raw.style_sheets
        if (word := loads(sheet))
    ]
    pieces += [RefusedPiece(found[0][:20], found[0][:20]) for found in _END_TAG.finditer(html)]
    pieces += [RefusedPiece(f"<{found['name']}<!--", f"{found['name']}<!--") for found in _SPLIT_TAG.finditer(html)]
    if not pieces and not _is_the_same(raw, clean):
        pieces.append(RefusedPiece("<!--", "<!--") if raw.comments else RefusedPiece("<", "<"))
    return _once(pieces)


def _is_the_same(raw: "_Starts", clean: "_Starts") -> bool:
    """Return True if nothing was lost, and nothing has come to life that one reader took for text."""
    return (
        Counter(raw.comments) == Counter(clean.comments)
        and Counter(raw.style_sheets) == Counter(clean.style_sheets)
        and not raw.words - clean.words
    )


def _once(pieces: list[RefusedPiece]) -> list[RefusedPiece]:
    """Return pieces without the ends of those whose beginnings are told of."""
    begun = {piece.shown for piece in pieces}
    return [piece for piece in pieces if not piece.shown.startswith("</") or f"<{piece.shown[2:]}" not in begun]


def _read(html: str) -> _Starts:
    starts = _Starts()
    try:
        starts.feed(html)
        starts.close()
    except AssertionError:  # the standard library's way to say that a declaration is none
        starts.starts.append(("![", ()))
    return starts


def _kept(tag: str, name: str, text: str) -> str | None:
    """Return an attribute's text if it may be in a page, else None."""
    name = name.lower()
    if name not in ATTRIBUTES and not name.startswith("aria-"):
        is_inert = _UNKNOWN.fullmatch(name) and not _OURS.match(name) and _INERT.fullmatch(text)
        return text if is_inert else None
    if name in ("id", "name") and _OWN_ID.match(text):
        return None
    if tag == "input" and (name == "src" or (name == "type" and text.lower() not in _BOXES)):
        return None
    if name == "name" and tag not in _NAMED:
        return None
    return None if name == "style" and loads(text) else text


_cleaner = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags={"script"},
    attribute_filter=_kept,
    generic_attribute_prefixes={""},
    strip_comments=False,
    link_rel=None,
    url_schemes=set(SCHEMES),
)


def _lost(tag: str, attributes: tuple[tuple[str, str], ...]) -> Iterator[RefusedPiece]:
    """Yield what cleaning takes from a start tag."""
    pieces = [_attribute(name, text) for name, text in attributes if not _may_be(tag, name, text)]
    if tag not in TAGS or not pieces:
        yield RefusedPiece(f"<{tag}", f"<{tag}")
    else:
        yield from pieces


def _may_be(tag: str, name: str, text: str) -> bool:
    if name in ("href", "src", "cite") and _scheme(text) not in (*SCHEMES, ""):
        return False
    return _kept(tag, name, text) is not None


def _scheme(address: str) -> str:
    """Return the scheme of an address, as browsers read it; an empty string if it has none."""
    before, colon, _ = _NO_SPACES.sub("", address).partition(":")
    return before.casefold() if colon and not _ENDS_SCHEME.search(before) else ""


def _attribute(name: str, text: str) -> RefusedPiece:
    if name in ("href", "src", "cite") and _scheme(text):
        return RefusedPiece(f"{_scheme(text)}:", text)
    return RefusedPiece(f'{name}="{text[:40]}"' if name in ATTRIBUTES else f"{name}=", f"{name}=")


def _requests(tag: str, attributes: tuple[tuple[str, str], ...]) -> Iterator[RefusedPiece]:
    for name, text in attributes:
        if name in _LOADING and tag in TAGS - _LEADING:
            for address in text.split(",") if name == "srcset" else (text,):
                if is_outside(address):
                    yield RefusedPiece(address.strip(), address.strip(), is_request=True)
        elif name != "style" and (loaded := outside_in_css(text)):
            yield RefusedPiece(loaded, f"{name}=", is_request=True)


def loads(css: str) -> str:
    """Return what in a piece of CSS runs something or asks another computer for something; else an empty string."""
    found = _CSS_LOADS.search(css) or _CSS_OUTSIDE.search(css)
    return found[0].strip() if found else outside_in_css(css)

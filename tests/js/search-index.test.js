/* What a query finds among a few pages of our own, with the lunr that readers get. No figure of lunr's is held to; which
   page comes first, and what is shown of it, is. */
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { lunr, runScript } = require("./scripts.js");

const scope = {};
runScript("search-words.js", { self: scope });
runScript("search-themes.js", { self: scope });
runScript("search-shown.js", { self: scope });
runScript("search-index.js", { self: scope });

const WORDS = {
  classes: ["", "0en,0ens,0er,0erne", "0n,0r,0rne", "0en,0e,0ene", "0et", "0t", "0ten", "0en,0e,0ne"],
  words: [
    ["nat", 6], ["vagt", 1], ["nattevagt", 1, [0, 1]], ["nøgle", 2], ["dør", 3], ["chef", 1], ["leder", 7], ["arbejde", 5],
    ["fællesskab", 4], ["arbejdsfællesskab", 4, [7, 8]]
  ]
};
const KINDS = [["story", "Fortælling"], ["value", "Værdi"], ["method", "Metode"], ["page", ""]];
const STORY = 0, VALUE = 1, METHOD = 2, PAGE = 3;

/* A page as search/data.js holds it; `more` is what is found and not shown. */
function page(title, text, given) {
  const one = Object.assign({ kind: STORY, lead: "", workplace: "", values: [], about: "", more: "", same: "" }, given);
  return [title, one.kind, title, one.lead, text, one.workplace, one.values, one.about, one.more, one.same];
}

function searchIn(pages, given) {
  const data = Object.assign({ language: "da", kinds: KINDS, values: [], pages: pages, synonyms: [] }, WORDS, given);
  return scope.hverdagIndex(data, lunr());
}

function places(answer) {
  return answer.items.map(function (hit) { return hit.address; });
}

/* The piece of its text that is shown of a hit, the first or another. */
function shown(answer, at) {
  return answer.items[at || 0].lead;
}

/* The words that a hit was found by, and those that were asked for and are not there. */
function terms(answer, at) {
  const hit = answer.items[at || 0];
  return Object.assign({}, ...hit.found.map(function (word) { return { [word]: true }; }), ...hit.missing.map(function (word) { return { [word]: false }; }));
}

function row(name, number) {
  return Array.from({ length: number }, function (_, at) { return name + at; }).join(" ");
}

const NOTHING = { items: [], note: { kind: "none", tried: [] }, themes: [], quiet: [] };
const look = searchIn([
  page("Nøglen", "Hun lukkede døren & gik. Lederen sagde <ja>.", {
    lead: "Nattevagten fandt en nøgle.", workplace: "Hjemme & ude", values: [0, 1], about: "Tillid"
  }),
  page("Døren", "Det stod skrevet.", { lead: "En dør stod åben.", values: [1], about: "Mod" }),
  page("Mod", "Vi har mod i vores arbejdsfællesskab.", { kind: VALUE, values: [1] }),
  page("Kort møde", "Læg nøglerne. Dorthe er her. En sosu-hjælper med F 07.", { kind: METHOD }),
  page("Hjælp", "Her er hjælp.", { kind: PAGE, more: "skjult", same: "chef" })
], {
  values: [["tillid", "Tillid", "M1 1"], ["mod", "Mod \"nu\"", "M2 2"]],
  synonyms: [["chef", "leder"], ["sosu", "social- og sundhedshjælper"]]
});

test("a hit shows what it is, where it is from, and where the word stands", function () {
  const answer = look("NØGLERNE");
  assert.deepEqual(answer.items[0], {
    address: "Nøglen",
    title: "<mark>Nøglen</mark>",
    lead: "Nattevagten fandt en <mark>nøgle</mark>.",
    kind: "Fortælling",
    about: ["Hjemme &#38; ude"],
    values: [["tillid", "Tillid", "M1 1"], ["mod", "Mod \"nu\"", "M2 2"]],
    found: ["nøglen", "nøgle"],
    missing: []
  });
  assert.deepEqual(places(answer), ["Nøglen", "Kort møde"]);
  assert.equal(shown(answer, 1), "Læg <mark>nøglerne</mark>. Dorthe er her. En sosu-hjælper med F 07.");
  assert.deepEqual([answer.items[1].kind, answer.items[1].about, answer.items[1].values], ["Metode", [], []]);
  assert.equal(answer.note, null);
});

test("texts and queries are never markup", function () {
  assert.equal(shown(look("lederen")), "Hun lukkede døren &#38; gik. <mark>Lederen</mark> sagde &#60;ja&#62;.");
  const answer = look("<b>dør</b> onerror=\"x\"");
  assert.deepEqual(places(answer), ["Døren", "Nøglen"]);
  assert.deepEqual(terms(answer), { "døren": true, "dør": true, "onerror": false });
});

test("a word is found in any form, by its beginning, and as any keyboard writes it", function () {
  [
    ["nøgle", ["Nøglen", "Kort møde"]], ["noegle", ["Nøglen", "Kort møde"]], ["nøg", ["Nøglen", "Kort møde"]], ["ti", []],
    ["Nattevagter", ["Nøglen"]], ["fællesskabet", ["Mod"]], ["skjult", ["Hjælp"]], ["hjemme", ["Nøglen"]], ["Tillid", ["Nøglen"]]
  ].forEach(function (one) { assert.deepEqual(places(look(one[0])), one[1], one[0]); });
});

test("a compound is found by its parts, with a hyphen and without, and parted by a reader", function () {
  assert.deepEqual(places(look("vagt")), ["Nøglen"]);
  assert.deepEqual(terms(look("vagt")), {});
  assert.equal(shown(look("vagt")), "<mark>Nattevagten</mark> fandt en nøgle.");
  assert.deepEqual(places(look("sosuhjælper")), ["Kort møde"]);
  assert.deepEqual(places(look("arbejds fællesskab")), ["Mod"]);
  assert.deepEqual(terms(look("arbejds fællesskab")), { "arbejdsfællesskab": true });
  assert.deepEqual(places(look("natvagt")), ["Nøglen"]);
  assert.equal(look("natvagt").note, null);
});

test("words written apart are joined as Danish joins them, and several hyphens are left out", function () {
  const joined = searchIn([page("A", "En lysdag."), page("B", "Til byefest."), page("C", "en sosu-hjælper-elev")]);
  assert.deepEqual(places(joined("ly dag")), ["A"]);
  assert.deepEqual(places(joined("by fest")), ["B"]);
  assert.deepEqual(places(joined("sosuhjælperelev")), ["C"]);
});

test("a page with both halves of what was written together comes before one with a half of it", function () {
  const answer = searchIn([page("Vagt", "vagt vagt", { lead: "vagt" }), page("Sent", "Der var en nat, og en vagt.")])("natvagt");
  assert.deepEqual(places(answer), ["Sent", "Vagt"]);
  assert.deepEqual(answer.note, null);
});

test("of two words as near, the one on most pages is taken; a long word may be one that stands nowhere", function () {
  const twice = searchIn([page("En", "Dortea"), page("To", "Dorteb"), page("Tre", "Dorteb")])("dortex");
  assert.deepEqual(twice.note, { kind: "instead", pairs: [["dortex", "Dorteb"]] });
  const nowhere = searchIn([page("En", "nattevagten kom")])("nattevagtx");
  assert.deepEqual(nowhere.note, { kind: "instead", pairs: [["nattevagtx", "nattevagt"]] });
  assert.deepEqual(places(nowhere), ["En"]);
  assert.deepEqual(searchIn([page("En", "døren")])("dørx"), NOTHING);
});

test("a word that stands nowhere is taken for the nearest, and that is told", function () {
  assert.deepEqual(look("natevagtt").note, { kind: "instead", pairs: [["natevagtt", "nattevagt"]] });
  assert.deepEqual(places(look("natevagtt")), ["Nøglen"]);
  assert.deepEqual(look("dorte natevagtt").note, { kind: "instead", pairs: [["dorte", "Dorthe"], ["natevagtt", "nattevagt"]] });
  assert.deepEqual(places(look("nøgel")), ["Nøglen", "Kort møde"]);
});

test("what is nowhere finds nothing, and words that are there are offered", function () {
  const names = searchIn([page("Navne", "Dortea Dorteb Dortec Dorted Dortef Dorteg og Dorthea")]);
  assert.deepEqual(names("dortxx"), Object.assign({}, NOTHING, { note: { kind: "none", tried: ["Dortea", "Dorteb", "Dortec", "Dorted", "Dortef"] } }));
  assert.deepEqual(names("dorxyb"), Object.assign({}, NOTHING, { note: { kind: "none", tried: ["Dorteb"] } }));
  const long = searchIn([page("Navn", "Mads Dorteafdal")]);
  assert.deepEqual(long("dorteafxyz").note, { kind: "none", tried: ["Dorteafdal"] });
  assert.deepEqual(long("maxx").note, NOTHING.note);
  ["qqqqqqq", "", "   ", "-- !", "constructor toString hasOwnProperty __proto__", "*", "~2"].forEach(function (query) {
    assert.deepEqual(look(query), NOTHING, query);
  });
  assert.deepEqual(look(undefined), NOTHING);
});

test("small words say nothing, but a value may be called one", function () {
  assert.deepEqual(look("det er"), { items: [], note: { kind: "small" }, themes: [], quiet: [] });
  assert.deepEqual(places(look("Mod")), ["Mod", "Døren"]);
  assert.deepEqual(places(look("det er en dør")), places(look("dør")));
  assert.deepEqual(searchIn([page("Nøgle", "mod vinden")])("mod"), { items: [], note: { kind: "small" }, themes: [], quiet: [] });
});

test("a letter alone says nothing, unless it is half of a code", function () {
  const codes = searchIn([page("Skoene", "Kode F07"), page("Hatten", "Kode B07"), page("Tallet", "07 og f")]);
  assert.deepEqual(places(codes("F07")), ["Skoene"]);
  assert.deepEqual(places(codes("f 07")).slice(0, 1), ["Tallet"]);
  assert.deepEqual(places(codes("F 07")).sort(), ["Skoene", "Tallet"]);
  assert.deepEqual(places(codes("x 07")), ["Tallet"]);
  assert.equal(terms(codes("x 07")).x, undefined);
});

test("a page with all that was asked for comes before one with a part of it often", function () {
  const answer = searchIn([page("Dør", "dør dør dør", { lead: "dør" }), page("Gangen", "En dør med en nøgle i.")])("dør nøgle");
  assert.deepEqual(places(answer), ["Gangen", "Dør"]);
  assert.deepEqual(terms(answer), { "dør": true, "nøgle": true });
  assert.deepEqual(terms(answer, 1), { "dør": true, "nøgle": false });
});

test("a title counts more than a lead, a lead more than a text, and a story more than a page", function () {
  const text = "ord og andre ord med nøgle";
  assert.deepEqual(
    places(searchIn([page("A", text), page("B", "ord", { lead: text }), page(text, "ord")])("nøgle")), [text, "B", "A"]
  );
  const kinds = [page("A", text, { kind: PAGE }), page("B", text, { kind: METHOD }), page("C", text)];
  assert.deepEqual(places(searchIn(kinds)("nøgle")), ["C", "B", "A"]);
});

test("a page is marked by the words that mean the same", function () {
  const synonyms = [["chef", "leder"], ["leder", "en boss"], ["boss", "leder"]];
  const answer = searchIn([page("Mødet", "Lederen kom.", { same: "chef" })], { synonyms: synonyms });
  assert.equal(shown(answer("chef")), "<mark>Lederen</mark> kom.");
  assert.deepEqual(terms(answer("chef")), { "lederen": true });
  assert.deepEqual(places(answer("boss")), []);
  const several = searchIn([page("Mødet", "Lederen tog en dag.")], { synonyms: [["leder", "en boss"]] });
  assert.equal(shown(several("leder")), "<mark>Lederen</mark> tog en dag.");
});

test("what is far below the best is left out", function () {
  const best = page("Nat", "nat nat nat", { lead: "nat nat nat", about: "nat nat nat", more: "nat nat nat" });
  const least = page("Lang", row("ord", 200) + " nattevagt", { kind: PAGE });
  const middle = page("Kort", "Om en nattevagt og andet");
  assert.deepEqual(places(searchIn([best, least, middle])("nat")), ["Nat", "Kort"]);
  assert.deepEqual(places(searchIn([least, middle])("nat")), ["Kort", "Lang"]);
});

test("no more than 200 letters, 12 words and 60 pages are looked at", function () {
  assert.deepEqual(places(look("x".repeat(196) + " mod")), ["Mod", "Døren"]);
  assert.deepEqual(places(look("x".repeat(197) + " mod")), []);
  assert.deepEqual(places(look(row("q", 11) + " nøgle")), ["Nøglen", "Kort møde"]);
  assert.deepEqual(places(look(row("q", 12) + " nøgle")), []);
  const many = searchIn(Array.from({ length: 61 }, function (_, at) { return page("Side " + at, "nøgle"); }));
  assert.equal(many("nøgle").items.length, 60);
});

test("no more than four forms are marked on the page that a hit leads to", function () {
  const answer = searchIn([page("Ringen", "nøgle Nøglen NØGLE nøgler nøglerne noegle")])("nøgle");
  assert.deepEqual(terms(answer), { "nøgle": true, "nøglen": true, "nøgler": true, "nøglerne": true });
  const missing = searchIn([page("Ringen", "nøgler.", { lead: "En nøgle" })])("nøgle " + "q".repeat(41));
  assert.deepEqual(terms(missing), { "nøgle": true, "nøgler": true, ["q".repeat(40)]: false });
});

test("of a long text, the piece with most of what was found is shown, from the beginning of a word to the end of one", function () {
  const long = row("ord", 60) + " nøgle " + row("led", 60) + " nøgle dør " + row("rest", 60);
  const said = shown(searchIn([page("Gangen", long)])("nøgle dør"));
  assert.equal(
    said,
    "… led51 led52 led53 led54 led55 led56 led57 led58 led59 <mark>nøgle</mark> <mark>dør</mark> " + row("rest", 23) + " …"
  );
  const start = shown(searchIn([page("Gangen", "En nøgle " + row("ord", 60))])("nøgle"));
  assert.equal(start, "En <mark>nøgle</mark> " + row("ord", 37) + " …");
  const joined = row("ord", 60) + " " + "x/".repeat(40) + "nøgle " + row("led", 60);
  assert.equal(shown(searchIn([page("Gangen", joined)])("nøgle")), "… <mark>nøgle</mark> " + row("led", 37) + " …");
  const end = shown(searchIn([page("Gangen", row("ord", 60) + " nøgle.")])("nøgle"));
  assert.equal(end, "… ord51 ord52 ord53 ord54 ord55 ord56 ord57 ord58 ord59 <mark>nøgle</mark>.");
});

test("where the word stands in the title alone, the beginning of the page is shown", function () {
  assert.equal(shown(searchIn([page("Nøgle", "x<y " + "z".repeat(300))])("nøgle")), "x&#60;y " + "z".repeat(216) + "");
  assert.equal(shown(searchIn([page("Nøgle", "tekst", { lead: "a & b" })])("nøgle")), "a &#38; b");
});

test("a text with the word itself is shown before one with a part of it", function () {
  const pages = [page("Gangen", "Hendes vagt.", { lead: "En nattevagt." })];
  assert.equal(shown(searchIn(pages)("vagt")), "Hendes <mark>vagt</mark>.");
});

test("a handbook in English is looked in as English", function () {
  const english = searchIn([page("Door", "She found the keys.", { kind: STORY })], { language: "en", words: [] });
  assert.deepEqual(places(english("key")), ["Door"]);
  assert.deepEqual(english("the").note, { kind: "small" });
  assert.equal(shown(english("key")), "She found the <mark>keys</mark>.");
});

/* Which themes a query leads to, by their names and the words that people have for them, and what it finds besides. */
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
  classes: ["", "0en,0er,0erne", "0t", "0r,0de", "0n,0r"],
  words: [
    ["travl", 2], ["stress", 0], ["syg", 0], ["melde", 3], ["sygemelde", 3, [2, 3]], ["trivsel", 0], ["medarbejder", 4],
    ["kollega", 4], ["sorg", 1], ["afsked", 1], ["ledelse", 4], ["tid", 1], ["arbejde", 4], ["pres", 0], ["arbejdspres", 0, [12, 13]]
  ]
};
const KINDS = [["story", "Fortælling"], ["value", "Værdi"], ["method", "Metode"], ["page", ""]];
const STORY = 0, METHOD = 2, PAGE = 3;
const TRAVL = 0, SORG = 1, LEDELSE = 2, SYG = 3;
const THEMES = [
  ["Travlhed og stress", "emner/travlhed/", "Dage, hvor vi skal nå for meget.", ["stress", "vi har travlt", "for lidt tid", "arbejdspres"]],
  ["Sorg og afsked", "emner/sorg/", "Når nogen rejser.", ["sorg", "afsked"]],
  ["Ledelse", "emner/ledelse/", "", ["trivsel", "os og dem"]],
  ["Sygefravær", "", "Når en kollega er syg længe.", ["sygemeldt"], [TRAVL, LEDELSE]]
];

function page(title, text, themes, kind) {
  const row = [title, kind || STORY, title, "", text, "", [], "", "", ""];
  return themes ? row.concat([themes]) : row;
}

function searchIn(pages, themes) {
  const data = Object.assign({ language: "da", kinds: KINDS, values: [], pages: pages, synonyms: [], themes: themes || THEMES }, WORDS);
  return scope.hverdagIndex(data, lunr());
}

function names(answer) {
  return answer.themes.map(function (theme) { return theme.name; });
}

function hit(one) {
  return one[0] || one;
}

function places(answer) {
  return answer.items.map(function (one) { return hit(one).location || hit(one).address; });
}

function missing(answer, at) {
  const first = hit(answer.items[at || 0]);
  return first.missing || Object.keys(first.terms).filter(function (word) { return !first.terms[word]; });
}

const look = searchIn([
  page("Skloe", "Vi var bagud.", [TRAVL]), page("Frakken", "Han spurgte efter hende.", [SORG]),
  page("Kælderen", "Vandet steg.", [SORG, TRAVL]), page("Tavlen", "En chef kom.", [LEDELSE]), page("Uden", "Intet emne.")
]);

test("a theme is told with its address, and how many stories there are", function () {
  assert.deepEqual(look("stress").themes, [{ name: "Travlhed og stress", address: "emner/travlhed/", count: 2 }]);
});

test("a theme leads to its stories, though no word of it stands in them; those that it is chief of come first", function () {
  assert.deepEqual(places(look("stress")), ["Skloe", "Kælderen"]);
  assert.equal(look("stress").note, null);
  assert.deepEqual(missing(look("stress")), []);  /* the theme is its word */
  assert.deepEqual([places(look("stress vandet"))[0], missing(look("stress vandet"))], ["Kælderen", []]);
  assert.deepEqual([places(look("stress vandet"))[1], missing(look("stress vandet"), 1)], ["Skloe", ["vandet"]]);
});

test("a theme is found by a phrase, an inflection, a slip, a beginning and any keyboard", function () {
  ["vi har travlt", "Travlt!", "har I travlt", "stres", "stressx", "arbejdspres", "TRAVL"].forEach(function (query) {
    assert.deepEqual(names(look(query)), ["Travlhed og stress"], query);
  });
  assert.deepEqual(names(look("ledels")), ["Ledelse"]);
});

test("a phrase of small words is found as it is written, and in no other order", function () {
  assert.deepEqual(names(look("os og dem")), ["Ledelse"]);
  assert.deepEqual(places(look("os og dem")), ["Tavlen"]);
  assert.equal(look("os og dem").note, null);
  assert.deepEqual(look("dem og os").note, { kind: "small" });
});

test("half a phrase is not what it says", function () {
  assert.deepEqual(places(look("lidt")), []);
  assert.deepEqual(names(look("lidt")), ["Travlhed og stress"]);  /* but it is near */
  assert.deepEqual(names(look("for lidt tid")), ["Travlhed og stress"]);
});

test("a compound leads to the theme of either half", function () {
  assert.deepEqual(names(look("stressniveau")), ["Travlhed og stress"]);
  assert.deepEqual(names(look("medarbejdertrivsel")), ["Ledelse"]);
});

test("a theme that no story is about leads to those near it, in their order, and is named", function () {
  const answer = look("sygefravær");
  assert.deepEqual(names(answer), ["Travlhed og stress", "Ledelse"]);
  assert.deepEqual(answer.quiet, ["Sygefravær"]);
  assert.deepEqual(answer.items, []);
  assert.deepEqual(answer.note, { kind: "none", tried: [] });
  assert.deepEqual(look("stress").quiet, []);
});

test("what is one word to a theme may be two to a reader", function () {
  assert.deepEqual(names(look("folk melder sig syg")), ["Travlhed og stress", "Ledelse"]);
});

test("a search without a hit gives the nearest themes, or those of most stories, and never nothing", function () {
  assert.deepEqual(names(look("sorrrg")), ["Sorg og afsked"]);
  assert.deepEqual(names(look("pres")), ["Travlhed og stress"]);
  ["qqqqqqq", "", "det er", "constructor __proto__"].forEach(function (query) {
    assert.deepEqual(names(look(query)), ["Travlhed og stress", "Sorg og afsked", "Ledelse"], query);
  });
});

test("where there are hits, a theme that is not asked for is not pushed on the reader", function () {
  assert.deepEqual(look("vandet").themes, []);
  assert.deepEqual(places(look("vandet")), ["Kælderen"]);
});

test("a story that holds the words and the theme comes before one that has the theme alone", function () {
  const answer = searchIn([page("A", "Intet.", [TRAVL]), page("B", "En dag med stress.", [TRAVL]), page("C", "Stress i maskinen.")])("stress");
  assert.deepEqual(places(answer), ["B", "C", "A"]);
});

test("of several themes the best comes first, and no more than three are shown beside hits", function () {
  const many = Array.from({ length: 6 }, function (_, at) { return ["Sorg " + at, "emner/" + at + "/", "", at === 4 ? ["sorg"] : []]; });
  const answer = searchIn(many.map(function (_, at) { return page("Side " + at, "sorg", [at]); }), many)("sorg");
  assert.deepEqual(names(answer), ["Sorg 4"]);
  const alike = many.map(function (row) { return [row[0], row[1], "", ["sorg"]]; });
  assert.equal(searchIn([page("Side", "sorg", [5])], alike)("sorg").themes.length, 3);
  assert.deepEqual(names(searchIn([page("Side", "sorg", [5])], alike)("sorg"))[0], "Sorg 5");  /* it has a story */
});

test("stories come before methods and pages that hold no more of what was asked for", function () {
  const found = searchIn([
    page("Sorg i teamet", "sorg sorg", null, METHOD), page("Om sorg", "sorg sorg sorg", null, PAGE), page("Frakken", "Der var " + "ord ".repeat(300) + " sorg.")
  ]);
  assert.deepEqual(places(found("sorg"))[0], "Frakken");
  assert.equal(places(found("sorg")).length, 3);
  assert.deepEqual(places(found("sorg teamet"))[0], "Sorg i teamet");
  assert.deepEqual(places(found("om sorg"))[0], "Om sorg");  /* it is what the page is called */
});

test("a site without themes is searched as before", function () {
  const answer = searchIn([page("Frakken", "sorg")], [])("sorg");
  assert.deepEqual([places(answer), answer.themes, answer.quiet], [["Frakken"], [], []]);
  assert.deepEqual(searchIn([page("Frakken", "sorg")], [])("qqqq").themes, []);
});

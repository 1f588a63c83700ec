/* What a typed word may mean, on a few words of our own: folded, in its forms, in halves, and spelt or sounding alike. */
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { runScript } = require("./scripts.js");

const scope = {};
runScript("search-words.js", { self: scope });

const CLASSES = ["", "0en,0ens", "0et,3ørn,3ørnene", "12jet", "3ad", "0"];
const WORDS = [
  ["nat", 1], ["vagt", 1], ["nattevagt", 1, [0, 1]], ["barn", 2], ["hus", 0], ["Børnehus", 0, [3, 4]], ["bede", 4], ["bad", 0],
  ["Mod", 5], ["by", 0], ["skov", 0], ["øjeblikkelighed", 3], ["Åse", 0], ["ÅSE", 0]
];

function wordsOf(words, stem) {
  return scope.hverdagWords({ words: words, classes: CLASSES }, stem || function (word) { return word; });
}

/* A site with words that no dictionary holds. */
function siteOf(forms) {
  const words = wordsOf([]);
  forms.forEach(words.meet);
  return words;
}

/* What each typed word is nearest to, among the forms of a site: none, or how far apart they are. */
function apart(typed, form, most) {
  const found = siteOf([form]).nearest(typed, most);
  return found.length ? found[0][0] : null;
}

const own = wordsOf(WORDS);

test("any keyboard can write what is looked for", function () {
  [
    ["Ææ", "aeae"], ["Ää", "aeae"], ["Øø", "oeoe"], ["Öö", "oeoe"], ["Åå", "aaaa"], ["ßß", "ssss"], ["Blåbærgrød", "blaabaergroed"],
    ["a\u030a o\u0308", "aa oe"], ["Éé Üü Ñ", "ee uu n"], ["x\u0300y\u036fz", "xyz"], ["ﬁｎ", "fin"], ["F07", "f07"], ["", ""]
  ].forEach(function (one) { assert.equal(own.fold(one[0]), one[1], one[0]); });
});

test("the words of a text are told with their places", function () {
  assert.deepEqual(own.tokens("Nøglen, 2026_og F07!"), [
    { word: "Nøglen", at: 0, end: 6 }, { word: "2026", at: 8, end: 12 }, { word: "og", at: 13, end: 15 }, { word: "F07", at: 16, end: 19 }
  ]);
  assert.deepEqual(own.tokens("<𝐀x>"), [{ word: "𝐀x", at: 1, end: 4 }]);
  assert.deepEqual(own.tokens(" -- !"), []);
});

test("a form leads to its words", function () {
  [
    ["nat", ["nat"]], ["natten", ["natten~"]], ["NATEN", ["nat"]], ["natens", ["nat"]], ["barnet", ["barn"]], ["børn", ["barn"]],
    ["boernene", ["barn"]], ["øjejet", ["oejeblikkelighed"]], ["øjeblikkelighedjet", ["oejeblikkelighedjet~"]], ["bede", ["bede"]],
    ["bad", ["bede", "bad"]], ["mod", ["mod"]], ["åse", ["aase"]], ["", ["~"]]
  ].forEach(function (one) { assert.deepEqual(own.keys(one[0]), one[1], one[0]); });
});

test("a word that no dictionary holds is found under its stem, and no more than 40 letters of it", function () {
  const asked = [];
  const words = wordsOf(WORDS, function (word) {
    asked.push(word);
    return word.slice(0, 5);
  });
  assert.deepEqual(words.keys("Ordenlighed"), ["orden~"]);
  assert.deepEqual(words.keys("Ordenlighed"), ["orden~"]);
  assert.deepEqual(words.keys("x".repeat(41)), ["xxxxx~"]);
  assert.deepEqual(words.keys("nat"), ["nat"]);
  assert.deepEqual(asked, ["ordenlighed", "x".repeat(40)]);
});

test("what a dictionary holds is known, and what only stands in the site is not", function () {
  const words = wordsOf(WORDS);
  words.meet("Dorthe");
  words.meet("DORTHE");
  words.meet("BØRN");
  assert.deepEqual(["Nat", "børn", "BOERN", "by"].map(words.has), [true, true, true, true]);
  assert.deepEqual(["natt", "", "Dorthe"].map(words.has), [false, false, false]);
  assert.deepEqual(["dorthe", "boern", "mod", "aase", "oejejet", "nowhere"].map(words.shown), ["Dorthe", "børn", "Mod", "Åse", "øjejet", undefined]);
});

test("a compound is known by its parts", function () {
  assert.deepEqual(own.parts("nattevagt"), ["nat", "vagt"]);
  assert.deepEqual(own.parts("boernehus"), ["barn", "hus"]);
  assert.deepEqual(own.parts("nat"), []);
  assert.deepEqual(own.parts("nowhere"), []);
});

test("words that readers have written together are parted", function () {
  [
    ["natvagt", [["nat"], ["vagt"]]], ["VAGTBØRN", [["vagt"], ["barn"]]], ["badhus", [["bede", "bad"], ["hus"]]], ["hushus", [["hus"], ["hus"]]],
    ["skovshus", [["skov"], ["hus"]]], ["skovehus", [["skov"], ["hus"]]], ["skovxhus", []], ["skovsehus", []],
    ["byhus", []], ["byshus", []], ["skovby", []], ["skov", []], ["husx", []], ["xhus", []], ["", []]
  ].forEach(function (one) { assert.deepEqual(own.halves(one[0]), one[1], one[0]); });
});

test("words are parted as evenly as can be, and of two ways as even, the first", function () {
  const words = wordsOf(["abc", "defgh", "abcde", "fgh", "abcd", "efgh"].map(function (word) { return [word, 0]; }));
  assert.deepEqual(words.halves("abcdefgh"), [["abcd"], ["efgh"]]);
  const uneven = wordsOf(["abc", "defgh", "abcde", "fgh"].map(function (word) { return [word, 0]; }));
  assert.deepEqual(uneven.halves("abcdefgh"), [["abc"], ["defgh"]]);
  const late = wordsOf(["abc", "defghi", "abcde", "fghi"].map(function (word) { return [word, 0]; }));
  assert.deepEqual(late.halves("abcdefghi"), [["abcde"], ["fghi"]]);
});

test("no more than 40 letters are parted", function () {
  const words = wordsOf([["x".repeat(36), 0], ["skov", 0], ["skovs", 0]]);
  assert.deepEqual(words.halves("x".repeat(36) + "skovs"), [["x".repeat(36)], ["skov"]]);
});

test("two words differ in what they end with alone", function () {
  [
    "", "r", "n", "d", "e", "t", "s", "er", "en", "et", "ne", "es", "ers", "ens", "ets", "nes", "ene", "erne", "enes", "ernes", "ende",
    "ede", "ete", "de", "te", "st", "ste", "est", "este", "re", "des", "den", "det", "net", "ren", "rer", "tes"
  ].forEach(function (ending) {
    assert.equal(own.isInflected("skov", "skov" + ending), true, ending);
    assert.equal(own.isInflected("SKOV" + ending, "skov"), true, ending);
  });
  [
    "a", "hed", "lig", "else", "endes", "edes", "estes", "ss", "ex", "xer", "se", "eee", "nende", "tede", "esten", "erede", "ered", "aste", "ess"
  ].forEach(function (ending) {
    assert.equal(own.isInflected("skov", "skov" + ending), false, ending);
    assert.equal(own.isInflected("skov" + ending, "skov"), false, ending);
  });
});

test("words share three letters or more where one is a form of the other", function () {
  [
    ["kopper", "koppen", true], ["kopper", "kopværk", false], ["børn", "BOERNE", true], ["bil", "bilen", true], ["by", "byen", false],
    ["hus", "hus", true], ["hus", "husxs", false], ["skoven", "skovhed", false], ["skovhed", "skoven", false], ["nat", "vat", false], ["", "", false]
  ].forEach(function (one) { assert.equal(own.isInflected(one[0], one[1]), one[2], one.join(" ")); });
});

test("a word that sounds the same is half a letter away", function () {
  [
    ["jemjem", "hjemhjem"], ["vemvem", "hvemhvem"], ["venven", "vendvend"], ["kolkol", "koldkold"], ["pluspus", "pludspuds"],
    ["tetta", "thettha"], ["fofo", "phopho"], ["kaka", "caca"], ["vava", "wawa"], ["sosa", "zoza"], ["kopper", "koper"], ["alle", "ale"],
    ["abbe", "abe"], ["nat", "nat"], ["NØGLE", "nøgle"], ["blok", "blokc"]
  ].forEach(function (one) { assert.equal(apart(one[0], one[1], 2), 0.5, one.join(" ")); });
  assert.equal(apart("kado", "kaso", 2), null);
  ["e", "i", "h", "y"].forEach(function (letter) {
    assert.equal(apart("ak" + letter + "ma", "ac" + letter + "ma", 1), null, letter);
    assert.equal(apart("ak" + letter + "mado", "ac" + letter + "mado", 1), 1, letter);
  });
});

test("letters put in, left out, changed or swapped are counted", function () {
  [
    ["tillidx", "tillid", 1], ["tilid", "tillid", 0.5], ["tilld", "tillid", 1], ["tilvid", "tillid", 1], ["tlilid", "tillid", 1],
    ["tillidsmænd", "tillidsmænd", 0.5], ["tlilib", "tillid", 2], ["tilviv", "tillid", 2], ["tiabllid", "tillid", 2], ["tabcid", "tillid", null],
    ["kragen", "krabme", null], ["kbcdaf", "kabcdf", 2], ["kdcbaf", "kabcdf", null], ["kabcdfgh", "kabcdf", 2], ["kabcdfghi", "kabcdf", null],
    ["kacbdf", "kabcdf", 1], ["kcabdf", "kabcdf", 2], ["kabcfd", "kabcdf", 1], ["kbacfd", "kabcdf", 2], ["kabcca", "kacaba", null]
  ].forEach(function (one) { assert.equal(apart(one[0], one[1], 2), one[2], one.join(" ")); });
});

test("no more letters apart than are asked for", function () {
  assert.equal(apart("tilviv", "tillid", 1), null);
  assert.equal(apart("tabcid", "tillid", 3), 3);
  assert.equal(apart("tillidxyz", "tillid", 3), 3);
  assert.equal(apart("tillid", "tillidxyz", 3), 3);
  assert.equal(apart("tillid", "tillidxyz", 2), null);
  assert.equal(apart("abc", "aabbcc", 3), 0.5);
  assert.equal(apart("abc", "aabbcc", 2), null);
  assert.equal(apart("aabbcc", "abc", 2), null);
});

test("the shorter words are, the more alike they must be", function () {
  [
    ["bak", "bakt", null], ["vagt", "vagter", 2], ["vagt", "vaga", null], ["vagt", "vaxgt", 1], ["vagt", "vgat", 1], ["vagt", "agt", null],
    ["vagt", "xvagt", null], ["vagte", "vagta", null], ["vagte", "vagtx", null], ["vagte", "vaget", 1], ["vagten", "vagtex", 1],
    ["xagten", "vagten", null], ["vagtx", "vagten", 2], ["vagten", "vagt", 2], ["hold", "vold", null]
  ].forEach(function (one) { assert.equal(apart(one[0], one[1], 2), one[2], one.join(" ")); });
});

test("words of two letters are near nothing", function () {
  assert.equal(apart("abb", "ab", 1), null);
  assert.equal(apart("abbe", "abe", 1), 0.5);
});

test("the nearest words come first, and of words as near those that were met first", function () {
  const words = siteOf(["tilxxd", "tillxd", "tillid", "tilyid", "tilid", "nowhere"]);
  assert.deepEqual(words.nearest("TILLID", 2), [[0.5, "tillid"], [0.5, "tilid"], [1, "tillxd"], [1, "tilyid"], [2, "tilxxd"]]);
  assert.deepEqual(words.nearest("tillid", 0), []);
});

test("the nearest words are forms of the dictionary too, folded, and of no more than 40 letters", function () {
  assert.deepEqual(own.nearest("børnenx", 1), [[1, "boernene"]]);
  const words = siteOf(["x".repeat(38) + "ab"]);
  assert.deepEqual(words.nearest("x".repeat(38) + "abcdefgh", 1), [[0.5, "x".repeat(38) + "ab"]]);
});

/* The leader's own file of agreements: the cases of tests/features/agreements/vectors.json, which Python is held to as
   well; what is kept in the browser; and the calendar. */
"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const { ROOT, runScript } = require("./scripts.js");

const VECTORS = JSON.parse(fs.readFileSync(path.join(ROOT, "tests", "features", "agreements", "vectors.json"), "utf8"));
const TODAY = "2026-11-30";
const GIVEN = {
  language: "da",
  zone: "Europe/Copenhagen",
  ids: ["date", "workplace", "agreement", "story", "method", "review", "outcome", "happened"],
  labels: {
    date: ["Dato", "Date", "siden"],
    workplace: ["Arbejdsplads", "Workplace", "enhed"],
    agreement: ["Aftale", "Agreement", "hvad gør vi?"],
    story: ["Fortælling", "Story"],
    method: ["Metode", "Method"],
    review: ["Ses igen", "Review"],
    outcome: ["Udfald", "Outcome", "resultat"],
    happened: ["Hvad skete der?", "What happened?"]
  },
  required: ["date", "workplace", "agreement"],
  delimiter: ";",
  outcomes: { kept: "kept", changed: "changed", dropped: "dropped", beholdt: "kept", aendret: "changed", droppet: "dropped" },
  words: { kept: "Beholdt", changed: "Ændret", dropped: "Droppet", was_due: "Skulle være set på igen den {day}.", event: "Se, igen", event_overdue: "Dagen er gået" }
};

function scripts(stored) {
  const page = {};
  const kept = stored || new Map();
  const globals = {
    window: page,
    localStorage: {
      getItem: function (key) { return kept.has(key) ? kept.get(key) : null; },
      setItem: function (key, text) { kept.set(key, text); },
      removeItem: function (key) { kept.delete(key); }
    }
  };
  ["agreements-days.js", "agreements-csv.js", "agreements-calendar.js", "agreements-list.js"].forEach(function (name) {
    runScript(name, globals);
  });
  return page;
}

const page = scripts();

function listOf(stored) {
  const own = scripts(stored);
  return own.hverdagAgreementsList(GIVEN);
}

function bytes(text) {
  return new TextEncoder().encode(text);
}

test("the shared cases are there", function () {
  assert.ok(VECTORS.files.length >= 25);
  assert.ok(Object.keys(VECTORS.days).length >= 20);
});

test("files are read as agreed", function () {
  VECTORS.files.forEach(function (one) {
    const read = page.hverdagCsv.read(new Uint8Array(Buffer.from(one.base64, "base64")), GIVEN.labels, GIVEN.required);
    assert.deepEqual(read && read.rows.map(function (row) { return row.cells; }), one.rows, one.name);
    if (read) assert.deepEqual(read.left, one.left, one.name);
  });
});

test("days and outcomes are read as agreed", function () {
  Object.entries(VECTORS.days).forEach(function (one) {
    assert.equal(page.hverdagDays.read(one[0]), one[1], one[0]);
  });
  Object.entries(VECTORS.outcomes).forEach(function (one) {
    assert.equal(GIVEN.outcomes[page.hverdagCsv.squeezed(one[0])] || "", one[1], one[0]);
  });
});

test("what is written is read again, whatever it says", function () {
  const texts = ["=1+1", "-5", "- 5", "@x", "a;b", 'a "b" c', "<b>x</b>", "", "x\ty", "|", ",", "æøå"];
  const rows = texts.map(function (text) { return ["2026-11-30", "Rylen", text]; });
  const file = page.hverdagCsv.written([["Dato", "Arbejdsplads", "Aftale"]].concat(rows), ";");
  const read = page.hverdagCsv.read(bytes(file), GIVEN.labels, GIVEN.required);
  assert.deepEqual(read.rows.map(function (row) { return row.cells.agreement; }), texts.map(function (text) {
    return text === "x\ty" ? "x y" : text;
  }));
  assert.ok(!/(^|;)[=+@]/m.test(file), "no cell is taken for a formula");
});

test("today is the day in Denmark, whatever the clock of the machine says", function () {
  assert.equal(page.hverdagDays.today("Europe/Copenhagen", new Date("2026-11-30T23:30:00Z")), "2026-12-01");
  assert.equal(page.hverdagDays.today("Europe/Copenhagen", new Date("2026-06-30T21:59:00Z")), "2026-06-30");
  assert.equal(page.hverdagDays.later("2026-12-31", 28), "2027-01-28");
  assert.equal(page.hverdagDays.said("2026-11-03", "da"), "3. november 2026");
});

test("rows without words, with a day or an outcome that cannot be read, are left out and counted", function () {
  const list = listOf();
  const found = list.open(bytes("Dato;Arbejdsplads;Aftale;Udfald\n2026-11-03;;Vi hilser;\nx;;Vi lytter;\n2026-11-03;;;\n2026-11-03;;Vi går;tja\n"));
  assert.deepEqual(found, { number: 1, left: [3, 4, 5] });
  assert.equal(list.open(bytes("noget andet")), null);
  assert.equal(list.all().length, 1);
});

test("the same agreement comes once, with the newest answer", function () {
  const list = listOf();
  list.open(bytes("Dato;Arbejdsplads;Aftale;Udfald\n2026-11-03;;Vi hilser;\n"));
  list.open(bytes("Dato;Arbejdsplads;Aftale;Udfald\n3.11.2026;Rylen;Vi hilser;Beholdt\n2026-11-04;;Vi hilser;\n"));
  assert.deepEqual(list.all().map(function (one) { return [one.date, one.outcome]; }), [["2026-11-04", ""], ["2026-11-03", "kept"]]);
});

test("no more than two hundred are taken, and no text is endless", function () {
  const list = listOf();
  const rows = Array.from({ length: 300 }, function (_, at) { return "2026-11-03;;Vi hilser " + at + "x".repeat(5000) + "\n"; });
  list.open(bytes("Dato;Arbejdsplads;Aftale\n" + rows.join("")));
  assert.equal(list.all().length, 200);
  assert.ok(list.all().every(function (one) { return one.agreement.length === 1000; }));
});

test("nothing is kept unless it is asked for, and nothing is left when it is forgotten", function () {
  const stored = new Map();
  const list = listOf(stored);
  list.open(bytes("Dato;Arbejdsplads;Aftale\n2026-11-03;;Vi hilser\n"));
  assert.equal(stored.size, 0);
  assert.ok(list.remember());
  assert.equal(stored.size, 1);
  const later = listOf(stored);
  assert.ok(later.recall());
  assert.equal(later.all()[0].agreement, "Vi hilser");
  later.forget();
  assert.deepEqual([stored.size, later.all().length, later.isRemembered()], [0, 0, false]);
});

test("what somebody else has put into the browser is read as data", function () {
  ["{", "[]", "5", "null", '[null,5,{"date":"x"},{"date":{"a":1},"agreement":[]}]'].forEach(function (text) {
    assert.equal(listOf(new Map([["hverdag-agreements", text]])).recall(), false, text);
  });
});

test("the same agreement has the same UID, wherever it was saved", function () {
  const one = { date: TODAY, agreement: "Vi hilser", workplace: "" };
  const uid = page.hverdagAgreementsCalendar.uid(one);
  assert.match(uid, /^aftale-[0-9a-f]{32}@hverdag$/);
  assert.equal(page.hverdagAgreementsCalendar.uid({ date: TODAY, agreement: "Vi hilser", workplace: "Rylen", story: "x" }), uid);
  assert.notEqual(page.hverdagAgreementsCalendar.uid({ date: TODAY, agreement: "Vi hilser." }), uid);
});

test("there is no calendar where nothing is to be looked at", function () {
  const made = { words: GIVEN.words, zone: GIVEN.zone, today: TODAY, later: page.hverdagDays.later, said: String };
  const one = { date: TODAY, agreement: "Vi hilser", review: "", outcome: "" };
  assert.equal(page.hverdagAgreementsCalendar.calendar([one], made), "");
  assert.equal(page.hverdagAgreementsCalendar.calendar([Object.assign({}, one, { review: TODAY, outcome: "kept" })], made), "");
});

test("the same words are the same agreement, however they were typed or written", function () {
  const list = listOf();
  list.held.now.push(list.read({ date: "3-11-2026", agreement: "  Vi  ga\u030ar\ten tur ", review: "1.12.2026" }));
  const uid = page.hverdagAgreementsCalendar.uid(list.held.now[0]);
  assert.equal(list.held.now[0].agreement, "Vi g\u00e5r en tur");
  assert.equal(list.held.now[0].review, "2026-12-01");
  const another = listOf();
  another.open(bytes(list.file()));
  assert.deepEqual(another.all().map(page.hverdagAgreementsCalendar.uid), [uid]);
  const remembered = new Map();
  const other = listOf(remembered);
  other.open(bytes("Dato;Arbejdsplads;Aftale\n2026-11-03;;Vi ga\u030ar  en tur\n"));
  other.remember();
  const later = listOf(remembered);
  later.recall();
  assert.deepEqual(later.all().map(page.hverdagAgreementsCalendar.uid), [uid]);
});

test("a text that is cut short is the same when it is read again", function () {
  const list = listOf();
  list.held.now.push(list.read({ date: "2026-11-03", agreement: "x".repeat(999) + "\ud83d\ude00" }));
  list.open(bytes(list.file()));
  assert.equal(list.all().length, 1);
});

test("a file that is saved and opened again doubles nothing, and counts what is here", function () {
  const list = listOf();
  list.held.now.push(list.read({ date: "2026-11-03", agreement: "Vi hilser" }));
  assert.deepEqual(list.open(bytes(list.file())), { number: 1, left: [] });
  assert.deepEqual([list.held.now.length, list.held.before.length], [1, 0]);
  const row = "2026-11-04;;Vi lytter\n";
  assert.equal(list.open(bytes("Dato;Arbejdsplads;Aftale\n" + row + row)).number, 1);
  assert.equal(list.all().length, 2);
  const many = Array.from({ length: 300 }, function (_, at) { return "2026-11-05;;Vi ses " + at + "\n"; });
  assert.equal(list.open(bytes("Dato;Arbejdsplads;Aftale\n" + many.join(""))).number, 199);
});

test("what is removed is not remembered either, and the rest is", function () {
  const stored = new Map();
  const list = listOf(stored);
  ["Vi hilser", "Vi lytter"].forEach(function (words) { list.held.now.push(list.read({ date: "2026-11-03", agreement: words })); });
  list.remove(list.held.now[0]);
  assert.equal(stored.size, 0, "nothing is remembered that nobody asked for");
  list.held.now.push(list.read({ date: "2026-11-03", agreement: "Vi hilser" }));
  list.remember();
  list.held.now.push(list.read({ date: "2026-11-03", agreement: "Vi er stille" }));
  list.remove(list.held.now[0]);
  const later = listOf(stored);
  later.recall();
  assert.deepEqual(later.all().map(function (one) { return one.agreement; }), ["Vi hilser"]);
  list.remove(list.held.now[0]);
  assert.equal(stored.size, 0);
});

test("a day is typed with the day first, and one that there is not is none", function () {
  const list = listOf();
  assert.equal(page.hverdagDays.typed("2026-11-03"), "03-11-2026");
  assert.equal(page.hverdagDays.read(page.hverdagDays.typed("2026-11-03")), "2026-11-03");
  assert.deepEqual(["31-2-2026", " ", "11/30/2026"].map(function (text) { return list.read({ review: text }).review; }), [null, "", null]);
});

test("an answer that was given here is not lost when the file without it is opened again", function () {
  const list = listOf();
  const file = bytes("Dato;Arbejdsplads;Aftale;Udfald\n2026-11-03;;Vi hilser;\n");
  list.open(file);
  Object.assign(list.held.before[0], { outcome: "kept", happened: "Det gik." });
  list.open(file);
  assert.deepEqual(list.all().map(function (one) { return [one.outcome, one.happened, one.wasSeen]; }), [["kept", "Det gik.", false]]);
});

/* The minutes of a meeting: the sums of tests/features/guides/minutes.json, which Python is held to as
   well, and what only a reader sees. */
"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const { ROOT, runScript } = require("./scripts.js");

const VECTORS = JSON.parse(fs.readFileSync(path.join(ROOT, "tests", "features", "guides", "minutes.json"), "utf8"));

function planOf() {
  const page = {};
  runScript("plan.js", { window: page });
  return page.hverdagPlan;
}

const plan = planOf();

test("the shared sums are there", function () {
  assert.ok(VECTORS.scaled.length >= 75);
  assert.ok(VECTORS.clock.length >= 15);
  assert.ok(VECTORS.begins.length >= 3);
});

test("minutes are shared out as agreed", function () {
  VECTORS.scaled.forEach(function (one) {
    assert.deepEqual(plan.scaled(one.minutes, one.floors, one.total), one.shares, JSON.stringify(one));
  });
});

test("clock times are read and written as agreed", function () {
  VECTORS.clock.forEach(function (one) {
    assert.equal(plan.minuteOfDay(one.text), one.minute, JSON.stringify(one));
    assert.equal(one.minute === null ? null : plan.clock(one.minute), one.said, JSON.stringify(one));
  });
});

test("steps begin as agreed", function () {
  VECTORS.begins.forEach(function (one) {
    assert.deepEqual(plan.begins(one.minutes), one.begins, JSON.stringify(one));
  });
});

test("steps of no minutes stand on their floors, and the last takes what is left", function () {
  assert.deepEqual(plan.scaled([0, 0, 0], [1, 2, 0], 10), [1, 2, 7]);
  assert.deepEqual(plan.scaled([0], [0], 0), [0]);
  assert.deepEqual(plan.scaled([0, 5], [0, 0], 10), [0, 10]);
});

test("a plan that is given is left as it was", function () {
  const minutes = [5, 5, 5];
  const floors = [1, 1, 1];
  assert.deepEqual(plan.scaled(minutes, floors, 11), [4, 4, 3]);
  assert.deepEqual([minutes, floors], [[5, 5, 5], [1, 1, 1]]);
});

test("minutes are added up", function () {
  assert.equal(plan.sum([]), 0);
  assert.equal(plan.sum([2, 4, 5]), 11);
});

test("a clock has two digits of minutes, and midnight starts over", function () {
  assert.deepEqual([0, 9, 10, 59, 60].map(plan.clock), ["0.00", "0.09", "0.10", "0.59", "1.00"]);
  assert.deepEqual([545, 550, 1439].map(plan.clock), ["9.05", "9.10", "23.59"]);
  assert.deepEqual([1440, 1450, 1500, 2880].map(plan.clock), ["0.00", "0.10", "1.00", "0.00"]);
});

test("a time field has two digits of hours", function () {
  assert.deepEqual([0, 545, 599, 600, 1439].map(plan.typed), ["00:00", "09:05", "09:59", "10:00", "23:59"]);
});

test("what can be typed for a time is read, and nothing else", function () {
  [
    ["0:00", 0], ["00.00", 0], ["19:05", 1145], ["20.59", 1259], ["21:10", 1270], ["22:22", 1342], ["23:00", 1380], ["\t7.07\n", 427]
  ].forEach(function (one) { assert.equal(plan.minuteOfDay(one[0]), one[1], one[0]); });
  ["29:00", "2400", "9 05", "a9:05", "9:05a", "109:05", "9:055", ":05", "9:", "9,05", null, undefined, 905].forEach(function (text) {
    assert.equal(plan.minuteOfDay(text), null, String(text));
  });
});

test("a page in English writes its times with a colon, and no other page does", function () {
  const said = ["en-GB", "en", "da", "", "enhver"].map(function (lang) {
    const page = { document: { documentElement: { lang: lang } } };
    runScript("plan.js", { window: page });
    return page.hverdagPlan.clock(545) + " " + page.hverdagPlan.typed(545);
  });
  assert.deepEqual(said, ["9:05 09:05", "9:05 09:05", "9.05 09:05", "9.05 09:05", "9.05 09:05"]);
});

test("a step is told by the clock where the start is known, and in minutes where it is not", function () {
  assert.equal(plan.when(null, 0, 5), "0–5");
  assert.equal(plan.when(null, 15, 10), "15–25");
  assert.equal(plan.when(0, 15, 10), "0.15–0.25");
  assert.equal(plan.when(540, 0, 5), "9.00–9.05");
  assert.equal(plan.when(1425, 10, 15), "23.55–0.10");
});

/* Whether a guide can be put together of what is chosen, and how its minutes fall. */
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { runScript } = require("./scripts.js");

const WORDS = {
  choose: "choose", no_story: "no story", no_dilemma: "no dilemma", whole: "whole", too_short: "{least} to {most}",
  stories: "Stories", method: "Method", in_all: "Minutes"
};

function choices() {
  const page = {};
  runScript("plan.js", { window: page });
  runScript("compose-choice.js", { window: page });
  return page.hverdagComposeChoice(WORDS, 600);
}

const choice = choices();

function method(changes) {
  return {
    code: "M01", title: "Talk", total: 20, minutes: [5, 10, 5], reads: [true, false, false],
    needs_dilemma: false, needs_story: true, uses_texts: true, applies_to: ["story", "value"], ...changes
  };
}

function chosen(changes) {
  return { method: method(), value: null, stories: [], minutes: "", isBad: false, ...changes };
}

const KEY = { code: "F01", title: "The key", reading: 4, dilemma: null };
const COAT = { code: "F02", title: "The coat", reading: 7, dilemma: { question: "Now?", options: ["Yes", "No"] } };
const TRUST = { code: "V01", title: "Trust" };

function told(given) {
  return choice.faults(given).map(function (fault) { return [fault.field, fault.name, fault.text]; });
}

test("nothing chosen is told by the stories, and is no fault of what is written", function () {
  assert.deepEqual(told(chosen()), [["story", undefined, "choose"]]);
  assert.deepEqual(told(chosen({ minutes: "1" })), [["story", undefined, "choose"]]);
});

test("a value alone is enough where the method reads no story", function () {
  const alone = chosen({ value: TRUST, method: method({ needs_story: false, reads: [false, false, false] }) });
  assert.deepEqual(told(alone), []);
  assert.deepEqual(told(chosen({ value: TRUST })), [["story", "Stories", "no story"]]);
  assert.deepEqual(told(chosen({ value: TRUST, stories: [KEY] })), []);
});

test("a value alone is no subject of a method for stories", function () {
  const given = method({ needs_story: false, applies_to: ["story"] });
  assert.deepEqual(told(chosen({ value: TRUST, method: given })), [["story", "Stories", "no story"]]);
});

test("a method for the handbook needs nothing, and takes what is chosen", function () {
  const given = method({ applies_to: ["handbook"], uses_texts: false, code: "M09" });
  assert.deepEqual(told(chosen({ method: given })), []);
  assert.deepEqual(told(chosen({ method: given, stories: [KEY] })), []);
  assert.equal(choice.title(chosen({ method: given })), "Talk");
  assert.equal(choice.code(chosen({ method: given })), "H-M09");
  assert.equal(choice.code(chosen({ method: given, value: TRUST, stories: [KEY] })), "H-M09");
  const both = method({ applies_to: ["handbook", "story"] });
  assert.equal(choice.code(chosen({ method: both })), "H-M01");
  assert.equal(choice.code(chosen({ method: both, stories: [KEY] })), "F01-M01");
});

test("a method that needs a dilemma says so, but not beside a story that is missing", function () {
  const given = method({ needs_dilemma: true });
  assert.deepEqual(told(chosen({ method: given, stories: [KEY] })), [["method", "Method", "no dilemma"]]);
  assert.deepEqual(told(chosen({ method: given, stories: [KEY, COAT] })), []);
  assert.deepEqual(told(chosen({ method: given, value: TRUST })), [["story", "Stories", "no story"]]);
});

test("minutes are whole, and there is room for every step", function () {
  const with_key = function (changes) { return chosen({ stories: [KEY], ...changes }); };
  assert.deepEqual(told(with_key({ minutes: "12.5" })), [["minutes", "Minutes", "whole"]]);
  assert.deepEqual(told(with_key({ isBad: true })), [["minutes", "Minutes", "whole"]]);
  assert.deepEqual(told(with_key({ minutes: "5" })), [["minutes", "Minutes", "6 to 600"]]);
  assert.deepEqual(told(with_key({ minutes: "6" })), []);
  assert.deepEqual(told(with_key({ minutes: "601" })), [["minutes", "Minutes", "6 to 600"]]);
});

test("one step reads all the stories; of several, each reads its own", function () {
  const both = { stories: [KEY, COAT], minutes: "30" };
  assert.deepEqual(choice.minutes(chosen(both)).minutes.reduce((all, one) => all + one), 30);
  assert.equal(choice.minutes(chosen(both)).least, 13);
  const twice = method({ reads: [true, false, true] });
  const parted = choice.minutes(chosen({ ...both, method: twice, minutes: "12" }));
  assert.deepEqual(parted, { minutes: [4, 1, 7], least: 12 });
  const days = chosen({ ...both, method: method({ reads: [false, true, false, true, true] }) });
  const used = [0, 1, 2, 3, 4].map(function (at) { return choice.storiesOf(days, at).map((story) => story.code); });
  assert.deepEqual(used, [["F01"], ["F01"], ["F01"], ["F02"], ["F01"]]);
  assert.deepEqual(choice.storiesOf(chosen({ method: twice }), 0), []);
});

test("a guide is called by its value, or by its stories, and so is its receipt", function () {
  assert.equal(choice.title(chosen({ stories: [KEY, COAT] })), "Talk: The key, The coat");
  assert.equal(choice.code(chosen({ stories: [COAT, KEY] })), "F02-M01");
  assert.equal(choice.title(chosen({ value: TRUST, stories: [KEY] })), "Talk: Trust");
  assert.equal(choice.code(chosen({ value: TRUST, stories: [KEY] })), "V01-M01");
  assert.equal(choice.code(chosen({ stories: [{ ...KEY, code: "" }] })), "");
  assert.equal(choice.code(chosen({ stories: [KEY], method: method({ code: "" }) })), "");
});

test("what a guide is about is named by its title and its code, as files name it", function () {
  assert.equal(choice.named(chosen({ value: TRUST, stories: [KEY] })), "Trust (V01)");
  assert.equal(choice.named(chosen({ stories: [COAT, KEY] })), "The coat (F02)");
  assert.equal(choice.named(chosen({ stories: [{ ...KEY, code: "" }] })), "The key");
  assert.equal(choice.named(chosen({ method: method({ applies_to: ["handbook"], uses_texts: false }) })), "");
});

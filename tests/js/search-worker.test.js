/* The search worker: Material's four messages, what is loaded and when, and what is answered where something fails. */
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { runScript } = require("./scripts.js");

const HERE = "https://kommunen.dk/h/assets/hverdag/search-worker.js";
const FOLDER = "https://kommunen.dk/h/assets/hverdag/";
const ADDRESS = "https://kommunen.dk/h/search/address.js";
const DATA = "https://kommunen.dk/h/search/data.0123456789.js";
const BROKEN = { type: 3, data: { items: [], note: { kind: "broken" } } };

function setUp(languages) {
  return { type: 0, data: { config: { lang: languages } } };
}

function ask(query) {
  return { type: 2, data: query };
}

/* A worker, and what it answers, loads and warns of. `load` is what its files do. */
function workerOf(load) {
  const held = { answers: [], loaded: [], warned: [], asked: [] };
  const scope = {
    location: { href: HERE },
    lunr: { is: "lunr" },
    console: { warn: function (failed) { held.warned.push(failed); } },
    addEventListener: function (name, heard) {
      assert.equal(name, "message");
      held.send = function (message) { heard({ data: message }); };
    },
    postMessage: function (message) { held.answers.push(message); },
    importScripts: function () {
      held.loaded.push(Array.from(arguments));
      load(scope, arguments[0]);
    }
  };
  scope.hverdagIndex = function (data, lunr) {
    held.given = [data, lunr];
    return function (query) {
      held.asked.push(query);
      if (query === "fails") throw new Error("failed");
      return { items: [query], note: null };
    };
  };
  runScript("search-worker.js", { self: scope });
  return held;
}

/* What the files do: one names the data, and among the others are the data. */
function data(scope, first) {
  if (first.startsWith(ADDRESS)) scope.hverdagData.searchIn("data.0123456789.js");
  else scope.hverdagData.search({ pages: 1 });
}

/* What was loaded, without the time of the visit, which no browser has kept an answer for. */
function loaded(worker) {
  assert.match(worker.loaded[0][0].slice(ADDRESS.length), /^\?\d{13}$/);
  return [[ADDRESS]].concat(worker.loaded.slice(1));
}

test("nothing is loaded before the first query", function () {
  const worker = workerOf(data);
  worker.send(setUp(["da"]));
  worker.send(ask(""));
  assert.deepEqual(worker.answers, [{ type: 1, data: undefined }, { type: 3, data: { items: [], note: null } }]);
  assert.deepEqual(worker.loaded, []);
});

test("the index, its language, our scripts and the pages are loaded, once and in that order", function () {
  const worker = workerOf(data);
  worker.send(setUp(["da"]));
  worker.send(ask("nøgle"));
  worker.send(ask("dør"));
  assert.deepEqual(loaded(worker), [[ADDRESS], [
    FOLDER + "lunr.js", FOLDER + "lunr.stemmer.support.js", FOLDER + "lunr.da.js", FOLDER + "search-words.js", FOLDER + "search-index.js", DATA
  ]]);
  assert.deepEqual(worker.given, [{ pages: 1 }, { is: "lunr" }]);
  assert.deepEqual(worker.answers.slice(1), [{ type: 3, data: { items: ["nøgle"], note: null } }, { type: 3, data: { items: ["dør"], note: null } }]);
  assert.deepEqual(worker.warned, []);
});

test("English is part of the index itself", function () {
  const worker = workerOf(data);
  worker.send(setUp(["en"]));
  worker.send(ask("key"));
  assert.deepEqual(loaded(worker), [[ADDRESS], [FOLDER + "lunr.js", FOLDER + "search-words.js", FOLDER + "search-index.js", DATA]]);
});

test("what cannot be loaded is told, and tried again", function () {
  const failed = new Error("no network");
  let isHere = false;
  const worker = workerOf(function (scope, first) {
    if (!isHere) throw failed;
    data(scope, first);
  });
  worker.send(setUp(["da"]));
  worker.send(ask("nøgle"));
  assert.deepEqual(worker.answers.slice(1), [BROKEN]);
  assert.deepEqual(worker.warned, [failed]);
  isHere = true;
  worker.send(ask("nøgle"));
  assert.deepEqual(worker.answers.slice(2), [{ type: 3, data: { items: ["nøgle"], note: null } }]);
  assert.equal(worker.loaded.length, 3);
});

test("data that are gone since they were named are asked for by their new name", function () {
  let named = "data.0000000000.js";
  const worker = workerOf(function (scope, first) {
    if (first.startsWith(ADDRESS)) return scope.hverdagData.searchIn(named);
    if (named === "data.0000000000.js") throw new Error("not found");
    return data(scope, first);
  });
  worker.send(setUp(["da"]));
  worker.send(ask("n"));
  named = "data.0123456789.js";
  worker.send(ask("nø"));
  assert.deepEqual(worker.answers.slice(1), [BROKEN, { type: 3, data: { items: ["nø"], note: null } }]);
});

test("a search that fails is told, and the next is answered", function () {
  const worker = workerOf(data);
  worker.send(setUp(["da"]));
  worker.send(ask("fails"));
  worker.send(ask("dør"));
  assert.deepEqual(worker.answers.slice(1), [BROKEN, { type: 3, data: { items: ["dør"], note: null } }]);
  assert.deepEqual(worker.warned.map(function (failed) { return failed.message; }), ["failed"]);
});

test("in a page that was opened as a file, the last of what is typed while it loads is answered", function () {
  const answers = [];
  const loads = [];
  const page = {
    url: "file:///stick/assets/hverdag/search-worker.js",
    answer: function (message) { answers.push(message); },
    load: function (files, done) { loads.push([files, done]); }
  };
  const scope = {
    hverdagWorker: page,
    hverdagData: { cards: "kept" },
    hverdagIndex: function () { return function (query) { return query; }; }
  };
  runScript("search-worker.js", { self: scope });
  page.hear(setUp(["da"]));
  ["n", "nø", "nøg"].forEach(function (typed) { page.hear(ask(typed)); });
  assert.equal(loads.length, 1);
  assert.match(loads[0][0][0], /^file:\/\/\/stick\/search\/address.js\?\d+$/);
  scope.hverdagData.searchIn("data.0123456789.js");
  loads[0][1]();
  assert.equal(loads[1][0][5], "file:///stick/search/data.0123456789.js");
  assert.deepEqual(answers, [{ type: 1, data: undefined }]);
  assert.equal(scope.hverdagData.cards, "kept");
  scope.hverdagData.search({});
  loads[1][1]();
  assert.deepEqual(answers.slice(1), [{ type: 3, data: "nøg" }]);
  page.hear(ask("nøgl"));
  assert.deepEqual(answers.slice(2), [{ type: 3, data: "nøgl" }]);
  assert.equal(loads.length, 2);
});

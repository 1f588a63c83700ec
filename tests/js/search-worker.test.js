/* The search worker: what it hears, what is loaded and when, and what is answered where something fails. */
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { runScript } = require("./scripts.js");

const LOAD = ["https://kommunen.dk/h/lunr.js", "https://kommunen.dk/h/index.js"];
const ADDRESS = "https://kommunen.dk/h/search/address.js";
const NAME = "data.0123456789.js";
const PAGES = "https://kommunen.dk/h/search/" + NAME;

function broken(query) {
  return { query: query, found: { items: [], note: { kind: "broken" } } };
}

function found(query) {
  return { query: query, found: { items: [query], note: null } };
}

function ask(query) {
  return { query: query, load: LOAD, pages: ADDRESS };
}

/* A worker, and what it answers, loads and warns of. `load` is what its files do. */
function workerOf(load) {
  const held = { answers: [], loaded: [], warned: [], asked: [] };
  const scope = {
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

/* What the files do: one names the pages, and among the others are the pages. */
function data(scope, first) {
  if (first.startsWith(ADDRESS)) scope.hverdagData.searchIn(NAME);
  else scope.hverdagData.search({ pages: 1 });
}

/* What was loaded, without the time of the visit, for which no browser has kept an answer. */
function loadedBy(worker) {
  return worker.loaded.map(function (files) {
    if (files[0] === LOAD[0]) return files;
    assert.match(files[0].slice(ADDRESS.length), /^\?\d{13}$/);
    return [files[0].slice(0, ADDRESS.length)];
  });
}

test("nothing is loaded before the first query", function () {
  const worker = workerOf(data);
  assert.deepEqual([worker.answers, worker.loaded], [[], []]);
});

test("what looks and what is looked in are loaded, once and in that order", function () {
  const worker = workerOf(data);
  worker.send(ask("nøgle"));
  worker.send(ask("dør"));
  assert.deepEqual(loadedBy(worker), [[ADDRESS], LOAD.concat(PAGES)]);
  assert.deepEqual(worker.given, [{ pages: 1 }, { is: "lunr" }]);
  assert.deepEqual(worker.answers, [found("nøgle"), found("dør")]);
  assert.deepEqual(worker.warned, []);
});

test("what cannot be loaded is told, and tried again", function () {
  const failed = new Error("no network");
  let isHere = false;
  const worker = workerOf(function (scope, first) {
    if (!isHere) throw failed;
    data(scope, first);
  });
  worker.send(ask("nøgle"));
  assert.deepEqual(worker.answers, [broken("nøgle")]);
  assert.deepEqual(worker.warned, [failed]);
  isHere = true;
  worker.send(ask("nøgle"));
  assert.deepEqual(worker.answers.slice(1), [found("nøgle")]);
  assert.deepEqual(loadedBy(worker), [[ADDRESS], [ADDRESS], LOAD.concat(PAGES)]);
});

test("pages that are gone since they were named are asked for by their new name", function () {
  let named = "data.0000000000.js";
  const worker = workerOf(function (scope, first) {
    if (first.startsWith(ADDRESS)) return scope.hverdagData.searchIn(named);
    if (named !== NAME) throw new Error("not found");
    return data(scope, first);
  });
  worker.send(ask("n"));
  named = NAME;
  worker.send(ask("nø"));
  assert.deepEqual(worker.answers, [broken("n"), found("nø")]);
});

test("a search that fails is told, and the next is answered", function () {
  const worker = workerOf(data);
  worker.send(ask("fails"));
  worker.send(ask("dør"));
  assert.deepEqual(worker.answers, [broken("fails"), found("dør")]);
  assert.deepEqual(worker.warned.map(function (failed) { return failed.message; }), ["failed"]);
});

test("in a page that was opened as a file, the last of what is typed while it loads is answered", function () {
  const answers = [];
  const loads = [];
  const page = {
    answer: function (message) { answers.push(message); },
    load: function (files, done) { loads.push([files, done]); }
  };
  const scope = {
    hverdagWorker: page,
    hverdagData: { cards: "kept" },
    hverdagIndex: function () { return function (query) { return { items: [query], note: null }; }; }
  };
  runScript("search-worker.js", { self: scope });
  ["n", "nø", "nøg"].forEach(function (typed) { page.hear(ask(typed)); });
  assert.equal(loads.length, 1);
  assert.equal(loads[0][0][0].split("?")[0], ADDRESS);
  scope.hverdagData.searchIn(NAME);
  loads[0][1]();
  assert.deepEqual(loads[1][0], LOAD.concat(PAGES));
  assert.deepEqual(answers, []);
  assert.equal(scope.hverdagData.cards, "kept");
  scope.hverdagData.search({});
  loads[1][1]();
  assert.deepEqual(answers, [found("nøg")]);
  page.hear(ask("nøgl"));
  assert.deepEqual(answers.slice(1), [found("nøgl")]);
  assert.equal(loads.length, 2);
});

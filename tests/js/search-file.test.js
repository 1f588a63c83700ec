/* The search worker that runs in a page which was opened as a file: what it loads, hears and answers, and in what order. */
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { runScript } = require("./scripts.js");

/* A page that loads scripts when it is told to. */
function pageAt(address) {
  const page = { scripts: [], later: [], window: {} };
  runScript("search-file.js", {
    window: page.window,
    location: new URL(address),
    setTimeout: function (act) { page.later.push(act); },
    document: {
      createElement: function (name) { return { name: name }; },
      head: { appendChild: function (script) { page.scripts.push(script); } }
    }
  });
  return page;
}

function sources(page) {
  return page.scripts.map(function (script) { return script.name + " " + script.src; });
}

test("a page on a server keeps the browser's own workers", function () {
  assert.deepEqual(pageAt("https://kommunen.dk/h/index.html").window, {});
});

test("what is sent before the worker is there is heard when it is, in order", function () {
  const page = pageAt("file:///stick/om/index.html");
  const heard = [];
  const worker = new page.window.Worker("../assets/hverdag/search-worker.js");
  assert.deepEqual(sources(page), []);
  worker.postMessage(1);
  worker.postMessage(2);
  assert.deepEqual(sources(page), ["script file:///stick/assets/hverdag/search-worker.js"]);
  assert.equal(page.window.hverdagWorker.url, "file:///stick/assets/hverdag/search-worker.js");
  page.window.hverdagWorker.hear = function (message) { heard.push(message); };
  page.scripts[0].onload();
  worker.postMessage(3);
  assert.deepEqual(heard, [1, 2, 3]);
  assert.equal(page.scripts.length, 1);
  assert.equal(worker.terminate(), undefined);
});

test("a worker that cannot be loaded says so, as a browser's own does", function () {
  const page = pageAt("file:///stick/index.html");
  const worker = new page.window.Worker("w.js");
  let failed = 0;
  worker.addEventListener("error", function () { failed += 1; });
  worker.postMessage(1);
  assert.equal(failed, 0);
  page.scripts[0].onerror();
  assert.equal(page.scripts.length, 1);
  assert.equal(failed, 1);
});

test("answers come by themselves, as a worker's do", function () {
  const page = pageAt("file:///stick/index.html");
  const answers = [];
  const worker = new page.window.Worker("w.js");
  worker.addEventListener("message", function (event) { answers.push(event.data); });
  worker.postMessage(1);
  page.window.hverdagWorker.answer({ type: 1 });
  assert.deepEqual(answers, []);
  page.later.forEach(function (act) { act(); });
  assert.deepEqual(answers, [{ type: 1 }]);
});

test("files are loaded one after another, and the first that fails is told", function () {
  const page = pageAt("file:///stick/index.html");
  const told = [];
  new page.window.Worker("w.js").postMessage(1);
  page.window.hverdagWorker.load(["a.js", "b.js", "c.js"], function (failed) { told.push(failed); });
  assert.deepEqual(sources(page).slice(1), ["script a.js"]);
  page.scripts[1].onload();
  page.scripts[2].onload();
  page.scripts[3].onload();
  assert.deepEqual(sources(page).slice(1), ["script a.js", "script b.js", "script c.js"]);
  assert.deepEqual(told, [undefined]);
  page.window.hverdagWorker.load(["d.js", "e.js"], function (failed) { told.push(failed.message); });
  page.scripts[4].onerror();
  assert.deepEqual(told, [undefined, "d.js"]);
  assert.equal(page.scripts.length, 5);
});

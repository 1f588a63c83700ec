/* The reader's classic scripts, run as they are, without a browser: each is given what a page would hold as parameters,
   so that what it answers is made of Node's own arrays and maps, and can be compared with them. */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const ROOT = path.join(__dirname, "..", "..");
const SCRIPTS = path.join(ROOT, "plugins", "hverdag");

function filesIn(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap(function (entry) {
    const found = path.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(found) : [found];
  });
}

/* A script is known by its name, wherever in the package it lies. */
function scriptFile(name) {
  const found = filesIn(SCRIPTS).filter(function (file) { return path.basename(file) === name; });
  if (found.length !== 1) throw new Error(name + ": there are " + found.length + " scripts of that name");
  return found[0];
}

/* Run a file with some globals in place of the browser's. A module, which a page opened as a file may not load, is
   refused as a browser refuses it. */
function runFile(file, globals) {
  const text = fs.readFileSync(file, "utf8");
  new vm.Script(text, { filename: file });
  vm.compileFunction(text, Object.keys(globals), { filename: file }).apply(globals.self, Object.values(globals));
}

function runScript(name, globals) {
  runFile(scriptFile(name), globals);
}

/* The index itself, with Danish, comes with MkDocs and Material: tests/js/test_node.py tells where they have laid it. */
function lunr() {
  if (!global.lunr) {
    if (!process.env.HVERDAG_LUNR) throw new Error("HVERDAG_LUNR does not say where lunr lies: scripts/test tests/js does.");
    process.env.HVERDAG_LUNR.split(path.delimiter).forEach(function (file) {
      vm.runInThisContext(fs.readFileSync(file, "utf8"), { filename: file });
    });
  }
  return global.lunr;
}

module.exports = { ROOT: ROOT, lunr: lunr, runScript: runScript };

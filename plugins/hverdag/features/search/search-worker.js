/* The search worker. It hears {query, load, pages}: what is looked for, the addresses of the scripts that look, and that
   of the one that names what they look in; it answers {query, found}. Nothing is loaded before the first query. A page that was opened as a
   file has no workers; there search-file.js runs this script in the page itself. */
(function (scope) {
  "use strict";
  var page = scope.hverdagWorker;
  var search = null;
  var waiting = null;
  var pages = "";

  function answer(query, found) {
    var data = { query: query, found: found };
    if (page) page.answer(data);
    else scope.postMessage(data);
  }

  function fetched(files, done) {
    if (page) return page.load(files, done);
    try {
      scope.importScripts.apply(scope, files);
    } catch (failed) {
      return done(failed);
    }
    return done();
  }

  function find(query) {
    var found = { items: [], note: { kind: "broken" } };
    try {
      if (search) found = search(query);
    } catch (failed) {
      scope.console.warn(failed);
    }
    answer(query, found);
  }

  function load(asked) {
    scope.hverdagData = scope.hverdagData || {};
    scope.hverdagData.search = function (data) { search = scope.hverdagIndex(data, scope.lunr); };
    scope.hverdagData.searchIn = function (name) { pages = new URL(name, asked.pages).href; };
    /* Where the pages lie is asked anew at every visit: they tell of stories, and one that is gone is found no more. */
    fetched([asked.pages + "?" + Date.now()], function (failed) {
      if (failed) return loaded(failed);
      fetched(asked.load.concat(pages), loaded);
    });
  }

  function loaded(failed) {
    if (failed) scope.console.warn(failed);
    var query = waiting;
    waiting = null;
    find(query);
  }

  function hear(asked) {
    if (search) return find(asked.query);
    var isLoading = waiting !== null;
    waiting = asked.query;
    if (!isLoading) load(asked);
  }

  if (page) page.hear = hear;
  else scope.addEventListener("message", function (event) { hear(event.data); });
})(self);

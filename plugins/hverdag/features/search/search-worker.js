/* The search worker that Material asks: it speaks Material's four messages (0 set up, 1 ready, 2 query, 3 result).
   Nothing is loaded before the first query. A page that was opened as a file has no workers; there search-file.js runs
   this script in the page itself. */
(function (scope) {
  "use strict";
  var page = scope.hverdagWorker;
  var here = page ? page.url : scope.location.href;
  var languages = [];
  var search = null;
  var waiting = null;

  function answer(type, data) {
    if (page) page.answer({ type: type, data: data });
    else scope.postMessage({ type: type, data: data });
  }

  function files() {
    var lunr = "../javascripts/lunr/min/lunr.";
    var others = languages.filter(function (language) { return language !== "en"; });
    var stemmers = others.map(function (language) { return lunr + language + ".min.js"; });
    if (stemmers.length) stemmers.unshift(lunr + "stemmer.support.min.js");
    return ["lunr.js"].concat(stemmers, ["search-words.js", "search-themes.js", "search-index.js", "../../search/data.js"])
      .map(function (file) { return new URL(file, here).href; });
  }

  function fetched(done) {
    if (page) return page.load(files(), done);
    try {
      scope.importScripts.apply(scope, files());
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
    answer(3, found);
  }

  function load() {
    scope.hverdagData = scope.hverdagData || {};
    scope.hverdagData.search = function (data) { search = scope.hverdagIndex(data, scope.lunr); };
    fetched(function (failed) {
      if (failed) scope.console.warn(failed);
      var query = waiting;
      waiting = null;
      find(query);
    });
  }

  function hear(message) {
    if (message.type === 0) {
      languages = message.data.config.lang;
      answer(1);
    } else if (!message.data) {
      answer(3, { items: [], note: null });
    } else if (search) {
      find(message.data);
    } else {
      var loading = waiting !== null;
      waiting = message.data;
      if (!loading) load();
    }
  }

  if (page) page.hear = hear;
  else scope.addEventListener("message", function (event) { hear(event.data); });
})(self);

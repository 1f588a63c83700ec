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
  var data = "";
  var FOLDER = "../../search/";

  function answer(type, data) {
    if (page) page.answer({ type: type, data: data });
    else scope.postMessage({ type: type, data: data });
  }

  /* What lies beside this script. It is published with the digests of these files in their names (web/assets.py). */
  function scripts() {
    var stemmers = languages.indexOf("da") < 0 ? [] : ["lunr.stemmer.support.js", "lunr.da.js"];
    return ["lunr.js"].concat(stemmers, ["search-words.js", "search-index.js"]);
  }

  function fetched(files, done) {
    var addresses = files.map(function (file) { return new URL(file, here).href; });
    if (page) return page.load(addresses, done);
    try {
      scope.importScripts.apply(scope, addresses);
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
    scope.hverdagData.searchIn = function (name) { data = name; };
    /* Where the data lie is asked anew at every visit: they tell of stories, and one that is gone is found no more. */
    fetched([FOLDER + "address.js?" + Date.now()], function (failed) {
      if (failed) return loaded(failed);
      fetched(scripts().concat(FOLDER + data), loaded);
    });
  }

  function loaded(failed) {
    if (failed) scope.console.warn(failed);
    var query = waiting;
    waiting = null;
    find(query);
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

/* Browsers give a page that was opened as a file no workers. Here the search worker runs in the page instead; it is the
   only worker there is. Classic scripts are all that such a page may load, and all that this needs. */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  function load(urls, done) {
    if (!urls.length) return done();
    var script = document.createElement("script");
    script.src = urls[0];
    script.onload = function () { load(urls.slice(1), done); };
    script.onerror = function () { done(new Error(urls[0])); };
    document.head.appendChild(script);
  }

  window.Worker = function (url) {
    var worker = new EventTarget();
    var waiting = [];
    var inside = {
      url: new URL(url, location.href).href,
      load: load,
      answer: function (data) {
        setTimeout(function () { worker.dispatchEvent(new MessageEvent("message", { data: data })); }, 0);
      }
    };
    worker.terminate = function () {};
    worker.postMessage = function (data) {
      if (inside.hear) return inside.hear(data);
      waiting.push(data);
      if (waiting.length > 1) return;
      window.hverdagWorker = inside;
      load([inside.url], function () {
        if (inside.hear) waiting.forEach(inside.hear);
        else worker.dispatchEvent(new Event("error"));
      });
    };
    return worker;
  };
})();

/* The cards: every one has a place in the whole pile, also before it is loaded, so that each is as likely as any other.
   The cards of a value are loaded when the first of them is asked for. */
window.hverdagCards = function (given) {
  "use strict";

  var places = [];
  given.values.forEach(function (value) {
    Object.keys(value.counts).forEach(function (kind) {
      for (var at = 0; at < value.counts[kind]; at += 1) {
        places.push({ number: places.length, value: value, kind: kind, at: at, card: null });
      }
    });
  });
  var byId = new Map();
  var loaded = new Set();
  var waiting = new Map();

  /* The data scripts call this. */
  window.hverdagData = {
    cards: function (data) {
      loaded.add(data.value);
      places.forEach(function (place) {
        if (place.value.id !== data.value) return;
        place.card = (data.cards[place.kind] || [])[place.at] || null;
        if (place.card) byId.set(place.card.id, place);
      });
    }
  };

  function load(value, done) {
    if (loaded.has(value.id)) return done();
    if (waiting.has(value.id)) {
      waiting.get(value.id).push(done);
      return;
    }
    waiting.set(value.id, [done]);
    var script = document.createElement("script");
    script.src = value.script;
    script.onload = script.onerror = function () {
      var told = waiting.get(value.id);
      waiting.delete(value.id);
      script.remove();
      told.forEach(function (one) { one(); });
    };
    document.head.appendChild(script);
  }

  /* Find a card by its id. A value's own cards tell by their code where they are; a story's are looked for. */
  function find(id, done) {
    var code = id.split("-")[0];
    var rest = given.values.filter(function (value) { return !loaded.has(value.id); });
    rest.sort(function (one, other) { return (other.code === code) - (one.code === code); });
    (function next() {
      if (byId.has(id) || !rest.length) return done(byId.get(id));
      load(rest.shift(), next);
    })();
  }

  return {
    places: places,
    load: load,
    find: find,
    known: function (id) { return byId.get(id); },
    areAllLoaded: function () { return loaded.size === given.values.length; }
  };
};

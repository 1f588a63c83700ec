/* Draw a card, in the reader's own browser: no card comes twice until the pile is empty. The page itself only holds how
   many cards there are of each value and kind, so that each is as likely as any other; the cards of a value are loaded
   when the first of them is drawn. The card stands in the address behind #, and what is in the pile stands in the query,
   so that both can be sent and are there after a reload. What the address says is looked up among the cards that there
   are; nothing in it is ever run or shown. */
(function () {
  "use strict";
  var root = document.getElementById("draw");
  if (!root) return;
  var given = JSON.parse(root.dataset.given);
  var words = given.words;
  var form = root.querySelector("form");
  var FORM = /^[a-z]{1,2}[0-9]{2,4}(-[0-9]{1,4})?$/;

  /* Every card has a place in the whole pile, also before it is loaded. */
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

  var seen = new Set();
  var shown = null;
  var turned = false;
  var canGoBack = false;
  var isBusy = false;
  var notice = "";

  function part(name) {
    return root.querySelector('[data-part="' + name + '"]');
  }

  function say(key, named) {
    return words[key].replace(/\{(\w+)\}/g, function (all, name) { return named[name]; });
  }

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

  /* What is in the pile */

  function boxes(name) {
    return Array.prototype.slice.call(form.querySelectorAll('[name="' + name + '"]'));
  }

  function checked(name) {
    return boxes(name).filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
  }

  function pile() {
    var kinds = checked("kind");
    var values = checked("value");
    return places.filter(function (place) {
      return kinds.indexOf(place.kind) >= 0 && values.indexOf(place.value.id) >= 0;
    });
  }

  function left() {
    return pile().filter(function (place) { return !seen.has(place.number); });
  }

  /* All is the rule, and is not written; none is written as an empty choice. */
  function query() {
    var written = new URLSearchParams();
    ["kind", "value"].forEach(function (name) {
      var chosen = checked(name);
      if (chosen.length === boxes(name).length) return;
      (chosen.length ? chosen : [""]).forEach(function (value) { written.append(name, value); });
    });
    return written.toString();
  }

  /* Read the choice in the address. What it does not know is left out; where nothing is left, all cards are in. */
  function recall() {
    var asked = new URLSearchParams(location.search);
    var isStrange = false;
    ["kind", "value"].forEach(function (name) {
      if (!asked.has(name)) return boxes(name).forEach(function (box) { box.checked = true; });
      var wanted = asked.getAll(name).filter(Boolean);
      var known = boxes(name).map(function (box) { return box.value; }).filter(function (value) { return wanted.indexOf(value) >= 0; });
      if (known.length < new Set(wanted).size) isStrange = true;
      boxes(name).forEach(function (box) { box.checked = known.length || !wanted.length ? known.indexOf(box.value) >= 0 : true; });
    });
    return isStrange;
  }

  /* What the browser remembers of the visit: which cards have been drawn, and whether there is a card to go back to. */

  function remembered() {
    var state = history.state;
    return state && state.hverdagPile === places.length && Array.isArray(state.seen) ? state : null;
  }

  function remember() {
    var state = { hverdagPile: places.length, seen: Array.from(seen), canGoBack: canGoBack };
    var text = query();
    try {
      history.replaceState(state, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (refused) {
      try {
        history.replaceState(state, "");
      } catch (again) { /* Some browsers refuse it for files; cards can be drawn all the same. */ }
    }
  }

  /* What a card looks like */

  function element(tag, name, text) {
    var made = document.createElement(tag);
    made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  function mark(value) {
    return boxes("value").find(function (box) { return box.value === value.id; }).parentNode.querySelector("svg").cloneNode(true);
  }

  function head(place) {
    var held = element("p", "hv-draw__head");
    var name = element("span", "hv-draw__value");
    name.append(mark(place.value), element("span", "", place.value.name));
    held.append(name, " ", element("span", "hv-draw__kind", given.kinds[place.kind]));
    return held;
  }

  /* A long text is set in smaller letters, so that most cards can be seen whole. */
  function size(length) {
    return length < 110 ? "large" : length < 240 ? "medium" : "small";
  }

  function foot(place) {
    return element("p", "hv-draw__foot", words.code + " " + place.card.code);
  }

  function front(place) {
    var card = place.card;
    var text = element("p", "hv-draw__text", card.text);
    text.dataset.size = size(card.text.length + (card.summary || "").length / 2);
    var face = element("div", "hv-draw__face");
    face.append(head(place));
    if (card.title) face.append(element("p", "hv-draw__title", card.title));
    if (card.summary) face.append(element("p", "hv-draw__summary", card.summary));
    face.append(text, foot(place));
    return face;
  }

  function listed(tag, name, items) {
    var list = element(tag, name);
    items.forEach(function (item) { list.append(element("li", "", item)); });
    return list;
  }

  function answer(place) {
    var more = place.card.more;
    if (place.kind === "question") return element("p", "hv-draw__text", more[0]);
    return place.kind === "dilemma" ? listed("ol", "hv-options", more) : listed("ul", "hv-draw__signs", more);
  }

  function leadOn(place) {
    var link = element("a", "", place.kind === "dilemma" ? words.story : words.value);
    link.href = place.card.link || place.value.link;
    var held = element("p", "hv-draw__link");
    held.append(link);
    if (place.card.made_up) held.append(" ", element("span", "hv-quiet", words.made_up));
    return held;
  }

  function back(place) {
    var titles = { value: words.signs, dilemma: words.answers, question: words.promise };
    var told = answer(place);
    told.dataset.size = size(place.card.more.join("").length);
    var face = element("div", "hv-draw__face");
    face.append(head(place));
    if (place.card.title) face.append(element("p", "hv-draw__title", place.card.title));
    face.append(element("p", "hv-draw__more", titles[place.kind]), told, leadOn(place), foot(place));
    return face;
  }

  /* Only the side that is up is said aloud; the other is there for paper. */
  function paint(movement) {
    var card = part("card");
    root.dataset.shows = shown ? "card" : "pile";
    document.querySelector(".hv-draw-head").classList.toggle("hv-draw-head--card", Boolean(shown));
    card.className = "hv-draw__card" + (shown ? " hv-v-" + shown.value.id : "");
    part("other").className = "hv-draw__other" + (shown ? " hv-v-" + shown.value.id : "");
    card.replaceChildren();
    part("other").replaceChildren();
    if (!shown) return;
    card.append(turned ? back(shown) : front(shown));
    part("other").append(turned ? front(shown) : back(shown));
    void card.offsetWidth;  /* so that the same movement can be made again */
    card.classList.add("hv-draw__card--" + movement);
  }

  /* A button that goes away while it has focus leaves it with the one that is always there. */
  function offer(name, isOffered) {
    var button = part(name);
    if (!isOffered && document.activeElement === button) part("draw").focus();
    button.hidden = !isOffered;
  }

  function count(before) {
    var all = pile().length;
    var number = left().length;
    var state = !all ? words.none : !number ? words.empty : say("left", { number: number, total: all });
    part("left").textContent = (before ? before + " " : "") + state;
    part("draw").textContent = all && !number ? words.shuffle : words.draw;
    part("narrowed").hidden = !query();
    offer("turn", shown);
    offer("previous", shown && canGoBack);
  }

  function tell(text) {
    part("told").textContent = text;
    part("told").hidden = !text;
  }

  /* Put a card on the table, or, without one, only the pile. */
  function lay(place) {
    tell(notice);
    notice = "";
    if (place !== shown || !root.dataset.shows) {
      shown = place;
      turned = false;
      if (place) seen.add(place.number);
      paint("drawn");
    }
    remember();
    count();
  }

  function refuse(text) {
    lay(null);
    tell(text);
  }

  function wanted() {
    var text = location.hash.slice(1);
    try {
      return decodeURIComponent(text);
    } catch (strange) {
      return text;
    }
  }

  /* Show what the address says: it was changed by a draw, by the browser's Back, or by hand. */
  function follow() {
    var state = remembered();
    canGoBack = state ? Boolean(state.canGoBack) : Boolean(shown);
    var asked = wanted();
    var id = asked.toLowerCase();
    if (!id) return lay(null);
    if (byId.has(id)) return lay(byId.get(id));
    if (document.getElementById(asked)) return root.dataset.shows ? remember() : lay(null);
    if (!FORM.test(id)) return refuse(words.unknown);
    find(id, function (place) {
      if (wanted() !== asked) return;
      if (place) lay(place);
      else refuse(loaded.size < given.values.length ? words.no_data : words.unknown);
    });
  }

  /* A card that is not seen whole is laid at the top of the screen, so that it can be read from its beginning. */
  function bringIntoSight() {
    var table = part("table");
    var around = table.getBoundingClientRect();
    var room = part("draw").parentNode.getBoundingClientRect().top;
    if (around.top < 0 || around.bottom > room) table.scrollIntoView({ block: "start" });
  }

  /* What the buttons do */

  function shuffle() {
    pile().forEach(function (place) { seen.delete(place.number); });
    try {
      history.pushState(null, "", location.pathname + location.search);
    } catch (refused) {
      location.hash = "";
    }
    follow();
    count(words.shuffled);
  }

  function choose() {
    part("choices").open = true;
    (boxes(checked("kind").length ? "value" : "kind")[0]).focus();
  }

  function draw() {
    if (isBusy) return;
    if (!pile().length) return choose();
    var waitingToBeDrawn = left();
    if (!waitingToBeDrawn.length) return shuffle();
    var place = waitingToBeDrawn[Math.floor(Math.random() * waitingToBeDrawn.length)];
    isBusy = true;
    load(place.value, function () {
      isBusy = false;
      if (!place.card) return tell(words.no_data);
      location.hash = place.card.id;
      follow();
      bringIntoSight();
    });
  }

  function turn() {
    if (!shown) return;
    turned = !turned;
    paint("turned");
    bringIntoSight();
  }

  /* A card is turned with a finger too; but not while its words are marked, or a link is followed. */
  function touch(event) {
    if (!event.target.closest("a") && !String(window.getSelection())) turn();
  }

  /* Not every browser can fill the screen; those that cannot are not asked. */
  function offerScreen() {
    var button = part("screen");
    if (!document.fullscreenEnabled || !root.requestFullscreen) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      var asked = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
      asked.catch(function () { button.hidden = true; });
    });
    document.addEventListener("fullscreenchange", function () {
      button.textContent = document.fullscreenElement ? words.leave_full_screen : words.full_screen;
    });
  }

  function change() {
    remember();
    count();
  }

  function start() {
    var state = remembered();
    if (state) state.seen.forEach(function (number) { if (places[number]) seen.add(number); });
    notice = recall() ? words.strange : "";
    document.querySelector(".hv-draw-list").hidden = true;
    root.hidden = false;
    part("draw").addEventListener("click", draw);
    part("pile").addEventListener("click", draw);
    part("turn").addEventListener("click", turn);
    part("card").addEventListener("click", touch);
    part("previous").addEventListener("click", function () { history.back(); });
    form.addEventListener("change", change);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.querySelectorAll("[data-all]").forEach(function (button) {
      button.addEventListener("click", function () {
        boxes("value").forEach(function (box) { box.checked = Boolean(button.dataset.all); });
        change();
      });
    });
    offerScreen();
    window.addEventListener("hashchange", follow);
    root.dataset.shows = "";
    follow();
  }

  start();
})();

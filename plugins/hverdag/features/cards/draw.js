/* Draw a card, in the reader's own browser: no card comes twice until the pile is empty. The card stands in the address
   behind #, and the pile in the query, so that both can be sent and are there after a reload. What the address says is
   looked up among the cards that there are; nothing in it is ever run or shown. */
(function () {
  "use strict";
  var root = document.getElementById("draw");
  if (!root) return;
  var given = JSON.parse(root.dataset.given);
  var words = given.words;
  var form = root.querySelector('[data-part="boxes"]');
  var cards = window.hverdagCards(given);
  var places = cards.places;
  var choice = window.hverdagDrawChoice(form);
  var boxes = choice.boxes;
  var checked = choice.checked;
  var faces = window.hverdagFaces(words, given.kinds, function (value) {
    return boxes("value").find(function (box) { return box.value === value.id; }).parentNode.querySelector("svg");
  });
  var FORM = /^[a-z]{1,2}[0-9]{2,4}(-[0-9]{1,4})?$/;

  var seen = new Set();
  var shown = null;
  var turned = false;
  var canGoBack = false;
  var isBusy = false;
  var isShuffled = false;
  var notice = "";

  function part(name) {
    return root.querySelector('[data-part="' + name + '"]');
  }

  function say(key, named) {
    return words[key].replace(/\{(\w+)\}/g, function (all, name) { return named[name]; });
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

  /* What the browser remembers of the visit: which cards have been drawn, and whether there is a card to go back to. */

  function remembered() {
    var state = history.state;
    return state && state.hverdagPile === places.length && Array.isArray(state.seen) ? state : null;
  }

  function remember() {
    var state = { hverdagPile: places.length, seen: Array.from(seen), canGoBack: canGoBack };
    var text = choice.query();
    try {
      history.replaceState(state, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (refused) {
      try {
        history.replaceState(state, "");
      } catch (again) { /* Some browsers refuse it for files; cards can be drawn all the same. */ }
    }
  }

  /* Write only what is new: what is written once more may be said once more. */
  function write(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  /* Only the side that is up is said aloud; the other is there for paper, where the back comes after the front. */
  function paint(movement) {
    var card = part("card");
    var other = part("other");
    var colour = shown ? " hv-v-" + shown.value.id : "";
    root.dataset.shows = shown ? "card" : "pile";
    document.querySelector(".hv-draw-head").classList.toggle("hv-draw-head--card", Boolean(shown));
    card.className = "hv-draw__card" + colour;
    other.className = "hv-draw__other" + colour;
    card.replaceChildren();
    other.replaceChildren();
    part("turn").setAttribute("aria-pressed", String(turned));
    if (!shown) return;
    card.append(turned ? faces.back(shown) : faces.front(shown));
    other.append(turned ? faces.front(shown) : faces.back(shown));
    if (turned) card.before(other);
    else card.after(other);
    void card.offsetWidth;  /* so that the same movement can be made again */
    card.classList.add("hv-draw__card--" + movement);
  }

  /* A button that goes away while it has focus leaves it with the one that is always there. */
  function offer(name, isOffered) {
    var button = part(name);
    if (!isOffered && document.activeElement === button) part("draw").focus();
    button.hidden = !isOffered;
  }

  function count() {
    var all = pile().length;
    var number = left().length;
    var state = !all ? words.none : !number ? words.empty : say(number === 1 ? "left_one" : "left", { number: number, total: all });
    write(part("left"), (isShuffled ? words.shuffled + " " : "") + state);
    isShuffled = false;
    write(part("draw"), all && !number ? words.shuffle : words.draw);
    part("narrowed").hidden = !choice.query();
    offer("turn", shown);
    offer("previous", shown && canGoBack);
  }

  function tell(text) {
    write(part("told"), text);
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

  /* Show what the address says: it was changed by a draw, by the browser's Back, or by hand. */
  function follow() {
    var state = remembered();
    canGoBack = state ? Boolean(state.canGoBack) : Boolean(shown);
    var asked = choice.card();
    var id = asked.toLowerCase();
    if (!id) return lay(null);
    if (cards.known(id)) return lay(cards.known(id));
    if (document.getElementById(asked)) return root.dataset.shows ? remember() : lay(null);
    if (!FORM.test(id)) return refuse(words.unknown);
    cards.find(id, function (place) {
      if (choice.card() !== asked) return;
      if (place) lay(place);
      else refuse(cards.areAllLoaded() ? words.unknown : words.no_data);
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
    isShuffled = true;
    follow();
  }

  /* What must be chosen is said with the box that the keyboard is led to, and only then. */
  function choose() {
    var box = boxes(checked("kind").length ? "value" : "kind")[0];
    part("choices").open = true;
    box.setAttribute("aria-describedby", part("left").id);
    box.addEventListener("blur", function () { box.removeAttribute("aria-describedby"); }, { once: true });
    box.focus();
  }

  function draw() {
    if (isBusy) return;
    if (!pile().length) return choose();
    var waitingToBeDrawn = left();
    if (!waitingToBeDrawn.length) return shuffle();
    var place = waitingToBeDrawn[Math.floor(Math.random() * waitingToBeDrawn.length)];
    isBusy = true;
    cards.load(place.value, function () {
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
    notice = choice.recall() ? words.strange : "";
    document.querySelector(".hv-draw-list").hidden = true;
    root.hidden = false;
    part("draw").addEventListener("click", draw);
    part("pile").addEventListener("click", draw);
    part("turn").addEventListener("click", turn);
    part("card").addEventListener("click", touch);
    part("previous").addEventListener("click", function () { history.back(); });
    form.addEventListener("change", change);
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

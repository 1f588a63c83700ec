/* Cards: which are in the pile, which is drawn, and what stands in the address, on a page with no more in it than that. */
"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { runScript } = require("./scripts.js");

const WORDS = {
  left: "{number} of {total}", left_one: "{number} of {total}, the last", none: "no cards", empty: "all drawn", draw: "Draw", shuffle: "Shuffle", shuffled: "Shuffled.", code: "Code",
  unknown: "unknown card", no_data: "no data", strange: "strange choice", signs: "Signs", answers: "Answers", promise: "Promise",
  story: "The story", value: "The value", made_up: "made up"
};
const GIVEN = {
  words: WORDS, kinds: { value: "Value card", dilemma: "Dilemma", question: "Question" },
  values: [
    { id: "trust", name: "Trust", code: "v01", script: "cards/trust.js", link: "trust/", counts: { value: 1, dilemma: 1, question: 1 } },
    { id: "courage", name: "Courage", code: "v02", script: "cards/courage.js", link: "courage/", counts: { value: 1, question: 1 } }
  ]
};
const CARDS = {
  trust: {
    value: [{ id: "v01", code: "V01", text: "Trust is so.", title: "Trust", more: ["seen here", "and here"] }],
    dilemma: [{
      id: "f05", code: "F05", title: "The key", summary: "It was gone.", text: "Who?", more: ["He", "She"], link: "key/", made_up: true
    }],
    question: [{ id: "v01-1", code: "V01", text: "Why?", more: ["We trust."] }]
  },
  courage: {
    value: [{ id: "v02", code: "V02", text: "Courage is so.", more: ["c"] }],
    question: [{ id: "v02-1", code: "V02", text: "How?", more: ["d"] }]
  }
};

/* As much of an element as is written to or asked for here; `known` is what it finds by a selector. */
function element(name) {
  const made = { name: name, className: "", dataset: {}, children: [], hidden: false, known: {}, heard: {} };
  let text = "";
  return Object.assign(Object.defineProperty(made, "textContent", {
    get: function () {
      return text + made.children.map(function (child) { return typeof child === "string" ? child : child.textContent; }).join("");
    },
    set: function (given) { text = String(given); }
  }), {
    append: function () { made.children.push.apply(made.children, arguments); },
    replaceChildren: function () { made.children = []; },
    querySelector: function (selector) { return made.known[selector] || (made.known[selector] = element(selector)); },
    querySelectorAll: function (selector) { return made.known[selector] || []; },
    addEventListener: function (event, act) { made.heard[event] = act; },
    getBoundingClientRect: function () { return { top: 0, bottom: 0 }; },
    cloneNode: function () { return element(name); },
    remove: function () {},
    before: function () {},
    after: function () {},
    setAttribute: function () {},
    focus: function () { made.focused = true; },
    classList: { add: function () {}, toggle: function () {} }
  });
}

function boxesOf(names) {
  return names.map(function (name) {
    return Object.assign(element("input"), { value: name, checked: true, parentNode: element("label") });
  });
}

/* The page at an address. `cards` are those that can be loaded; the n-th card drawn is the one at the n-th of `random`. */
function pageAt(search, given) {
  const page = Object.assign({ cards: CARDS, random: [], state: null, loaded: [] }, given);
  const address = new URL("https://kommunen.dk/kort/" + search);
  const root = element("root");
  const form = element("form");
  const others = { ".hv-draw-head": element("head"), ".hv-draw-list": element("list") };
  const window = { addEventListener: function (name, act) { page[name] = act; }, getSelection: function () { return ""; } };
  root.dataset.given = JSON.stringify(GIVEN);
  root.known["[data-part=\"boxes\"]"] = form;
  form.known["[name=\"kind\"]"] = boxesOf(["value", "dilemma", "question"]);
  form.known["[name=\"value\"]"] = boxesOf(["trust", "courage"]);
  form.known["[data-all]"] = ["1", ""].map(function (all) { return Object.assign(element("button"), { dataset: { all: all } }); });
  page.part = function (name) { return root.querySelector("[data-part=\"" + name + "\"]"); };
  page.part("draw").parentNode = element("bar");
  const history = {
    replaceState: function (state, _, to) { history.state = state; if (to) address.href = new URL(to, address).href; },
    pushState: function (state, _, to) { history.replaceState(state, _, to); },
    back: function () {},
    state: page.state
  };
  const globals = {
    window: window,
    location: address,
    history: history,
    Math: Object.assign(Object.create(Math), { floor: Math.floor, random: function () { return page.random.shift() || 0; } }),
    document: {
      getElementById: function (id) { return id === "draw" ? root : null; },
      querySelector: function (selector) { return others[selector]; },
      createElement: element,
      head: {
        appendChild: function (script) {
          const value = /^cards\/(\w+)\.js$/.exec(script.src)[1];
          page.loaded.push(value);
          if (page.cards[value]) window.hverdagData.cards({ value: value, cards: page.cards[value] });
          if (page.cards[value]) script.onload();
          else script.onerror();
        }
      }
    }
  };
  ["draw-cards.js", "draw-choice.js", "draw-faces.js", "draw.js"].forEach(function (name) { runScript(name, globals); });
  return Object.assign(page, {
    address: address,
    history: history,
    root: root,
    draw: function () { page.part("draw").heard.click(); return address.hash; },
    choose: function (name, chosen) {
      form.known["[name=\"" + name + "\"]"].forEach(function (box) { box.checked = chosen.indexOf(box.value) >= 0; });
      form.heard.change();
    },
    chosen: function (name) {
      return form.known["[name=\"" + name + "\"]"].filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
    },
    all: function (number) { form.known["[data-all]"][number].heard.click(); },
    goTo: function (hash) { address.hash = hash; page.hashchange(); },
    left: function () { return page.part("left").textContent; },
    told: function () { return page.part("told").hidden ? "" : page.part("told").textContent; },
    face: function () { return page.part("card").children[0]; }
  });
}

function linkOf(page) {
  const held = page.face().children.filter(function (child) { return child.className === "hv-draw__link"; });
  return held[0].children[0];
}

test("each card is drawn once, and then the pile is shuffled", function () {
  const page = pageAt("");
  assert.equal(page.left(), "5 of 5");
  const drawn = [page.draw(), page.draw(), page.draw(), page.draw()];
  assert.equal(page.left(), "1 of 5, the last");
  assert.equal(page.part("draw").textContent, "Draw");
  drawn.push(page.draw());
  assert.deepEqual(drawn, ["#v01", "#f05", "#v01-1", "#v02", "#v02-1"]);
  assert.equal(page.left(), "all drawn");
  assert.equal(page.part("draw").textContent, "Shuffle");
  assert.equal(page.draw(), "");
  assert.equal(page.left(), "Shuffled. 5 of 5");
  assert.equal(page.root.dataset.shows, "pile");
  assert.equal(page.draw(), "#v01");
  assert.equal(page.left(), "4 of 5");
});

test("every card that is left is as likely as any other", function () {
  const page = pageAt("", { random: [0.999, 0.5, 0.34, 0.49, 0] });
  assert.deepEqual([page.draw(), page.draw(), page.draw(), page.draw(), page.draw()], ["#v02-1", "#v01-1", "#f05", "#v01", "#v02"]);
});

test("the cards of a value are loaded with the first of them, and once", function () {
  const page = pageAt("");
  assert.deepEqual(page.loaded, []);
  page.draw();
  page.draw();
  assert.deepEqual(page.loaded, ["trust"]);
  page.draw();
  page.draw();
  page.draw();
  assert.deepEqual(page.loaded, ["trust", "courage"]);
});

test("what is in the pile stands in the address, unless it is all", function () {
  const page = pageAt("");
  page.choose("value", ["courage"]);
  assert.equal(page.address.search, "?value=courage");
  assert.equal(page.left(), "2 of 2");
  page.choose("kind", ["question"]);
  assert.equal(page.address.search, "?kind=question&value=courage");
  assert.equal(page.left(), "1 of 1, the last");
  assert.equal(page.part("narrowed").hidden, false);
  assert.equal(page.draw(), "#v02-1");
  assert.equal(page.left(), "all drawn");
  page.all(1);
  assert.equal(page.address.search, "?kind=question&value=");
  assert.equal(page.left(), "no cards");
  assert.equal(page.part("draw").textContent, "Draw");
  page.all(0);
  page.choose("kind", ["value", "dilemma", "question"]);
  assert.equal(page.address.search, "");
  assert.equal(page.left(), "4 of 5");
  assert.equal(page.part("narrowed").hidden, true);
});

test("what the address asks for is in the pile, and what it does not know is told", function () {
  [
    ["", ["value", "dilemma", "question"], ["trust", "courage"], "", ""],
    ["?kind=question&value=courage", ["question"], ["courage"], "", "?kind=question&value=courage"],
    ["?kind=question&kind=question", ["question"], ["trust", "courage"], "", "?kind=question"],
    ["?kind=", [], ["trust", "courage"], "", "?kind="],
    ["?value=trust&value=nowhere", ["value", "dilemma", "question"], ["trust"], "strange choice", "?value=trust"],
    ["?value=%3Cimg%3E", ["value", "dilemma", "question"], ["trust", "courage"], "strange choice", ""]
  ].forEach(function (one) {
    const page = pageAt(one[0]);
    assert.deepEqual([page.chosen("kind"), page.chosen("value"), page.told(), page.address.search], one.slice(1), one[0]);
  });
});

test("the card in the address is shown, and of its own value's cards alone", function () {
  const own = pageAt("#V02-1");
  assert.equal(own.face().textContent, "Courage Question" + "How?" + "Code V02");
  assert.deepEqual(own.loaded, ["courage"]);
  assert.equal(own.left(), "4 of 5");
  const story = pageAt("#f05");
  assert.equal(story.part("card").className, "hv-draw__card hv-v-trust");
  assert.deepEqual(story.loaded, ["trust"]);
  assert.equal(story.told(), "");
});

test("an address that is no card's is told, and nothing is loaded for what can be none", function () {
  ["#<img src=x>", "#v", "#abc01", "#v1", "#v00001", "#v01-", "#v01-12345", "#%E0%A4%A"].forEach(function (hash) {
    const page = pageAt(hash);
    assert.deepEqual([page.told(), page.loaded, page.root.dataset.shows, page.left()], ["unknown card", [], "pile", "5 of 5"], hash);
  });
  const page = pageAt("#v03");
  assert.deepEqual([page.told(), page.loaded, page.left()], ["unknown card", ["trust", "courage"], "5 of 5"]);
  page.goTo("#v01");
  assert.deepEqual([page.told(), page.root.dataset.shows, page.left()], ["", "card", "4 of 5"]);
});

test("cards that cannot be loaded are told, and tried again", function () {
  const page = pageAt("#v02", { cards: { trust: CARDS.trust } });
  assert.deepEqual([page.told(), page.loaded], ["no data", ["courage", "trust"]]);
  page.random = [0.999];
  assert.equal(page.draw(), "#v02");
  assert.equal(page.told(), "no data");
  assert.equal(page.left(), "5 of 5");
  page.cards = CARDS;
  page.random = [0.999];
  assert.equal(page.draw(), "#v02-1");
  assert.deepEqual([page.told(), page.left()], ["", "4 of 5"]);
});

test("what has been drawn is remembered for as long as the pile is the same", function () {
  const page = pageAt("");
  page.draw();
  page.draw();
  assert.deepEqual(page.history.state, { hverdagPile: 5, seen: [0, 1], canGoBack: false });
  assert.equal(pageAt("", { state: page.history.state }).left(), "3 of 5");
  assert.equal(pageAt("", { state: { hverdagPile: 5, seen: [1, 7, "x"] } }).left(), "4 of 5");
  [{ hverdagPile: 6, seen: [0, 1] }, { hverdagPile: 5, seen: "01" }, { seen: [0] }, "x"].forEach(function (state) {
    assert.equal(pageAt("", { state: state }).left(), "5 of 5", JSON.stringify(state));
  });
});

test("the more there is to read, the smaller the letters", function () {
  [[109, "large"], [110, "medium"], [239, "medium"], [240, "small"]].forEach(function (one) {
    const card = { id: "v01", code: "V01", text: "x".repeat(one[0] - 9), summary: "y".repeat(18), more: ["z".repeat(one[0] - 1), "z"] };
    const page = pageAt("#v01", { cards: { trust: { value: [card] } } });
    const text = page.face().children.filter(function (child) { return child.className === "hv-draw__text"; });
    assert.deepEqual(text.map(function (child) { return child.dataset.size; }), [one[1]], String(one[0]));
    page.part("turn").heard.click();
    const signs = page.face().children.filter(function (child) { return child.className === "hv-draw__signs"; });
    assert.deepEqual(signs.map(function (child) { return child.dataset.size; }), [one[1]], String(one[0]));
  });
});

test("the other side of a card tells more, and leads on", function () {
  const page = pageAt("#v01");
  assert.equal(page.face().textContent, "Trust Value card" + "Trust" + "Trust is so." + "Code V01");
  page.part("turn").heard.click();
  assert.equal(page.face().textContent, "Trust Value card" + "Trust" + "Signs" + "seen here" + "and here" + "The value" + "Code V01");
  page.part("turn").heard.click();
  assert.equal(page.face().textContent, "Trust Value card" + "Trust" + "Trust is so." + "Code V01");
  page.part("turn").heard.click();
  page.goTo("#f05");
  assert.equal(page.face().textContent, "Trust Dilemma" + "The key" + "It was gone." + "Who?" + "Code F05");
  page.part("turn").heard.click();
  assert.equal(page.face().textContent, "Trust Dilemma" + "The key" + "Answers" + "He" + "She" + "The story made up" + "Code F05");
  assert.equal(linkOf(page).href, "key/");
  page.goTo("#v01-1");
  page.part("turn").heard.click();
  assert.equal(page.face().textContent, "Trust Question" + "Promise" + "We trust." + "The value" + "Code V01");
  assert.equal(linkOf(page).href, "trust/");
});

/* What the two sides of a card look like. `markOf` finds the mark of a value; all words come from the page. */
window.hverdagFaces = function (words, kinds, markOf) {
  "use strict";

  function element(tag, name, text) {
    var made = document.createElement(tag);
    made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  function mark(value) {
    return markOf(value).cloneNode(true);
  }

  function head(place) {
    var held = element("p", "hv-draw__head");
    var name = element("span", "hv-draw__value");
    name.append(mark(place.value), element("span", "", place.value.name));
    held.append(name, " ", element("span", "hv-draw__kind", kinds[place.kind]));
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

  return { element: element, front: front, back: back };
};

/* A composed guide on the page: a method's own HTML, filled in with the value, the stories, and the leader's own words.
   What the leader has typed is shown as text and nothing else, and only on paper. */
window.hverdagComposeSheet = function (place, words, storiesOf) {
  "use strict";
  var guide = window.hverdagGuide;
  var QUESTIONS = 3;
  var LETTERS = "ABCDEFGHIJ";

  /* Our own finished HTML, from the handbook's own script files. */
  function finished(html) {
    var holder = document.createElement("template");
    holder.innerHTML = html;
    return holder.content;
  }

  function make(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function listed(items, list) {
    items.forEach(function (text) { list.appendChild(make("li", "", text)); });
    return list;
  }

  /* Put something where a part of the guide waits for it. */
  function put(name, make) {
    guide.all(place, "[data-fill=" + name + "]").forEach(function (held) { held.replaceWith.apply(held, make(held)); });
  }

  /* The stories that a part of the guide is about: those of its step, or all of them where it is of none. */
  function storiesFor(choice, held) {
    var part = held.closest("[data-step]");
    var row = held.closest("tr.hv-step");
    if (row) return storiesOf(choice, guide.all(place, "tr.hv-step").indexOf(row));
    return part ? storiesOf(choice, Number(part.dataset.step) - 1) : choice.stories;
  }

  /* The value's own, or those of the stories: never more than there is room for on the sheet. */
  function questionsOf(choice, stories) {
    if (choice.value && choice.value.questions.length) return choice.value.questions.slice(0, QUESTIONS);
    var most = Math.max(1, Math.floor(QUESTIONS / stories.length));
    return stories.reduce(function (all, story) { return all.concat(story.questions.slice(0, most)); }, []);
  }

  /* On paper, where everyone chooses twice. */
  function choices(dilemma) {
    var table = make("table", "hv-agreement hv-choices hv-paper");
    table.appendChild(make("caption", "hv-aside", words.answer));
    var head = table.createTHead().insertRow();
    head.insertCell();
    [words.answer, words.first_choice, words.second_choice].forEach(function (text) {
      head.appendChild(make("th", "", text)).scope = "col";
    });
    var body = table.createTBody();
    dilemma.options.forEach(function (option, at) {
      var row = body.insertRow();
      row.insertCell().textContent = LETTERS[at];
      row.appendChild(make("th", "", option)).scope = "row";
      row.insertCell().appendChild(make("i"));
      row.insertCell().appendChild(make("i"));
    });
    return table;
  }

  /* Which of several stories a step reads aloud, or a part of the sheet is about. */
  function here(choice, stories, className) {
    if (choice.stories.length < 2 || !stories.length) return [];
    var titles = stories.map(function (story) { return story.title; }).join(", ");
    var pattern = stories.length === 1 ? words.story_here : words.stories_here;
    return [make("p", className, pattern.replace(/\{titles?\}/, function () { return titles; }))];
  }

  function dilemmas(choice, held) {
    var made = [];
    storiesFor(choice, held).filter(function (story) { return story.dilemma; }).forEach(function (story) {
      made.push(make("p", "hv-dilemma__question", story.dilemma.question));
      made.push(listed(story.dilemma.options, make("ol", "hv-options")));
      if (choice.method.needs_dilemma && held.closest(".hv-sheet")) made.push(choices(story.dilemma));
    });
    return made;
  }

  /* The value's other stories, by name. */
  function more(choice) {
    var chosen = choice.stories.map(function (story) { return story.id; });
    var others = choice.value ? choice.value.more.filter(function (one) { return chosen.indexOf(one.id) < 0; }) : [];
    var part = place.querySelector("[data-part=more]");
    others.forEach(function (one) { part.querySelector("ul").appendChild(make("li")).appendChild(finished(one.html)); });
    if (!chosen.length) part.querySelector("h3").textContent = part.querySelector("h3").dataset.alone;
    if (!others.length) part.remove();
  }

  /* A part of the sheet with nothing to talk about is left out, and its lines then stand on the leader's page; where no
     part is left, there are questions all the same. */
  function tidy() {
    guide.all(place, ".hv-sheet__part[data-step]").forEach(function (part) {
      var row = guide.all(place, "tr.hv-step")[Number(part.dataset.step) - 1];
      if (!part.querySelector("li")) part.remove();
      else guide.all(row, ".hv-tip.hv-lines").forEach(function (lines) { lines.remove(); });
    });
    var instead = place.querySelector("[data-part=instead]");
    if (place.querySelector(".hv-sheet__part[data-step]") || !instead.querySelector("li")) instead.remove();
    var sheet = place.querySelector(".hv-sheet");
    if (!sheet.querySelector("article, li, .hv-sheet__value")) sheet.remove();
  }

  /* Where several steps read a story each, the meeting shows each its own. */
  function reading(choice) {
    guide.all(place, "tr.hv-step").forEach(function (row, at) {
      var stories = storiesOf(choice, at);
      if (row.hasAttribute("data-reads") && stories.length < choice.stories.length) row.dataset.reads = stories[0].id;
    });
  }

  /* The receipt of what was put together. */
  function receipt(code) {
    if (!code) return;
    guide.all(place, "[data-part=receipt]").forEach(function (held) {
      held.textContent = held.dataset.pattern.replace("{code}", code);
    });
    guide.all(place, "[data-part=form]").forEach(function (held) {
      held.href = held.dataset.pattern.replace("TOOLCODE", encodeURIComponent(code));
    });
  }

  /* The leader's own words, a paragraph a line; without any, they have no heading either. */
  function own(text) {
    var held = place.querySelector("[data-part=own]");
    if (!held) return;
    guide.all(held, "p").forEach(function (line) { line.remove(); });
    text.split("\n").filter(function (line) { return line.trim(); }).forEach(function (line) {
      held.appendChild(make("p", "", line.trim()));
    });
    held.hidden = !held.querySelector("p");
  }

  function fill(choice) {
    guide.all(place, "[data-fill=summary]").forEach(function (held) {
      held.textContent = storiesFor(choice, held).map(function (story) { return story.summary; }).join(" ");
      if (!held.textContent) held.remove();
    });
    put("reads", function (held) { return here(choice, storiesFor(choice, held), "hv-reads"); });
    put("about", function (held) {
      var stories = storiesFor(choice, held);
      return stories.length < choice.stories.length ? here(choice, stories, "hv-quiet") : [];
    });
    put("questions", function (held) {
      var questions = questionsOf(choice, storiesFor(choice, held));
      return questions.length ? [listed(questions, make("ol", "hv-plan__questions"))] : [];
    });
    put("dilemma", function (held) { return dilemmas(choice, held); });
    put("value", function () { return choice.value ? [finished(choice.value.html)] : []; });
    put("stories", function () { return choice.stories.map(function (story) { return finished(story.html); }); });
    more(choice);
    reading(choice);
    tidy();
  }

  /* Write a whole guide: what was chosen, by `minutes` of each step, from a minute of the day or from none. */
  function show(choice, about) {
    place.appendChild(finished(choice.method.html));
    place.querySelector(".hv-composed__title").textContent = about.title;
    place.querySelector(".hv-composed").dataset.subject = about.subject;
    fill(choice);
    receipt(about.code);
    own(about.own);
    guide.show(place, about.minutes, about.start);
    guide.all(place, ".hv-plan-form, .hv-step__short").forEach(function (held) { held.remove(); });
    place.querySelector("[data-part=total]").textContent = about.total;
    place.querySelector("[data-part=begins]").textContent = about.begins;
  }

  return { show: show, own: own };
};

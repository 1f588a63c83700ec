/* The screens of meeting mode: the plan, a step, and the end. They are made of copies of what the guide's page holds, and
   of words that the page gives; nothing here runs by itself. */
window.hverdagScreens = (function () {
  "use strict";
  var MINUTE = 60000;
  /* What everyone in the room is to see of a step. All else is for the leader's eyes: what to say, what to do when it
     stalls or someone is moved, and whatever the leader has written. */
  var FOR_ALL = ".hv-agreed-before, .hv-plan__points, .hv-plan__summary, .hv-plan__questions, .hv-dilemma__question, .hv-options";
  var NAMES_OF_PARTS = ["id", "for", "data-part", "data-fill", "aria-labelledby", "aria-describedby", "aria-controls"];
  var BUTTONS = ["previous", "pause", "next", "sound", "full", "close", "letters"];

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  function make(name, part, text) {
    var made = document.createElement(name);
    if (part) made.className = "hv-meeting__" + part;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function add(parent, children) {
    children.forEach(function (child) { if (child) parent.appendChild(child); });
    return parent;
  }

  /* Write only what is new: what is written once more may be said once more. */
  function say(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  function fill(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }

  function plain(element) {
    return element ? element.textContent.replace(/\s+/g, " ").trim() : "";
  }

  /* A copy that nothing on the page takes for the original: no ids, and no names of parts. */
  function copy(element) {
    var copied = element.cloneNode(true);
    [copied].concat(all(copied, "*")).forEach(function (node) {
      NAMES_OF_PARTS.forEach(function (name) { node.removeAttribute(name); });
      /* What links within the page would lead out of the meeting. */
      if (node.matches("a.footnote-backref")) node.remove();
      else if (node.matches('a[href^="#"]')) node.removeAttribute("href");
    });
    return copied;
  }

  /* The same text, marks and all. */
  function like(made, original) {
    return original ? add(made, Array.prototype.slice.call(copy(original).childNodes)) : made;
  }

  function stepsOf(root) {
    return all(root, "tr.hv-step").filter(function (row) { return !row.hidden; }).map(function (row) {
      var minutes = Number(row.dataset.now || row.dataset.minutes) || 0;
      return {
        name: row.querySelector(".hv-step__name"),
        minutes: minutes,
        length: minutes * MINUTE,
        guide: row.querySelector(".hv-step__guide"),
        facts: Array.prototype.slice.call(row.children, -2),
        reads: row.hasAttribute("data-reads") && !row.hasAttribute("data-sheet"),
        story: row.dataset.reads,
        long: minutes > 1,
        saidMinute: false,
        saidUp: false
      };
    });
  }

  /* How long something takes: the same as Catalogue.duration in Python, whose cases are in minutes.json. */
  function durationOf(words, minutes) {
    var rest = minutes >= words.long ? minutes % 60 : minutes;
    var hours = fill(words.hours, { number: Math.floor(minutes / 60) });
    var inMinutes = fill(rest === 1 ? words.minute : words.minutes, { number: rest });
    if (minutes < words.long) return inMinutes;
    return rest ? fill(words.hours_and_minutes, { hours: hours, minutes: inMinutes }) : hours;
  }

  function totalOf(steps) {
    return steps.reduce(function (sum, step) { return sum + step.minutes; }, 0);
  }

  function factsOf(step) {
    var list = make("dl", "facts");
    step.facts.forEach(function (cell) {
      var text = plain(cell);
      if (text) add(list, [add(make("div"), [make("dt", "", cell.dataset.label || ""), make("dd", "", text)])]);
    });
    return list.firstChild ? list : null;
  }

  /* What everyone talks about, in the order of the plan. */
  function talkOf(step) {
    var talk = make("div", "talk");
    all(step.guide || talk, FOR_ALL).forEach(function (part) {
      var shown = copy(part);
      all(shown, ".hv-agreements").forEach(function (own) { own.remove(); });  /* it is the leader's own */
      if (plain(shown)) talk.appendChild(shown);
    });
    return talk.firstChild ? [talk] : [];
  }

  /* The story of a step; all of them, where the step does not say which. */
  function storiesOf(root, id) {
    return all(root, "[data-part=story]").filter(function (story) {
      return !id || story.closest("article").dataset.story === id;
    }).map(function (story) {
      var article = story.closest("article");
      var heading = article && plain(article.querySelector("h3"));
      return add(make("div", "story"), [heading ? make("h3", "", heading) : null, copy(story)]);
    });
  }

  /* Everything that stays while the screens change. The heading can have focus: that is where reading begins. */
  function frameOf(words, title) {
    var parts = { dialog: make("dialog"), frame: make("div", "frame"), line: make("span"), screen: make("div", "screen") };
    parts.live = make("p", "live");
    parts.live.setAttribute("role", "status");
    parts.heading = make("h1", "title", title);
    parts.heading.id = "hv-meeting-title";
    parts.heading.tabIndex = -1;
    parts.dialog.className = "hv-meeting";
    parts.dialog.setAttribute("aria-labelledby", parts.heading.id);
    BUTTONS.forEach(function (name) {
      parts[name] = make("button", name);
      parts[name].type = "button";
    });
    say(parts.previous, words.previous);
    say(parts.close, words.close);
    say(parts.sound, words.sound);
    say(parts.letters, words.letters);
    var progress = add(make("div", "progress"), [parts.line]);
    progress.setAttribute("aria-hidden", "true");
    var steps = add(make("div", "steps"), [parts.previous, parts.pause, parts.next]);
    var tools = add(make("div", "tools"), [parts.sound, parts.full, parts.close]);
    var controls = add(make("div", "controls"), [steps, tools]);
    add(parts.dialog, [add(parts.frame, [parts.heading, progress, parts.screen, controls, parts.live])]);
    return parts;
  }

  /* Where the page itself says what has happened: the dialog's own words go with it. */
  function toldOf(root) {
    var found = document.querySelector(".hv-meeting-told");
    if (found) return found;
    var made = document.createElement("p");
    made.className = "hv-meeting-told";
    made.setAttribute("role", "status");
    root.parentNode.insertBefore(made, root.nextSibling);
    return made;
  }

  function planInWords(words, steps) {
    return fill(words.plan_said, {
      steps: fill(steps.length === 1 ? words.step : words.steps, { number: steps.length }), minutes: durationOf(words, totalOf(steps))
    });
  }

  /* The plan, and which keys there are: the one that is a letter can be turned off. */
  function overviewOf(words, steps, letters) {
    var list = make("ol", "plan");
    steps.forEach(function (step) {
      add(list, [add(make("li"), [like(make("span"), step.name), make("span", "minutes", durationOf(words, step.minutes))])]);
    });
    var sum = add(make("p", "total"), [make("span", "", words.total), make("span", "minutes", durationOf(words, totalOf(steps)))]);
    return [add(make("div", "overview"), [list, sum, add(make("p", "keys", words.keys + " "), [letters])])];
  }

  function endOf(words, root) {
    var agreed = plain(root.querySelector(".hv-agreed h2, .hv-agreed h3"));
    var receipt = plain(root.querySelector("[data-part=receipt]"));
    var form = root.querySelector("[data-part=form]");
    var link = form ? make("a", "", plain(form)) : null;
    if (link) link.href = form.href;
    var next = root.querySelector("[data-part=next-talk]");
    var talks = next ? add(make("div", "talks"), [make("h3", "", plain(next.querySelector("h2"))), copy(next.querySelector("ul"))]) : null;
    return [add(make("div", "end"), [
      make("h2", "name", words.done), agreed ? make("h3", "", agreed) : null, make("p", "agree", words.agree), talks,
      receipt ? make("h3", "", receipt) : null, link ? add(make("p"), [link]) : receipt ? make("p", "", words.receipt) : null
    ])];
  }

  /* A step's screen; the parts that the clock writes in are put into `shown`. The clock is read when it is looked up,
     and never said by itself. */
  function stepOf(words, root, steps, number, shown) {
    var step = steps[number - 1];
    var about = fill(words.step_of, { number: number, total: steps.length });
    shown.timer = make("p", "timer");
    shown.timer.setAttribute("role", "timer");
    shown.timer.setAttribute("aria-live", "off");
    shown.before = make("span");
    shown.digits = make("span", "digits");
    shown.after = make("span");
    shown.state = make("p", "state");
    add(shown.timer, [shown.before, shown.digits, shown.after]);
    var head = add(make("div", "head"), [
      make("p", "number", about + " \u00b7 " + durationOf(words, step.minutes)), like(make("h2", "name"), step.name)
    ]);
    return [
      head,
      add(make("div", "time"), [shown.timer, shown.state, factsOf(step)]),
      add(make("div", "told"), talkOf(step).concat(step.reads ? storiesOf(root, step.story) : []))
    ];
  }

  return {
    frame: frameOf, told: toldOf, planInWords: planInWords, steps: stepsOf, overview: overviewOf, step: stepOf, end: endOf, duration: durationOf,
    fill: fill, plain: plain, say: say
  };
})();

/* Put a guide together: a value, stories, a method, a start and the minutes there are. All of it happens in the reader's
   own browser. What is chosen stands in the address; what the leader types stands nowhere but in its field. What an
   address asks for is looked up among what the handbook has; nothing in it is ever run or shown as anything but text. */
(function () {
  "use strict";
  var plan = window.hverdagPlan;
  var guide = window.hverdagGuide;
  var form = document.getElementById("compose");
  if (!form) return;
  var words = guide.words();
  var address = window.hverdagComposeAddress(form);
  var faulty = window.hverdagComposeFaults(form, words);
  var choices = window.hverdagComposeChoice(words, address.most);
  var data = window.hverdagComposeData();
  var field = address.field;
  var boxes = address.boxes;
  var inOrder = boxes();
  var status = document.getElementById("compose-status");
  var place = document.getElementById("composed");
  var sheet = window.hverdagComposeSheet(place, words, choices.storiesOf);
  var actions = document.querySelector(".hv-compose-actions");
  var isWriting = false;
  var resting = null;
  var found = null;
  var asked = 0;
  /* While somebody writes a number, half of it is not a fault to be told of. */
  var REST = 600;

  function shortened(text) {
    return text.length > 40 ? text.slice(0, 40) + " ..." : text;
  }

  /* What is chosen, by name, as it stands in the address. */
  function chosen() {
    return {
      method: field("method").value,
      value: field("value").value,
      stories: boxes().filter(function (box) { return box.checked; }).map(function (box) { return box.value; }),
      start: field("start").value,
      minutes: field("minutes").value
    };
  }

  /* The same with what the handbook has of it; null where some of that could not be loaded. */
  function known(names) {
    var stories = names.stories.map(function (id) { return data.stories[id]; });
    var choice = {
      method: data.methods[names.method],
      value: names.value ? data.values[names.value] : null,
      stories: stories,
      minutes: names.minutes,
      isBad: field("minutes").validity.badInput
    };
    return choice.method && choice.value !== undefined && stories.every(Boolean) ? choice : null;
  }

  /* Clear the guide; return what is chosen, or null, once it is told, where no guide can be made of it. */
  function sound() {
    var choice = known(chosen());
    actions.hidden = true;
    place.before(actions);
    place.textContent = "";
    actions.querySelector("[data-part=copied]").textContent = "";
    if (!choice) {
      faulty.mark([]);
      return tell([words.no_data]);
    }
    field("minutes").placeholder = choice.method.total;
    var faults = choices.faults(choice);
    faulty.mark(faults);
    if (!faults.length) return choice;
    return tell(faults[0].name ? faulty.summary(faults) : [heard(faults[0].text)]);
  }

  /* What stands by its field already, and is only to be heard. */
  function heard(text) {
    var held = document.createElement("span");
    held.className = "hv-hidden";
    held.textContent = text;
    return held;
  }

  function draw() {
    var choice = sound();
    if (!choice) return;
    var minutes = choices.minutes(choice).minutes;
    var start = plan.minuteOfDay(field("start").value || choice.method.start);
    sheet.show(choice, {
      title: choices.title(choice),
      code: choices.code(choice),
      subject: choices.named(choice),
      own: field("own").value,
      minutes: minutes,
      start: start,
      begins: start === null ? "" : plan.clock(start),
      total: window.hverdagScreens.duration(words, choices.total(choice))
    });
    place.querySelector(".hv-composed__title + p").after(actions);  /* ahead of whoever is led to the title */
    actions.hidden = false;
    tell([ready(choice, minutes.length)]);
  }

  function ready(choice, steps) {
    var without = choice.method.needs_dilemma ? choice.stories.filter(function (story) { return !story.dilemma; }) : [];
    return [choices.say("composed", { time: window.hverdagScreens.duration(words, choices.total(choice)), steps: steps })].concat(without.map(function (story) {
      return choices.say("only_read", { title: story.title });
    })).join(" ");
  }

  /* Say it once, and only when nothing more is written for a while. */
  function tell(parts) {
    clearTimeout(resting);
    resting = setTimeout(function () {
      var held = document.createElement("div");
      held.append.apply(held, parts);
      if (held.innerHTML !== status.innerHTML) status.replaceChildren.apply(status, Array.from(held.childNodes));
    }, isWriting ? REST : 0);
    return null;
  }

  function apply() {
    address.remember(chosen());
    var mine = (asked += 1);
    var scripts = boxes().filter(function (box) { return box.checked; }).concat(field("value").selectedOptions[0] || []);
    data.loaded(scripts.map(function (one) { return one.dataset.script; }).filter(Boolean), function () {
      if (mine === asked) draw();  /* what was asked for before is not missed */
    });
  }

  function narrow() {
    var wanted = field("find").value.trim().toLowerCase();
    boxes().forEach(function (box) {
      var label = box.closest("li");
      label.hidden = !box.checked && label.textContent.toLowerCase().indexOf(wanted) < 0;
    });
    clearTimeout(found);
    found = setTimeout(tellFound, REST);
  }

  function tellFound() {
    var said = form.querySelector("[data-part=found]");
    var number = boxes().filter(function (box) { return !box.closest("li").hidden; }).length;
    said.textContent = said.dataset[number === 0 ? "none" : number === 1 ? "one" : "many"].replace("{number}", number);
  }

  /* The stories of the value that is chosen stand first, those whose chief value it is before the others. */
  function order() {
    var value = field("value").value;
    var rank = function (box) {
      var at = box.dataset.values.split(" ").indexOf(value);
      return at < 0 ? 2 : Math.min(at, 1);
    };
    var list = form.querySelector(".hv-compose__stories");
    inOrder.slice().sort(function (one, other) { return rank(one) - rank(other); }).forEach(function (box) {
      list.appendChild(box.closest("li"));
    });
  }

  function changed(event) {
    var name = event.target.name;
    isWriting = name === "minutes";
    if (name === "own") return sheet.own(event.target.value);
    if (name === "find") return narrow();
    if (name === "value") order();
    apply();
  }

  data.loaded([form.dataset.script], function () {
    var strange = address.recall();
    form.hidden = false;
    form.addEventListener("input", changed);
    form.querySelector("[data-part=go]").addEventListener("click", faulty.go);
    guide.actions(place);
    window.hverdagComposeWord(place, actions, words);
    document.querySelector(".hv-noscript").hidden = true;
    var told = document.getElementById("compose-strange");
    told.textContent = strange.length ? choices.say("strange", { what: strange.slice(0, 5).map(shortened).join(", ") }) : "";
    told.hidden = !strange.length;
    order();
    apply();
  });
})();

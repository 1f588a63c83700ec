/* Put a guide together: stories, a method, a start and the minutes there are. All of it happens in the reader's own
   browser, and all of it stands in the address. What an address asks for is looked up among what the handbook has;
   nothing in it is ever run or shown as anything but text. */
(function () {
  "use strict";
  var plan = window.hverdagPlan;
  var guide = window.hverdagGuide;
  var form = document.getElementById("compose");
  if (!form) return;
  var words = guide.words();
  var address = window.hverdagComposeAddress(form);
  var faulty = window.hverdagComposeFaults(form, words);
  var field = address.field;
  var boxes = address.boxes;
  var status = document.getElementById("compose-status");
  var place = document.getElementById("composed");
  var actions = document.querySelector(".hv-compose-actions");
  var methods = {};
  var stories = {};
  var waiting = {};
  var isWriting = false;
  var resting = null;
  var found = null;
  var asked = 0;
  /* While somebody writes a number, half of it is not a fault to be told of. */
  var REST = 600;

  /* The data scripts call these. */
  window.hverdagData = {
    methods: function (given) {
      given.forEach(function (method) { methods[method.id] = method; });
    },
    story: function (given) {
      stories[given.id] = given;
    }
  };

  function say(key, named) {
    return words[key].replace(/\{(\w+)\}/g, function (all, name) { return name in named ? named[name] : all; });
  }

  function shortened(text) {
    return text.length > 40 ? text.slice(0, 40) + " ..." : text;
  }

  function load(address, done) {
    if (waiting[address]) return void waiting[address].push(done);
    waiting[address] = [done];
    var script = document.createElement("script");
    script.src = address;
    script.onload = script.onerror = function () {
      waiting[address].forEach(function (one) { one(); });
      waiting[address] = { push: function (one) { one(); } };
    };
    document.head.appendChild(script);
  }

  function chosen() {
    return {
      method: field("method").value,
      stories: boxes().filter(function (box) { return box.checked; }).map(function (box) { return box.value; }),
      start: field("start").value,
      minutes: field("minutes").value
    };
  }

  function listed(items, list) {
    items.forEach(function (text) {
      var item = document.createElement("li");
      item.textContent = text;
      list.appendChild(item);
    });
    return list;
  }

  function paragraph(text, name) {
    var made = document.createElement("p");
    made.className = name || "";
    made.textContent = text;
    return made;
  }

  /* Our own finished HTML, from the handbook's own script files. */
  function finished(html) {
    var holder = document.createElement("template");
    holder.innerHTML = html;
    return holder.content;
  }

  function article(story) {
    var made = document.createElement("article");
    made.className = "hv-text hv-sheet__story";
    var title = document.createElement("h3");
    title.textContent = story.title;
    var text = document.createElement("div");
    text.dataset.part = "story";
    text.appendChild(finished(story.html));
    made.appendChild(title);
    made.appendChild(paragraph(story.summary, "hv-sheet__lead"));
    made.appendChild(text);
    if (story.made_up) made.appendChild(paragraph(words.made_up, "hv-quiet"));
    return made;
  }

  function fill(told) {
    guide.all(place, "[data-fill=summary]").forEach(function (held) {
      held.textContent = told.map(function (story) { return story.summary; }).join(" ");
    });
    guide.all(place, "[data-fill=questions]").forEach(function (held) {
      var most = Math.max(1, Math.floor(3 / told.length));
      var questions = told.reduce(function (all, story) { return all.concat(story.questions.slice(0, most)); }, []);
      var list = document.createElement("ol");
      list.className = "hv-plan__questions";
      if (questions.length) held.appendChild(listed(questions, list));
    });
    guide.all(place, "[data-fill=dilemma]").forEach(function (held) {
      told.filter(function (story) { return story.dilemma; }).forEach(function (story) {
        held.appendChild(paragraph(story.dilemma.question, "hv-dilemma__question"));
        var options = document.createElement("ol");
        options.className = "hv-options";
        held.appendChild(listed(story.dilemma.options, options));
      });
    });
    guide.all(place, "[data-fill=stories]").forEach(function (held) {
      told.forEach(function (story) { held.appendChild(article(story)); });
    });
    guide.all(place, ".hv-sheet__part").forEach(function (part) {
      if (!part.querySelector("li, .hv-lines")) part.remove();
    });
  }

  /* The receipt of what was put together: of several stories, the first is the one that is read aloud. */
  function receipt(code) {
    if (!code) return;
    guide.all(place, "[data-part=receipt]").forEach(function (held) {
      held.textContent = held.dataset.pattern.replace("{code}", code);
    });
    guide.all(place, "[data-part=form]").forEach(function (held) {
      held.href = held.dataset.pattern.replace("TOOLCODE", encodeURIComponent(code));
    });
  }

  /* Return the minutes of the steps (null where there is no room for them), and the least that there must be. */
  function minutesFor(method, told, total) {
    var reading = plan.sum(told.map(function (story) { return story.reading; }));
    var floors = method.reads.map(function (reads) { return reads ? reading : 1; });
    return { minutes: plan.scaled(method.minutes, floors, total), least: plan.sum(floors) };
  }

  /* What is wrong with a choice: the field that mends it, what it is called, and what to do. */
  function faultsOf(choice, method, told) {
    if (!choice.stories.length) return [{ field: "story", text: words.choose }];
    var found = [];
    if (method.needs_dilemma && !told.some(function (story) { return story.dilemma; })) {
      found.push({ field: "method", name: words.method, text: words.no_dilemma });
    }
    var total = minutesIn(choice, method);
    var room = minutesFor(method, told, total);
    if (total === null) found.push({ field: "minutes", name: words.in_all, text: words.whole });
    else if (!(total <= address.most) || !room.minutes) {
      found.push({ field: "minutes", name: words.in_all, text: say("too_short", { least: room.least, most: address.most }) });
    }
    return found;
  }

  /* The minutes that there are, or null where what is written is no whole number. */
  function minutesIn(choice, method) {
    if (field("minutes").validity.badInput || !/^[0-9]*$/.test(choice.minutes)) return null;
    return choice.minutes === "" ? method.total : Number(choice.minutes);
  }

  /* Clear the guide; return what is chosen, or null, once it is told, where no guide can be made of it. */
  function sound() {
    var choice = chosen();
    var method = methods[choice.method];
    var told = choice.stories.map(function (id) { return stories[id]; }).filter(Boolean);
    actions.hidden = true;
    place.before(actions);
    place.textContent = "";
    if (!method || told.length < choice.stories.length) {
      faulty.mark([]);
      return tell([words.no_data]);
    }
    field("minutes").placeholder = method.total;
    var faults = faultsOf(choice, method, told);
    faulty.mark(faults);
    if (!faults.length) return { choice: choice, method: method, told: told, total: minutesIn(choice, method) };
    return tell(choice.stories.length ? faulty.summary(faults) : [heard(words.choose)]);
  }

  /* What stands by its field already, and is only to be heard. */
  function heard(text) {
    var held = document.createElement("span");
    held.className = "hv-hidden";
    held.textContent = text;
    return held;
  }

  function draw() {
    var one = sound();
    if (!one) return;
    var minutes = minutesFor(one.method, one.told, one.total).minutes;
    place.appendChild(finished(one.method.html));
    place.querySelector("h2").textContent = one.method.title + ": " + one.told.map(function (story) { return story.title; }).join(", ");
    fill(one.told);
    receipt(one.told[0].code && one.method.code ? one.told[0].code + "-" + one.method.code : "");
    guide.show(place, minutes, plan.minuteOfDay(one.choice.start));
    guide.all(place, ".hv-plan-form").forEach(function (held) { held.remove(); });
    place.querySelector("[data-part=total]").textContent = words.minutes.replace("{number}", one.total);
    place.querySelector(".hv-composed__title + p").after(actions);  /* ahead of whoever is led to the title */
    actions.hidden = false;
    var without = one.method.needs_dilemma ? one.told.filter(function (story) { return !story.dilemma; }) : [];
    tell([[say("composed", { minutes: one.total, steps: minutes.length })].concat(without.map(function (story) {
      return say("only_read", { title: story.title });
    })).join(" ")]);
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
    var choice = chosen();
    address.remember(choice);
    var checked = boxes().filter(function (box) { return box.checked; });
    var left = checked.length;
    var mine = (asked += 1);
    if (!left) return draw();
    checked.forEach(function (box) {
      load(box.dataset.script, function () {
        left -= 1;
        if (!left && mine === asked) draw();  /* what was asked for before is not missed */
      });
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

  load(form.dataset.script, function () {
    var strange = address.recall();
    form.hidden = false;
    form.addEventListener("input", function (event) {
      isWriting = event.target.name === "minutes";
      if (event.target.name === "find") narrow();
      else apply();
    });
    form.querySelector("[data-part=go]").addEventListener("click", faulty.go);
    guide.actions(place);
    document.querySelector(".hv-noscript").hidden = true;
    var told = document.getElementById("compose-strange");
    told.textContent = strange.length ? say("strange", { what: strange.slice(0, 5).map(shortened).join(", ") }) : "";
    told.hidden = !strange.length;
    apply();
  });
})();

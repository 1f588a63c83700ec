/* Put a guide together: stories, a method, a start and the minutes there are. All of it happens in the reader's own
   browser, and all of it stands in the address. What an address asks for is looked up among what the handbook has;
   nothing in it is ever run or shown as anything but text. */
(function () {
  "use strict";
  var plan = window.hverdagPlan;
  var guide = window.hverdagGuide;
  var form = document.getElementById("compose");
  var status = document.getElementById("compose-status");
  var place = document.getElementById("composed");
  if (!form) return;
  var words = guide.words();
  var methods = {};
  var stories = {};
  var waiting = {};
  var MOST = 600;

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

  function boxes() {
    return guide.all(form, "input[name=story]");
  }

  function chosen() {
    return {
      method: form.elements.method.value,
      stories: boxes().filter(function (box) { return box.checked; }).map(function (box) { return box.value; }),
      start: form.elements.start.value,
      minutes: form.elements.minutes.value
    };
  }

  /* An address may be older than a name: what something was called before is what it is called now. */
  function current(fields, id) {
    return fields.reduce(function (found, field) {
      return (field.dataset.former || "").split(" ").indexOf(id) >= 0 ? field.value : found;
    }, id);
  }

  /* Read the address; return what in it the handbook does not know. */
  function recall() {
    var query = new URLSearchParams(location.search);
    var strange = [];
    var options = guide.all(form, "option");
    var known = options.map(function (option) { return option.value; });
    function asked(name) { return query.get(name) || null; }
    var method = asked("method") && current(options, asked("method"));
    if (method !== null && known.indexOf(method) >= 0) form.elements.method.value = method;
    else if (method !== null) strange.push(method);
    var wanted = query.getAll("story").filter(Boolean).map(function (id) { return current(boxes(), id); });
    boxes().forEach(function (box) { box.checked = wanted.indexOf(box.value) >= 0; });
    wanted.forEach(function (id) {
      if (!boxes().some(function (box) { return box.value === id; })) strange.push(id);
    });
    var start = asked("start");
    if (start !== null) {
      var minute = plan.minuteOfDay(start);
      if (minute === null) strange.push(start);
      else form.elements.start.value = plan.typed(minute);
    }
    var minutes = asked("minutes");
    if (minutes !== null) {
      if (/^[0-9]{1,3}$/.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= MOST) form.elements.minutes.value = minutes;
      else strange.push(minutes);
    }
    return strange;
  }

  function remember(choice) {
    var query = new URLSearchParams();
    query.append("method", choice.method);
    choice.stories.forEach(function (id) { query.append("story", id); });
    if (choice.start) query.append("start", choice.start);
    if (choice.minutes) query.append("minutes", choice.minutes);
    try {
      history.replaceState(null, "", location.pathname + "?" + query.toString());
    } catch (refused) { /* Some browsers refuse it for files; the guide works all the same. */ }
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
      told.forEach(function (story) {
        listed(story.questions.slice(0, most), held);
      });
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

  /* Return the minutes of the steps (null where there is no room for them), and the least that there must be. */
  function minutesFor(method, told, total) {
    var reading = plan.sum(told.map(function (story) { return story.reading; }));
    var floors = method.reads.map(function (reads) { return reads ? reading : 1; });
    return { minutes: plan.scaled(method.minutes, floors, total), least: plan.sum(floors) };
  }

  function draw() {
    var choice = chosen();
    var method = methods[choice.method];
    var told = choice.stories.map(function (id) { return stories[id]; }).filter(Boolean);
    place.textContent = "";
    guide.all(document, ".hv-compose-actions").forEach(function (held) { held.hidden = true; });
    if (!method) return tell(words.no_data);
    form.elements.minutes.placeholder = method.total;
    if (!choice.stories.length) return tell(words.choose);
    if (told.length < choice.stories.length) return tell(words.no_data);
    if (method.needs_dilemma && !told.some(function (story) { return story.dilemma; })) return tell(words.no_dilemma);
    if (form.elements.minutes.validity.badInput || !/^[0-9]*$/.test(choice.minutes)) return tell(words.whole);
    var total = choice.minutes === "" ? method.total : Number(choice.minutes);
    var found = minutesFor(method, told, total);
    if (!(total <= MOST) || !found.minutes) return tell(say("too_short", { least: found.least, most: MOST }));
    place.appendChild(finished(method.html));
    place.querySelector("h1, h2").textContent = method.title + ": " + told.map(function (story) { return story.title; }).join(", ");
    fill(told);
    guide.show(place, found.minutes, plan.minuteOfDay(choice.start));
    guide.all(place, ".hv-plan-form").forEach(function (held) { held.remove(); });
    place.querySelector("[data-part=total]").textContent = words.minutes.replace("{number}", total);
    guide.all(document, ".hv-compose-actions").forEach(function (held) { held.hidden = false; });
    var without = method.needs_dilemma ? told.filter(function (story) { return !story.dilemma; }) : [];
    tell([say("composed", { minutes: total, steps: found.minutes.length })].concat(without.map(function (story) {
      return say("only_read", { title: story.title });
    })).join(" "));
  }

  function tell(text) {
    status.textContent = text;
  }

  function apply() {
    var choice = chosen();
    remember(choice);
    var checked = boxes().filter(function (box) { return box.checked; });
    var left = checked.length;
    if (!left) return draw();
    checked.forEach(function (box) {
      load(box.dataset.script, function () {
        left -= 1;
        if (!left) draw();
      });
    });
  }

  function narrow() {
    var wanted = form.elements.find.value.trim().toLowerCase();
    boxes().forEach(function (box) {
      var label = box.closest("li");
      label.hidden = !box.checked && label.textContent.toLowerCase().indexOf(wanted) < 0;
    });
  }

  load(form.dataset.script, function () {
    var strange = recall();
    form.hidden = false;
    form.addEventListener("input", function (event) {
      if (event.target.name === "find") narrow();
      else apply();
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    guide.actions(place);
    document.querySelector(".hv-noscript").hidden = true;
    var told = document.getElementById("compose-strange");
    told.textContent = strange.length ? say("strange", { what: strange.slice(0, 5).map(shortened).join(", ") }) : "";
    told.hidden = !strange.length;
    apply();
  });
})();

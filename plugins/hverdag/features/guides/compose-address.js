/* The composer's choices as they stand in its address. What an address asks for is looked up among what the page has;
   nothing in it is ever run or shown as anything but text. */
window.hverdagComposeAddress = function (form) {
  "use strict";
  var plan = window.hverdagPlan;
  var guide = window.hverdagGuide;
  var MOST = 600;

  function field(name) {
    return form.querySelector("[name=" + name + "]");
  }

  function boxes() {
    return guide.all(form, "input[name=story]");
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
    function asked(name) { return query.get(name) || null; }
    ["method", "value"].forEach(function (name) {
      var options = guide.all(field(name), "option");
      var wanted = asked(name) && current(options, asked(name));
      if (wanted === null) return;
      if (options.some(function (option) { return option.value === wanted; })) field(name).value = wanted;
      else strange.push(wanted);
    });
    var wanted = query.getAll("story").filter(Boolean).map(function (id) { return current(boxes(), id); });
    boxes().forEach(function (box) { box.checked = wanted.indexOf(box.value) >= 0; });
    wanted.forEach(function (id) {
      if (!boxes().some(function (box) { return box.value === id; })) strange.push(id);
    });
    var start = asked("start");
    if (start !== null) {
      var minute = plan.minuteOfDay(start);
      if (minute === null) strange.push(start);
      else field("start").value = plan.typed(minute);
    }
    var minutes = asked("minutes");
    if (minutes !== null) {
      if (/^[0-9]{1,3}$/.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= MOST) field("minutes").value = minutes;
      else strange.push(minutes);
    }
    return strange;
  }

  function remember(choice) {
    var query = new URLSearchParams();
    query.append("method", choice.method);
    if (choice.value) query.append("value", choice.value);
    choice.stories.forEach(function (id) { query.append("story", id); });
    if (choice.start) query.append("start", choice.start);
    if (choice.minutes) query.append("minutes", choice.minutes);
    try {
      history.replaceState(null, "", location.pathname + "?" + query.toString());
    } catch (refused) { /* Some browsers refuse it for files; the guide works all the same. */ }
  }

  return { field: field, boxes: boxes, recall: recall, remember: remember, most: MOST };
};

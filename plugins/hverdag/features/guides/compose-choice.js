/* Whether a guide can be made of what is chosen, and the minutes of its steps. A choice holds the method, the stories and
   the value as the handbook has them, and the minutes as they are written. */
window.hverdagComposeChoice = function (words, most) {
  "use strict";
  var plan = window.hverdagPlan;

  function say(key, named) {
    return words[key].replace(/\{(\w+)\}/g, function (all, name) { return name in named ? named[name] : all; });
  }

  function isFor(method, subject) {
    return method.applies_to.indexOf(subject) >= 0;
  }

  /* Return the minutes that there are, or null where what is written is no whole number. */
  function total(choice) {
    if (choice.isBad || !/^[0-9]*$/.test(choice.minutes)) return null;
    return choice.minutes === "" ? choice.method.total : Number(choice.minutes);
  }

  /* The stories that a step uses. Of several steps that read aloud, each has one of its own, and those after it ask about
     the same; where one step reads, all have all of them. */
  function storiesOf(choice, at) {
    var reading = choice.method.reads.filter(Boolean).length;
    if (reading < 2 || !choice.stories.length) return choice.stories;
    var read = choice.method.reads.slice(0, at + 1).filter(Boolean).length;
    return [choice.stories[Math.max(0, read - 1) % choice.stories.length]];
  }

  function floors(choice) {
    return choice.method.reads.map(function (reads, at) {
      var reading = storiesOf(choice, at).map(function (story) { return story.reading; });
      return reads ? Math.max(1, plan.sum(reading)) : 1;
    });
  }

  /* Return the minutes of the steps (null where there is no room for them), and the least that there must be. */
  function minutes(choice) {
    var least = floors(choice);
    return { minutes: plan.scaled(choice.method.minutes, least, total(choice)), least: plan.sum(least) };
  }

  /* What keeps a method from what it is to be used on; an empty text where nothing does. */
  function subjectFault(choice) {
    if (choice.stories.length || isFor(choice.method, "handbook")) return "";
    if (!choice.value) return words.choose;
    return !isFor(choice.method, "value") || choice.method.needs_story ? words.no_story : "";
  }

  /* What is wrong with a choice: the field that mends it, what it is called, and what to do. */
  function faults(choice) {
    var found = [];
    var missing = subjectFault(choice);
    if (missing && !choice.value) return [{ field: "story", text: missing }];
    if (missing) found.push({ field: "story", name: words.stories, text: missing });
    else if (choice.method.needs_dilemma && !choice.stories.some(function (story) { return story.dilemma; })) {
      found.push({ field: "method", name: words.method, text: words.no_dilemma });
    }
    var given = total(choice);
    var room = minutes(choice);
    if (given === null) found.push({ field: "minutes", name: words.in_all, text: words.whole });
    else if (!(given <= most) || !room.minutes) {
      found.push({ field: "minutes", name: words.in_all, text: say("too_short", { least: room.least, most: most }) });
    }
    return found;
  }

  /* What was put together is about the value, or about the story that is read first. */
  function subject(choice) {
    return choice.value || choice.stories[0];
  }

  /* Its code. What is about the handbook itself is so whatever is read, as its ready guide is. */
  function code(choice) {
    var about = choice.method.uses_texts && subject(choice) || { code: "H" };
    return about.code && choice.method.code ? about.code + "-" + choice.method.code : "";
  }

  /* The subject as files name it: its title and its code. */
  function named(choice) {
    var about = subject(choice);
    if (!about) return "";
    return about.title + (about.code ? " (" + about.code + ")" : "");
  }

  function title(choice) {
    var subjects = choice.value ? [choice.value] : choice.stories;
    var names = subjects.map(function (subject) { return subject.title; }).join(", ");
    return choice.method.title + (names ? ": " + names : "");
  }

  return { storiesOf: storiesOf, faults: faults, minutes: minutes, total: total, code: code, named: named, title: title, say: say };
};

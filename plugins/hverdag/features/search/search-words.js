/* The words of a site as readers may type them: their forms, what they are made of, and those that are spelt alike. */
(function (scope) {
  "use strict";
  var LONGEST = 40;
  var FEWEST = 3;
  var ENDING = /^(?:[rnd]?e?[rnt]?(?:e?ne|e)?s?|e?[dt]e|ende|e?ste?)$/;
  var UNKNOWN = "~";  /* after a stem, so that a misspelt word is not taken for the beginning of it */

  /* Small letters, Nordic letters as two others, and no accents: what any keyboard can write. */
  function fold(text) {
    return text.toLowerCase().normalize("NFKC").replace(/ß/g, "ss")
      .replace(/[æä]/g, "ae").replace(/[øö]/g, "oe").replace(/å/g, "aa")
      .normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  /* The words of a text, and where they stand in it. */
  function tokens(text) {
    var found = [];
    var one;
    var pattern = /[\p{L}\p{N}]+/gu;
    while ((one = pattern.exec(text))) found.push({ word: one[0], at: one.index, end: one.index + one[0].length });
    return found;
  }

  /* How many letters must be put in, left out, changed or swapped to get from one word to another; more than `most` is
     as good as any. (Optimal string alignment: Damerau, Levenshtein.) */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var before, last = [], row, best, cost, i, j;
    for (j = 0; j <= b.length; j += 1) last.push(j);
    for (i = 1; i <= a.length; i += 1) {
      row = [i];
      best = i;
      for (j = 1; j <= b.length; j += 1) {
        cost = a[i - 1] === b[j - 1] ? 0 : 1;
        row.push(Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost));
        if (before && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
        best = Math.min(best, row[j]);
      }
      if (best > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  /* As it sounds: letters that are written and not said, and double letters, go. */
  function sound(word) {
    return word.replace(/hj/g, "j").replace(/hv/g, "v").replace(/nd/g, "n").replace(/ld/g, "l").replace(/ds/g, "s")
      .replace(/th/g, "t").replace(/ph/g, "f").replace(/c(?![eihy])/g, "k").replace(/w/g, "v").replace(/z/g, "s")
      .replace(/(.)\1/g, "$1");
  }

  /* Whether one word may have been typed for another: the shorter they are, the more alike they must be. In words of four
     or five letters a letter may be missing, too many or swapped, but not another: "bold" is not "hold". */
  function mayBe(typed, form, apart) {
    if (apart < 1) return true;
    if (typed.length < 4 || typed[0] !== form[0]) return false;
    return typed.length > 5 || typed.length !== form.length || sorted(typed) === sorted(form);
  }

  function sorted(word) {
    return word.split("").sort().join("");
  }

  /* Whether two words differ in what they end with alone, as "cups" and "cup". */
  function isInflected(a, b) {
    var shared = 0;
    while (shared < a.length && a[shared] === b[shared]) shared += 1;
    return shared >= FEWEST && ENDING.test(a.slice(shared)) && ENDING.test(b.slice(shared));
  }

  /* "0s,1ies": what is taken off the end of a word, and what is put on, for each of its forms. */
  function inflected(name, inflections) {
    return inflections.split(",").filter(Boolean).map(function (inflection) {
      var off = parseInt(inflection, 10);
      return name.slice(0, name.length - off) + inflection.slice(String(off).length);
    });
  }

  scope.hverdagWords = function (data, stem) {
    var forms = new Map();
    var shown = new Map();
    var parts = new Map();
    var known = new Map();

    function add(form, key) {
      var folded = fold(form);
      var held = forms.get(folded);
      if (!held) {
        forms.set(folded, [key]);
        shown.set(folded, form);
      } else if (held.indexOf(key) < 0) {
        held.push(key);
      }
    }

    data.words.forEach(function (word) {
      var key = fold(word[0]);
      add(word[0], key);
      inflected(word[0], data.classes[word[1]]).forEach(function (form) { add(form, key); });
      if (word[2]) parts.set(key, word[2].map(function (number) { return fold(data.words[number][0]); }));
    });

    /* What a word is found under: its basic forms, or its stem where the dictionary does not know it. */
    function keys(word) {
      if (!known.has(word)) {
        var folded = fold(word).slice(0, LONGEST);
        known.set(word, forms.get(folded) || [stem(folded) + UNKNOWN]);
      }
      return known.get(word);
    }

    /* A word that readers have written together: the keys of its first half and of its last, as even as can be. */
    function halves(word) {
      var folded = fold(word).slice(0, LONGEST);
      var best = [];
      var most = 0;
      for (var at = FEWEST; at <= folded.length - FEWEST; at += 1) {
        var last = forms.get(folded.slice(at));
        var first = forms.get(folded.slice(0, at)) || (/[se]/.test(folded[at - 1]) && at > FEWEST && forms.get(folded.slice(0, at - 1)));
        var even = Math.min(at, folded.length - at);
        if (first && last && even > most) {
          best = [first, last];
          most = even;
        }
      }
      return best;
    }

    /* The words of the site that are spelt, or sound, most like a word: [letters apart, folded form], nearest first. */
    function nearest(word, most) {
      var folded = fold(word).slice(0, LONGEST);
      var said = sound(folded);
      var found = [];
      shown.forEach(function (one, form) {
        if (form.length < FEWEST || Math.abs(form.length - folded.length) > most) return;
        var apart = sound(form) === said ? 0.5 : distance(folded, form, most);
        if (apart <= most && mayBe(folded, form, apart)) found.push([apart, form]);
      });
      return found.sort(function (a, b) { return a[0] - b[0]; });
    }

    /* A name, or another word that no dictionary holds, stands in the site. */
    function meet(word) {
      var folded = fold(word);
      if (!shown.has(folded)) shown.set(folded, word);
    }

    return {
      fold: fold,
      halves: halves,
      has: function (word) { return forms.has(fold(word)); },
      isInflected: function (typed, form) { return isInflected(fold(typed), fold(form)); },
      keys: keys,
      meet: meet,
      nearest: nearest,
      parts: function (key) { return parts.get(key) || []; },
      shown: function (form) { return shown.get(form); },
      tokens: tokens
    };
  };
})(self);

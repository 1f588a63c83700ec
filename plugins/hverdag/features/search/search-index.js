/* What looks in the pages of a site. The index is lunr's; what a reader means by a word is search-words.js's, and what is
   shown of a page is search-shown.js's. */
(function (scope) {
  "use strict";
  var FIELDS = { title: 6, lead: 2.5, about: 2.5, text: 1, more: 0.8, same: 0.4, parts: 0.5 };
  var KINDS = { story: 1.15, value: 1.15, method: 1, page: 0.7 };
  var MOST_LETTERS = 200;
  var MOST_WORDS = 12;
  var MOST_FOUND = 60;
  var MOST_NEAREST = 5;
  var LONG = 8;
  var LEAST = 1 / 30;
  var TOPIC = 0.6;
  var WHOLE = 10, HALF = 6, NEAR = 6, BEGUN = 3;

  scope.hverdagIndex = function (data, lunr) {
    var own = lunr[data.language] || lunr;
    var words = scope.hverdagWords(data, function (word) {
      return own.stemmer ? String(own.stemmer(new lunr.Token(word, {}))) : word;
    });
    var pages = data.pages.map(function (page, ref) {
      return {
        ref: String(ref), location: page[0], kind: data.kinds[page[1]], title: page[2], lead: page[3], text: page[4],
        workplace: page[5], values: page[6].map(function (number) { return data.values[number]; }),
        about: page[7], more: page[8], same: page[9],
        themes: page[10] || []
      };
    });
    var seen = new Set();
    var names = new Set(pages.map(function (page) { return words.fold(page.title); }));
    var shown = scope.hverdagShown(data, words);
    var themes = scope.hverdagThemes(data, words, isSmall);
    var index = built();

    function keysOf(text) {
      var found = [];
      words.tokens(text).forEach(function (token) {
        seen.add(words.fold(token.word));
        words.meet(token.word);
        found.push.apply(found, words.keys(token.word));
      });
      /* "e-mail" is "email" to others. */
      (text.match(/\p{L}+(?:-\p{L}+)+/gu) || []).forEach(function (word) {
        found.push.apply(found, words.keys(word.replace(/-/g, "")));
      });
      return found;
    }

    function built() {
      var builder = new lunr.Builder();
      builder.ref("ref");
      builder.b(0.4);
      Object.keys(FIELDS).forEach(function (name) { builder.field(name, { boost: FIELDS[name] }); });
      pages.forEach(function (page) {
        var held = {
          ref: page.ref, title: keysOf(page.title), lead: keysOf(page.lead), text: keysOf(page.text),
          about: keysOf(page.about + " " + page.workplace), more: keysOf(page.more), same: keysOf(page.same)
        };
        held.parts = [];
        [held.title, held.lead, held.about, held.text].forEach(function (keys) {
          keys.forEach(function (key) { held.parts.push.apply(held.parts, words.parts(key)); });
        });
        builder.add(held, { boost: KINDS[page.kind[0]] });
      });
      return builder.build();
    }

    function stands(key) {
      return Object.prototype.hasOwnProperty.call(index.invertedIndex, key);
    }

    /* A word of a theme may stand on no page, and leads somewhere all the same. */
    function leads(key) {
      return stands(key) || themes.has(key);
    }

    function pagesWith(key) {
      var held = stands(key) ? index.invertedIndex[key] : {};
      return new Set([].concat.apply([], Object.keys(FIELDS).map(function (name) { return Object.keys(held[name] || {}); }))).size;
    }

    function begins(start) {
      return index.tokenSet.intersect(lunr.TokenSet.fromString(start + "*")).toArray().length > 0;
    }

    /* Words that say nothing, as "the" and "is"; but the name of a value may be one of them. */
    function isSmall(word) {
      var filter = own.stopWordFilter;
      return !!filter && !filter(new lunr.Token(word.toLowerCase(), {})) && !names.has(words.fold(word));
    }

    /* What a word asks for: keys, each with how much it counts. `instead` is what it was taken for. */
    function wanted(word, next) {
      var folded = words.fold(word);
      var found = { word: word, keys: new Map(), start: "", halves: [] };
      function want(keys, weight) {
        keys.filter(leads).forEach(function (key) { found.keys.set(key, Math.max(weight, found.keys.get(key) || 0)); });
      }
      want(words.keys(word), WHOLE);
      if (next) joined(word, next).forEach(function (whole) { want(words.keys(whole), WHOLE); });
      if (folded.length > 2 && begins(folded)) found.start = folded;
      if (!found.keys.size && !found.start) {
        found.halves = words.halves(word).filter(function (half) { return half.some(leads); });
        var like = near(word, found.halves.length || folded.length < LONG ? 1 : 2);
        found.halves.forEach(function (half) { want(half, HALF); });
        like.slice(0, 2).forEach(function (form) { want(words.keys(form), NEAR); });
        if (like.length && !words.isInflected(word, like[0])) found.instead = words.shown(like[0]);
      }
      return found;
    }

    /* "work shop" is one word to most who look for it; in some languages with an s or an e between the two. */
    function joined(word, next) {
      return [word + next, word + "s" + next, word + "e" + next].filter(function (whole) {
        return words.has(whole) || stands(words.keys(whole)[0]);
      });
    }

    /* The forms that are nearest to a word; of two as near, one that stands on a page, and on most pages. A short word is
       near so many others that only what stands there counts. */
    function near(word, most, standing) {
      var found = words.nearest(word, most).map(function (one) {
        var keys = words.keys(one[1]).filter(leads);
        var pages = keys.reduce(function (sum, key) { return sum + pagesWith(key) + (standing ? 0 : themes.number(key)); }, 0);
        var here = seen.has(one[1]) || keys.some(themes.has);
        var counts = here || (!standing && one[1].length >= LONG);
        return { form: one[1], apart: one[0] + (here ? 0 : 0.25), pages: counts ? pages : 0, key: keys[0] };
      }).filter(function (one) { return one.pages && !isSmall(one.form); });
      found.sort(function (a, b) { return a.apart - b.apart || b.pages - a.pages; });
      var met = new Set();
      return found.filter(function (one) {
        if (met.has(one.key) || one.apart > found[0].apart + 0.5) return false;
        met.add(one.key);
        return true;
      }).map(function (one) { return one.form; });
    }

    function look(asked) {
      /* Asked for nothing, lunr gives all there is. */
      if (!asked.some(function (one) { return one.keys.size || one.start; })) return [];
      return index.query(function (query) {
        asked.forEach(function (one) {
          one.keys.forEach(function (weight, key) { query.term(key, { boost: weight, usePipeline: false }); });
          if (one.start) query.term(one.start, { boost: BEGUN, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
        });
      });
    }

    function meets(one, key) {
      return one.keys.has(key) || (one.start && key.indexOf(one.start) === 0);
    }

    /* How much of a word a page holds: all, or one half of what the reader has written together. */
    function part(one, met) {
      var whole = met.some(function (key) { return meets(one, key); });
      var halves = one.halves.filter(function (half) { return half.some(function (key) { return met.indexOf(key) >= 0; }); });
      return !whole ? 0 : one.halves.length < 2 || !halves.length ? 1 : halves.length / 2;
    }

    /* A page that holds all that was asked for comes before one that holds a part of it often. A story holds what its
       themes are also called: `topics` are the themes asked for, `most` the score of the best page. */
    function result(page, hit, asked, topics, most) {
      var met = hit ? Object.keys(hit.matchData.metadata) : [];
      var own = asked.map(function (one) { return part(one, met); });
      var topic = topics.filter(function (one) { return page.themes.indexOf(one.theme.at) >= 0; })[0];
      var parts = own.map(function (one, at) { return Math.max(one, topic ? topic.used[at] : 0); });
      var missing = asked.filter(function (one, at) { return !parts[at]; });
      var bonus = topic ? TOPIC * most * topic.score / (1 + page.themes.indexOf(topic.theme.at) / 10) : 0;
      return {
        page: page, met: new Set(met), missing: missing, own: mean(own), score: ((hit ? hit.score : 0) + bonus) * Math.pow(mean(parts), 2)
      };
    }

    function mean(parts) {
      return parts.length ? parts.reduce(function (sum, one) { return sum + one; }, 0) / parts.length : 1;
    }

    /* What a query finds: pages that hold its words, and the stories of the themes that it asks for. */
    function results(asked, topics) {
      var hits = look(asked);
      var most = hits.length ? hits[0].score : 1;
      var found = new Map(hits.map(function (hit) { return [hit.ref, hit]; }));
      return pages.filter(function (page) {
        return found.has(page.ref) || topics.some(function (one) { return page.themes.indexOf(one.theme.at) >= 0; });
      }).map(function (page) { return result(page, found.get(page.ref), asked, topics, most); });
    }

    /* Stories come before methods and other pages that hold no more of what was asked for, unless it is their title. */
    function storiesFirst(found, given) {
      var query = given.map(words.fold).join(" ");
      var least = found.reduce(function (least, one) {
        return one.page.kind[0] === "story" && one.own ? least.concat([[one.own, one.score]]) : least;
      }, []);
      found.forEach(function (one) {
        var isTold = one.page.kind[0] === "story" || one.page.kind[0] === "value";
        if (isTold || words.tokens(one.page.title).map(function (token) { return words.fold(token.word); }).join(" ") === query) return;
        least.forEach(function (story) {
          if (story[0] >= one.own) one.score = Math.min(one.score, story[1] * 0.999);
        });
      });
      return found;
    }

    /* What to tell a reader besides the list: what was shown instead, or what could be tried. */
    function note(given, asked, found) {
      if (!given.length) return { kind: "none", tried: [] };
      if (!asked.length) return found.length ? null : { kind: "small" };
      if (!found.length) {
        var like = given.map(function (word) { return near(word, word.length < 6 ? 1 : word.length < 10 ? 2 : 3, true); });
        var tried = Array.from(new Set([].concat.apply([], like).map(words.shown))).slice(0, MOST_NEAREST);
        return { kind: "none", tried: tried };
      }
      var taken = asked.filter(function (one) { return one.instead && one.keys.size; });
      return taken.length ? { kind: "instead", pairs: taken.map(function (one) { return [one.word, one.instead]; }) } : null;
    }

    /* What a query asks for, word by word. Small words count for nothing, but "F 07" is a code. */
    function sought(given) {
      var found = [];
      given.forEach(function (word, at) {
        var isLetter = word.length === 1 && given.length > 1 && !joined(word, given[at + 1] || "").length;
        if (!isSmall(word) && !isLetter) found.push(wanted(word, given[at + 1]));
      });
      return found;
    }

    function ranked(found) {
      return found.sort(function (a, b) { return b.score - a.score; });
    }

    return function (query) {
      var given = words.tokens(String(query).slice(0, MOST_LETTERS).normalize("NFC")).map(function (token) { return token.word; }).slice(0, MOST_WORDS);
      var asked = sought(given);
      var topics = themes.met(asked, given);
      var found = ranked(results(asked, topics));
      found = ranked(storiesFirst(found.filter(function (one) { return one.score >= LEAST * found[0].score; }), given));
      return {
        items: found.slice(0, MOST_FOUND).map(shown), note: note(given, asked, found),
        themes: themes.shown(topics, asked, found.length), quiet: themes.quiet(topics)
      };
    };
  };
})(self);

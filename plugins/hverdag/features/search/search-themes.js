/* The themes of a site: which of them a query asks for, by their names and the other words that people have for them,
   and, where it asks for none, which are near. A theme without an address has no story; it leads to those near it. */
(function (scope) {
  "use strict";
  var NAME = 0, ADDRESS = 1, ABOUT = 2, WORDS = 3, NEAR = 4;
  var LEAST_MET = 0.4, LEAST_NEAR = 0.12, LEAST_OF_BEST = 0.5;
  var MOST_MET = 3, MOST_NEAR = 5;
  var CLEAR = 0.8, APART = 0.9, LEAST_BESIDE = 0.3, FEW = 3;
  var RUN = 0.95, SECOND = 0.15, WITHIN = 0.75, PART = 0.6, ALIKE = 0.5, BESIDE = 0.8, TOLD = 0.3;
  var WHOLE = 10;  /* as search-index.js weighs a word that was typed as it is */
  var FEWEST = 4, SHARED = 5;

  scope.hverdagThemes = function (data, words, isSmall) {
    var themes = (data.themes || []).map(function (row, at) {
      var phrases = [row[NAME]].concat(row[WORDS]).map(phrase);
      return {
        at: at, name: row[NAME], address: row[ADDRESS], near: row[NEAR] || [], count: 0, phrases: phrases, told: phrase(row[ABOUT])
      };
    });
    var places = new Map();
    themes.forEach(function (theme) {
      theme.phrases.forEach(function (one) {
        one.keys.forEach(function (keys) {
          keys.forEach(function (key) { places.set(key, (places.get(key) || new Set()).add(theme.at)); });
        });
      });
    });
    data.pages.forEach(function (page) {
      (page[10] || []).forEach(function (number) { themes[number].count += 1; });
    });

    /* The words of a phrase: all, as they are written, and the keys of those that say something. */
    function phrase(text) {
      var said = words.tokens(text).map(function (token) { return token.word; });
      var telling = said.filter(function (word) { return !isSmall(word); });
      return { said: said.map(words.fold), keys: telling.map(words.keys) };
    }

    /* How much one word of a query and one of a theme have to do with each other, from 0 to 1. */
    function alike(asked, keys) {
      return keys.reduce(function (best, key) { return Math.max(best, alikeKey(asked, key)); }, 0);
    }

    function alikeKey(asked, key) {
      if (asked.keys.has(key)) return asked.keys.get(key);
      if (asked.parts.has(key) || holds(asked.folded, key)) return WITHIN;
      if (words.parts(key).some(function (part) { return asked.keys.get(part) === 1; })) return PART;
      if (asked.folded.length >= 3 && key.indexOf(asked.folded) === 0) return ALIKE * (0.5 + asked.folded.length / key.length / 2);
      return 0;
    }

    /* "stressniveau" begins with "stress", and "medarbejdertrivsel" ends with "trivsel". */
    function holds(folded, key) {
      if (key.length < FEWEST || folded.length < key.length + 3) return false;
      return folded.indexOf(key) === 0 || folded.slice(-key.length) === key;
    }

    /* Whether a phrase stands in a query, word for word. */
    function runs(said, given) {
      return given.some(function (_, from) {
        return said.every(function (word, at) { return given[from + at] === word; });
      });
    }

    /* How much each asked word has to do with one word of a theme. Two that are parts of it say it apart: whoever "melder
       sig syg" is "sygemeldt". */
    function weights(asked, keys) {
      var apart = asked.map(function (word) {
        return keys.some(function (key) { return words.parts(key).some(function (part) { return word.keys.get(part) === 1; }); });
      });
      var isApart = apart.filter(Boolean).length > 1;
      return asked.map(function (word, at) { return isApart && apart[at] ? APART : alike(word, keys); });
    }

    /* How well one phrase says what is asked for, and how much each asked word has to do with it. */
    function weighed(one, asked, given) {
      var all = one.keys.map(function (keys) { return weights(asked, keys); });
      var used = asked.map(function (_, at) { return highest(all.map(function (row) { return row[at]; })); });
      var covered = mean(all.map(highest));
      var share = mean(used);
      var score = covered * covered * (0.4 + 0.6 * share);
      if (one.said.length > 1 && runs(one.said, given)) score = Math.max(score, RUN * (0.6 + 0.4 * share));
      return { score: score, used: used };
    }

    function highest(list) {
      return Math.max.apply(null, list.concat(0));
    }

    function mean(list) {
      return list.length ? list.reduce(function (sum, one) { return sum + one; }, 0) / list.length : 0;
    }

    /* What a query has to do with a theme. The best phrase counts; a second one tells that it is no accident. */
    function scored(theme, asked, given) {
      var all = theme.phrases.map(function (one) { return weighed(one, asked, given); });
      var order = all.map(function (one) { return one.score; }).sort(function (a, b) { return b - a; });
      var best = all.filter(function (one) { return one.score === order[0]; })[0];
      return { theme: theme, score: Math.min(1, order[0] + SECOND * (order[1] || 0)), used: best.used };
    }

    function byScore(a, b) {
      return b.score - a.score || b.theme.count - a.theme.count || a.theme.at - b.theme.at;
    }

    /* In the place of a theme without stories come the themes near it, in their order. */
    function withStories(found, most) {
      var met = new Map();
      found.forEach(function (one) {
        var near = one.theme.address ? [] : one.theme.near.slice(0, one.score < CLEAR ? most : MOST_NEAR);
        if (one.theme.address) put(one);
        near.forEach(function (number, at) {
          put({ theme: themes[number], score: one.score * Math.pow(BESIDE, at + 1), used: one.used.map(function () { return 0; }) });
        });
      });
      function put(one) {
        if (!met.has(one.theme.at) || met.get(one.theme.at).score < one.score) met.set(one.theme.at, one);
      }
      return Array.from(met.values()).sort(byScore);
    }

    /* The words of a query as themes are asked for them. `forms` gives what a word was taken for, if it was. */
    function prepared(asked) {
      return asked.map(function (one) {
        var keys = new Map();
        var own = words.keys(one.word);
        one.keys.forEach(function (weight, key) { keys.set(key, weight < WHOLE ? WITHIN : 1); });
        own.forEach(function (key) { keys.set(key, 1); });
        var parts = new Set([].concat.apply([], own.map(words.parts).concat(one.halves)));
        return { word: one.word, folded: words.fold(one.word), keys: keys, parts: parts };
      });
    }

    /* The themes that a query asks for, best first, each with its score and how much each asked word has to do with it. */
    function met(asked, given) {
      var folded = given.map(words.fold);
      var said = prepared(asked);
      var found = themes.map(function (theme) { return scored(theme, said, folded); })
        .filter(function (one) { return one.score >= LEAST_MET; }).sort(byScore);
      return found.filter(function (one) { return one.score >= LEAST_OF_BEST * found[0].score; });
    }

    /* How near a theme is to what is asked for: words spelt alike, words that begin alike, and what is told of the theme. */
    function nearness(theme, said) {
      return Math.max.apply(null, said.map(function (word) {
        var best = 0;
        theme.phrases.concat(theme.told).forEach(function (one) {
          one.keys.forEach(function (keys) {
            var score = Math.max(alike(word, keys), beginning(word.folded, keys)) / Math.sqrt(one.keys.length);
            best = Math.max(best, one === theme.told ? TOLD * score : score);
          });
        });
        return best;
      }).concat(0));
    }

    function beginning(folded, keys) {
      return Math.max.apply(null, keys.map(function (key) {
        var shared = 0;
        while (shared < folded.length && folded[shared] === key[shared]) shared += 1;
        return shared >= SHARED ? ALIKE * shared / Math.max(folded.length, key.length) : 0;
      }));
    }

    /* Words that may have been meant: spelt nearly alike, by the keys that they are found under. */
    function respelt(said) {
      return said.map(function (word) {
        var most = word.folded.length < 6 ? 1 : word.folded.length < 10 ? 2 : 3;
        words.nearest(word.word, most).forEach(function (one) {
          words.keys(one[1]).forEach(function (key) {
            if (!word.keys.has(key)) word.keys.set(key, ALIKE / (1 + one[0] / 2));
          });
        });
        return word;
      });
    }

    /* The themes nearest to a query that asks for none. */
    function nearest(asked, least) {
      var said = respelt(prepared(asked));
      var found = themes.map(function (theme) { return { theme: theme, score: nearness(theme, said), used: [] }; })
        .filter(function (one) { return one.score >= least; });
      return withStories(found, MOST_NEAR);
    }

    function most() {
      return themes.filter(function (theme) { return theme.address; }).map(function (theme) {
        return { theme: theme, score: 0, used: [] };
      }).sort(byScore);
    }

    /* What the dialog shows of an answer with a number of hits: name, address, and how many stories there are. Where there
       are few hits, a theme that is near may be what was meant; where there are none, there are always themes. */
    function shown(met, asked, hits) {
      var list = withStories(met, hits ? 1 : MOST_NEAR);
      if (!list.length && hits < FEW) list = nearest(asked, hits ? LEAST_BESIDE : LEAST_NEAR);
      if (!list.length && !hits) list = most();
      return list.slice(0, hits ? MOST_MET : MOST_NEAR).map(function (one) {
        return { name: one.theme.name, address: one.theme.address, count: one.theme.count };
      });
    }

    /* The names of themes that are clearly asked for, and that no story is about. */
    function quiet(met) {
      return met.filter(function (one) { return !one.theme.address && one.score >= CLEAR; }).map(function (one) { return one.theme.name; });
    }

    return {
      has: function (key) { return places.has(key); },
      met: met,
      quiet: quiet,
      number: function (key) { return (places.get(key) || new Set()).size; },
      shown: shown
    };
  };
})(self);

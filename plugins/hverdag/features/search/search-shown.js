/* What is shown of a page that was found: the piece of its text that was asked for, with its words marked. All of it is
   escaped here: texts are data, and so is what readers type. */
(function (scope) {
  "use strict";
  var MOST_MARKED = 4;
  var MOST_PLACES = 100;
  var AROUND = 110;

  function escaped(text) {
    return text.replace(/[&<>"']/g, function (letter) { return "&#" + letter.charCodeAt(0) + ";"; });
  }

  function unique(list) {
    return list.filter(function (one, at) { return list.indexOf(one) === at; });
  }

  scope.hverdagShown = function (data, words) {
    var same = alike();

    /* The words that editors have said mean the same, by key: those are marked where a page was found by another. */
    function alike() {
      var found = new Map();
      data.synonyms.forEach(function (group) {
        var keys = group.map(function (given) { return words.tokens(given); })
          .filter(function (tokens) { return tokens.length === 1; })
          .map(function (tokens) { return words.keys(tokens[0].word); });
        var all = [].concat.apply([], keys);
        all.forEach(function (key) { found.set(key, (found.get(key) || []).concat(all)); });
      });
      return found;
    }

    function marked(text, met, from, to) {
      var done = from;
      var html = "";
      words.tokens(text).forEach(function (token) {
        if (token.at < from || token.end > to || !isMet(token.word, met)) return;
        html += escaped(text.slice(done, token.at)) + "<mark>" + escaped(token.word) + "</mark>";
        done = token.end;
      });
      return html + escaped(text.slice(done, to));
    }

    function isMet(word, met) {
      return isWhole(word, met) || words.keys(word).some(function (key) {
        return words.parts(key).some(function (part) { return met.has(part); });
      });
    }

    function isWhole(word, met) {
      return words.keys(word).some(function (key) {
        return met.has(key) || (same.get(key) || []).some(function (other) { return met.has(other); });
      });
    }

    /* The piece of a text with most of what was found, from the beginning of a word to the end of one. */
    function piece(text, met) {
      var places = words.tokens(text).filter(function (token) { return isMet(token.word, met); }).slice(0, MOST_PLACES);
      if (!places.length) return "";
      var best = places[0], most = 0;
      places.forEach(function (token, at) {
        var close = places.slice(at).filter(function (other) { return other.end < token.at + 2 * AROUND; });
        var whole = close.filter(function (other) { return isWhole(other.word, met); });
        var here = unique(close.map(function (other) { return words.keys(other.word)[0]; })).length +
          (whole.length ? 5 : 0) + (isWhole(token.word, met) ? 5 : 0);
        if (here > most) { most = here; best = token; }
      });
      var from = best.at < AROUND ? 0 : text.indexOf(" ", best.at - AROUND / 2) + 1;
      if (from > best.at) from = best.at;
      var to = text.lastIndexOf(" ", from + 2 * AROUND);
      if (from + 2 * AROUND >= text.length || to < best.end) to = Math.max(best.end, Math.min(text.length, from + 2 * AROUND));
      return (from ? "… " : "") + marked(text, met, from, to) + (to < text.length ? " …" : "");
    }

    function wholes(text, met) {
      return words.tokens(text).some(function (token) { return isWhole(token.word, met); }) ? 1 : 0;
    }

    function shown(one) {
      var page = one.page;
      var told = [page.lead, page.text].sort(function (a, b) { return wholes(b, one.met) - wholes(a, one.met); });
      var text = piece(told[0], one.met) || piece(told[1], one.met) || escaped(page.lead || page.text.slice(0, 2 * AROUND));
      var said = words.tokens(page.title + " " + page.lead + " " + page.text).map(function (token) { return token.word; });
      var wholly = said.filter(function (word) { return isWhole(word, one.met); }).map(function (word) { return word.toLowerCase(); });
      return {
        address: page.location, title: marked(page.title, one.met, 0, page.title.length), lead: text, kind: escaped(page.kind[1]),
        about: page.workplace ? [marked(page.workplace, one.met, 0, page.workplace.length)] : [], values: page.values,
        found: unique(wholly).slice(0, MOST_MARKED), missing: one.missing.map(function (missed) { return missed.word.slice(0, 40); })
      };
    }

    return shown;
  };
})(self);

/* What the composer puts together: methods, stories and values, each from a script of the handbook's own, loaded when it is
   asked for. `fetch` does not work from a USB stick. */
window.hverdagComposeData = function () {
  "use strict";
  var held = { methods: {}, stories: {}, values: {} };
  var waiting = {};

  /* The data scripts call these. */
  window.hverdagData = {
    methods: function (given) {
      given.forEach(function (method) { held.methods[method.id] = method; });
    },
    story: function (given) { held.stories[given.id] = given; },
    value: function (given) { held.values[given.id] = given; }
  };

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

  /* Load them all, and then go on. */
  held.loaded = function (addresses, done) {
    var left = addresses.length;
    if (!left) return done();
    addresses.forEach(function (address) {
      load(address, function () {
        left -= 1;
        if (!left) done();
      });
    });
  };

  return held;
};

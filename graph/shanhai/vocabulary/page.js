(function () {
  "use strict";
  var root = document.documentElement;
  var buttons = document.querySelectorAll(".switch button");
  function show(lang) {
    root.setAttribute("data-lang", lang);
    root.lang = lang === "zh" ? "zh-Hans" : "en";
    buttons.forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.value === lang));
    });
  }
  buttons.forEach(function (button) {
    button.addEventListener("click", function () { show(button.value); });
  });
  var asked = new URLSearchParams(location.search).get("lang");
  var preferred = (navigator.language || "").toLowerCase().indexOf("zh") === 0 ? "zh" : "en";
  show(asked === "zh" || asked === "en" ? asked : preferred);
  if (location.hash) {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) { target.scrollIntoView(); }
  }
})();

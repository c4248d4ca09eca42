/* Shows one of the two languages that stand in the page: the reader's, or the one chosen. */
(function () {
  "use strict";
  var root = document.documentElement;
  var KEY = "shanhai-language";
  var tags = { zh: "zh-CN", en: "en" };

  function stored() {
    try { return window.localStorage.getItem(KEY); } catch (error) { return null; }
  }
  function store(language) {
    try { window.localStorage.setItem(KEY, language); } catch (error) { /* Not remembered then. */ }
  }
  function browser() {
    return /^zh\b/i.test(navigator.language || "") ? "zh" : "en";
  }
  function show(language) {
    root.setAttribute("data-language", language);
    root.lang = tags[language];
    var title = document.querySelector("title");
    document.title = title.getAttribute("data-" + language);
    document.querySelectorAll(".switch button").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.value === language));
    });
    document.dispatchEvent(new CustomEvent("shanhai:language", { detail: language }));
  }

  document.querySelectorAll(".switch button").forEach(function (button) {
    button.addEventListener("click", function () {
      store(button.value);
      show(button.value);
    });
  });
  var asked = stored();
  show(asked === "zh" || asked === "en" ? asked : browser());
})();

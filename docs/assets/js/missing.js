// One page answers every wrong address on hosts that know only one (GitHub Pages). It holds the
// English page too, which takes its place below en/ before any other script looks at it.
(() => {
  const english = document.getElementById("ex-missing");
  if (!english || !location.pathname.startsWith(english.dataset.folder)) return;
  document.documentElement.lang = "en";
  document.title = english.dataset.title;
  document.body.replaceChildren(english.content);
})();

// What reading needs of a script: the reader's colours, the heading being read, and the search,
// whose program (the theme's, ten times this size) is fetched when someone wants to search.
(() => {
  const root = document.documentElement;

  // Colours. Each press of the switch goes one further: device, light, dark.
  const choices = [...document.querySelectorAll(".ex-palette__input")];
  const choose = scheme => {
    root.dataset.exColours = scheme;
    try {
      if (scheme) localStorage.setItem("ex-colours", scheme);
      else localStorage.removeItem("ex-colours");
    } catch { /* not kept */ }
  };
  choices.forEach((choice, n) => {
    choice.checked = choice.value === (root.dataset.exColours ?? "");
    choice.addEventListener("change", () => choose(choice.value));
    choice.addEventListener("keydown", event => {
      const next = choices[(n + 1) % choices.length];
      if (event.key === "Enter") { next.click(); next.focus(); }
    });
  });

  // The heading being read: the last one above a line a little below the header.
  const links = [...document.querySelectorAll(".ex-contents__link")];
  if (links.length) {
    const heads = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    let waits = false;
    const mark = () => {
      waits = false;
      if (!links[0].offsetParent) return; // not shown on a phone
      const line = parseFloat(getComputedStyle(root).scrollPaddingTop) + 40;
      const read = heads.findLast(head => head?.getBoundingClientRect().top < line);
      links.forEach((link, n) => {
        if (read && heads[n] === read) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    };
    const soon = () => { waits ||= Boolean(requestAnimationFrame(mark)); };
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    soon();
  }

  // Search. What was typed while the program was on its way is answered when it is there.
  const search = document.querySelector(".ex-search");
  if (search) {
    const toggle = document.getElementById("__search");
    const field = search.querySelector("input");
    const says = search.querySelector(".ex-search__meta");
    let state = "away";

    const quiet = event => { // the program listens to single letters (WCAG 2.1.4): not for us
      const typing = toggle.checked || event.target.closest?.("input, select, textarea, [contenteditable]");
      if (!typing && "fs/pn,.".includes(event.key)) event.stopImmediatePropagation();
    };
    const stay = event => { // it begins by closing what was opened before it came
      if (event.isTrusted || toggle.checked || document.activeElement !== field) return;
      event.preventDefault();
      toggle.removeEventListener("click", stay);
    };
    const load = () => {
      if (state !== "away") return;
      state = "coming";
      says.textContent = search.dataset.wait;
      Object.assign(globalThis, { __md_get: () => null, __md_set() {}, __md_hash: () => 0 });
      const program = document.createElement("script");
      program.src = search.dataset.program;
      program.onload = () => {
        state = "here";
        setTimeout(() => toggle.removeEventListener("click", stay), 400);
      };
      program.onerror = () => {
        state = "away";
        says.textContent = search.dataset.failed;
        program.remove();
      };
      addEventListener("keydown", quiet, true);
      toggle.addEventListener("click", stay);
      document.head.append(program);
    };
    const open = () => { // before the program is there, as it does later
      if (state !== "here" && !toggle.checked) toggle.click();
      field.focus();
    };

    search.addEventListener("focusin", load);
    field.addEventListener("pointerdown", open);
    field.addEventListener("input", open);
    toggle.addEventListener("change", () => { if (toggle.checked) { load(); field.focus(); } });
    field.addEventListener("keydown", event => {
      if (event.key !== "Escape" && event.key !== "Tab") return;
      toggle.removeEventListener("click", stay);
      if (state !== "here" && toggle.checked) toggle.click();
    });
    search.querySelector("form").addEventListener("submit", event => event.preventDefault());
    addEventListener("keydown", event => {
      if (event.key !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open();
    });
    if (new URLSearchParams(location.search).has("q")) load(); // an address that asks
  }

  // What was read can be read without network (worker.js keeps it).
  const { worker } = document.body.dataset;
  if (worker && navigator.serviceWorker) addEventListener("load", async () => {
    try {
      await navigator.serviceWorker.register(worker);
      const { active } = await navigator.serviceWorker.ready;
      const used = performance.getEntriesByType("resource").map(({ name }) => name);
      active.postMessage(["keep", [location.href, ...used]]);
    } catch { /* not kept */ }
  });
})();

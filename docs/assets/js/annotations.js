// Conveniences of an annotated article; all of it can be read without them. The switches are
// remembered on this device; what belongs together lights up; J and K lead from note to note;
// an address like #a-name opens its note.
(() => {
  const text = document.querySelector(".ex-text");
  const switches = [...document.querySelectorAll(".ex-panel input")];
  if (!switches.length) return;

  const store = "ex-reading";
  const both = document.getElementById("ex-parallel");
  const unfold = () => {
    for (const room of document.querySelectorAll("details.ex-parallel")) room.open = both.checked;
  };
  let kept = {};
  try { kept = JSON.parse(localStorage.getItem(store)) ?? {}; } catch { /* not remembered */ }
  for (const one of switches) {
    if (one.id in kept) one.checked = kept[one.id];
    one.addEventListener("change", () => {
      if (one === both) unfold();
      const now = Object.fromEntries(switches.map(each => [each.id, each.checked]));
      try { localStorage.setItem(store, JSON.stringify(now)); } catch { /* not remembered */ }
    });
  }
  if (both?.checked) unfold();

  const name = note => note?.id.slice(2) ?? "";
  const nameAt = node => node.closest?.("[data-a]")?.dataset.a
    ?? node.closest?.(".ex-mk__button")?.getAttribute("popovertarget").slice(2)
    ?? name(node.closest?.(".ex-gloss")?.querySelector(".ex-ann"));
  let opened = "", last = "";

  const light = id => {
    for (const one of text.querySelectorAll(".ex-on")) one.classList.remove("ex-on");
    if (!id) return;
    for (const one of text.querySelectorAll(`[data-a="${id}"]`)) one.classList.add("ex-on");
    document.getElementById(`n-${id}`)?.parentElement.classList.add("ex-on");
  };
  for (const event of ["pointerover", "focusin"]) {
    text.addEventListener(event, ({ target }) => light(nameAt(target) || opened));
  }

  // A sheet from below must not lie over the words it speaks of.
  const uncover = note => {
    const words = document.getElementById(`a-${name(note)}`).getBoundingClientRect();
    const sheet = note.getBoundingClientRect();
    const covered = words.right > sheet.left && words.left < sheet.right && words.bottom > sheet.top;
    if (covered) scrollBy(0, words.top - innerHeight / 6);
  };
  document.addEventListener("toggle", ({ target, newState }) => {
    if (!target.matches(".ex-ann")) return;
    if (newState === "open") {
      opened = last = name(target);
      uncover(target);
    } else if (opened === name(target)) opened = "";
    light(opened);
  }, true);

  const visit = id => {
    const marker = text.querySelector(`.ex-mk__button[popovertarget="n-${id}"]`);
    if (!marker?.parentElement.getClientRects().length) return;
    last = id;
    document.getElementById(`n-${opened}`)?.hidePopover();
    document.getElementById(`a-${id}`).scrollIntoView({ block: "center" });
    marker.focus({ preventScroll: true });
    if (marker.getClientRects().length) marker.click();
    else light(id);
  };
  const step = by => {
    const shown = [...text.querySelectorAll(".ex-mk")].filter(one => one.getClientRects().length);
    const ids = shown.map(one => one.firstElementChild.getAttribute("popovertarget").slice(2));
    const here = ids.indexOf(opened || last);
    const below = shown.findIndex(one => one.getBoundingClientRect().top > 60);
    visit(ids[here >= 0 ? here + by : by > 0 ? below : below - 1]);
  };
  text.addEventListener("click", event => {
    const way = event.target.closest(".ex-ann__way");
    if (!way) return;
    event.preventDefault();
    step(way.classList.contains("ex-ann__way--next") ? 1 : -1);
  });
  document.addEventListener("keydown", event => {
    const by = { j: 1, k: -1 }[event.key];
    const typing = event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
    if (!by || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.getElementById("ex-keys")?.checked) step(by);
  });

  const follow = () => { if (location.hash.startsWith("#a-")) visit(location.hash.slice(3)); };
  addEventListener("hashchange", follow);
  follow();
})();

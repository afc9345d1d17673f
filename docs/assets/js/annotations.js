// Remembers switches; lights up what belongs together; leads from note to note.
(() => {
  const text = document.querySelector(".ex-text"), panel = text.querySelector(".ex-panel");
  const all = selector => [...text.querySelectorAll(selector)];
  const by = id => document.getElementById(id);
  const switches = all(".ex-panel input"), both = by("ex-parallel"), store = "ex-reading";
  const unfold = () => all("details.ex-parallel").forEach(one => { one.open = both.checked; });
  let kept = {};
  try { kept = JSON.parse(localStorage.getItem(store)) ?? {}; } catch {} // storage may be closed
  for (const one of switches) {
    one.checked = kept[one.id] ?? one.checked;
    one.onchange = () => {
      if (one === both) unfold();
      for (const each of switches) kept[each.id] = each.checked;
      try { localStorage.setItem(store, JSON.stringify(kept)); } catch {}
    };
  }
  unfold();

  const nameOf = marker => marker.querySelector("button").getAttribute("popovertarget").slice(2);
  const drawn = one => one.getClientRects().length;
  const box = one => one.getBoundingClientRect();
  let opened = "", last = "";

  const light = id => {
    for (const one of all(".ex-on")) one.classList.remove("ex-on");
    if (!id) return;
    const parts = [by(`a-${id}`), by(`n-${id}`).parentElement, ...all(`[data-a=${id}]`)];
    for (const one of parts) one.classList.add("ex-on");
  };
  const follow = ({ target }) => {
    const one = target.closest(".ex-hl, .ex-mk, .ex-gloss");
    light(one ? one.dataset.a || one.id.slice(2) || nameOf(one) : opened);
  };
  text.addEventListener("pointerover", follow);
  text.addEventListener("focusin", follow);

  const visit = marker => {
    if (!marker) return;
    const button = marker.firstElementChild;
    last = nameOf(marker);
    by(`n-${opened}`)?.hidePopover();
    by(`a-${last}`).scrollIntoView({ block: "center" });
    button.focus({ preventScroll: true });
    if (drawn(button)) button.click();
    else light(last);
  };
  const shown = () => all(".ex-mk").filter(drawn);
  const step = way => {
    const here = shown().findIndex(one => nameOf(one) === last);
    const below = shown().findIndex(one => box(one).top > 60);
    visit(shown()[here < 0 ? below - (way < 0) : here + way]);
  };
  const ways = ["previous", "next"].map((name, k) => Object.assign(document.createElement("button"), {
    className: "ex-ann__way", ariaLabel: panel?.dataset[name], textContent: "←→"[k], onclick: () => step(2 * k - 1),
  }));
  text.addEventListener("toggle", ({ target, newState }) => {
    if (!target.matches(".ex-ann")) return;
    const name = target.id.slice(2);
    if (newState === "open") {
      opened = last = name;
      target.lastElementChild.append(...ways);
      const words = box(by(`a-${name}`)), sheet = box(target);
      if (words.right > sheet.left && words.bottom > sheet.top && words.top < sheet.bottom) scrollBy(0, words.top - 80);
    } else if (opened === name) opened = "";
    light(opened);
  }, true);
  document.addEventListener("keydown", ({ key, target, ctrlKey, metaKey, altKey }) => {
    const way = { j: 1, k: -1 }[key];
    const busy = ctrlKey || metaKey || altKey || target.matches("input:not(.ex-panel *)");
    if (way && !busy && by("ex-keys")?.checked) step(way);
  });
  const reveal = marker => { // asked for by its address: shown whatever is off, without remembering it
    if (!marker || drawn(marker)) return marker;
    by(`ex-kind-${marker.className.match(/ex-k--([\w-]+)/)[1]}`).checked = true;
    if (by("ex-mode-clean").checked) by("ex-mode-marked").checked = true;
    return marker;
  };
  const open = () => visit(reveal(all(".ex-mk").find(one => `#a-${nameOf(one)}` === location.hash)));
  addEventListener("hashchange", open);
  addEventListener("load", open);
})();

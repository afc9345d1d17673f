// Two conveniences; everything works without them. Marks of terms can be switched off, and the
// choice is kept on this device. The list of the glossary can be filtered by typing.
(() => {
  const key = "ex-marks";
  const read = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = value => { try { localStorage.setItem(key, value); } catch { /* not kept */ } };

  const button = document.querySelector(".ex-marks__switch");
  if (button) {
    const show = on => {
      button.setAttribute("aria-pressed", on);
      for (const term of document.querySelectorAll(".ex-term")) {
        const [link, opener] = term.children;
        opener.hidden = !on;
        if (on) {
          link.setAttribute("href", link.dataset.href ?? link.getAttribute("href"));
          link.setAttribute("role", "doc-glossref");
        } else if (link.hasAttribute("href")) {
          link.dataset.href = link.getAttribute("href");
          link.removeAttribute("href");
          link.removeAttribute("role");
        }
      }
    };
    button.hidden = false;
    if (read() === "off") show(false);
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      show(on);
      keep(on ? "on" : "off");
    });
  }

  const field = document.getElementById("ex-filter");
  if (field) {
    const found = document.querySelector(".ex-filter__found");
    const items = [...document.querySelectorAll(".ex-item")];
    const letters = [...document.querySelectorAll(".ex-letter")];
    const texts = items.map(item => `${item.dataset.find} ${item.textContent}`.toLowerCase());
    const filter = () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      items.forEach((item, n) => { item.hidden = !words.every(word => texts[n].includes(word)); });
      for (const letter of letters) letter.hidden = !letter.querySelector(".ex-item:not([hidden])");
      const n = items.filter(item => item.offsetParent).length;
      const form = n === 1 ? found.dataset.one : found.dataset.many;
      found.textContent = words.length ? form.replace("{n}", n) : "";
    };
    field.closest("[hidden]").hidden = false;
    field.addEventListener("input", filter);
    addEventListener("hashchange", filter);
    if (field.value) filter();
  }
})();

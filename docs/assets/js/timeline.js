// The filters work without this. It carries their state to the address and back, so that a choice
// can be shared and survives a reload; it adds the years, and says how many events are left.
(() => {
  const form = document.querySelector(".ex-filters__form");
  if (!form) return;
  const page = form.closest(".ex-timeline");
  const events = [...page.querySelectorAll(".ex-event")];
  const isLine = event => event.matches(".ex-event--line"); // the article's: it stays for orientation
  const periods = [...page.querySelectorAll(".ex-period")];
  const tally = page.querySelector(".ex-count");
  const picks = [...form.querySelectorAll(".ex-pick")];
  const [from, until] = form.querySelectorAll("select");

  const years = events.map(event => +event.dataset.year);
  for (let year = Math.min(...years); year <= Math.max(...years); year++) {
    from.add(new Option(year));
    until.add(new Option(year));
  }
  from.closest("[hidden]").hidden = false;

  // Filter -> the values that are set; an event fits when it has one of them, for each filter.
  const chosen = () => {
    const set = {};
    for (const pick of picks.filter(pick => pick.checked)) {
      const [, name, value] = pick.dataset.f.match(/^(\w+)-(.+)$/);
      if (value !== "all") (set[name] ??= []).push(value);
    }
    return set;
  };
  const fits = (event, set) => {
    const { year, ...own } = event.dataset;
    own.period = event.closest(".ex-period").dataset.period;
    return Object.keys(set).every(name => set[name].includes(own[name]))
      && (!from.value || year >= from.value) && (!until.value || year <= until.value);
  };
  const show = () => {
    const set = chosen();
    const found = events.filter(event => fits(event, set));
    const sides = event => !set.when || set.when.includes(event.dataset.when);
    for (const event of events) event.hidden = !found.includes(event) && !(isLine(event) && sides(event));
    for (const period of periods) period.hidden = !found.some(event => period.contains(event));
    const active = Object.keys(set).length > 0 || from.value !== "" || until.value !== "";
    const n = found.length;
    const words = tally.querySelector("[role=status]");
    words.textContent = active ? (n ? words.dataset.many.replace("{n}", n) : words.dataset.none) : "";
    tally.classList.toggle("ex-count--on", active);
  };

  // The address: names and values are those of the form.
  const query = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const keep = () => {
    const asked = query().toString();
    const event = document.querySelector(".ex-event:target") ? location.hash : "";
    history.replaceState(history.state, "", location.pathname + (asked && `?${asked}`) + event);
  };
  const restore = () => {
    form.reset();
    for (const [name, value] of new URLSearchParams(location.search)) {
      const pick = picks.find(pick => pick.name === name && pick.value === value);
      if (pick) pick.checked = true;
      else if (form.elements[name]?.options) form.elements[name].value = value;
    }
    show();
  };

  // What the address names: a filter is set, a hidden event or a folded work is shown.
  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.matches(".ex-pick")) {
      target.checked = true;
      location.replace(`#${form.id}`); // the style sheet would go on filtering
      show();
      keep();
    } else if (target.closest("[hidden]")) {
      form.reset();
      show();
      target.scrollIntoView();
    } else if (target.closest("details:not([open])")) {
      target.closest("details").open = true;
      target.scrollIntoView();
    }
  };

  form.addEventListener("change", () => { show(); keep(); });
  form.addEventListener("reset", () => setTimeout(() => { show(); keep(); }));
  addEventListener("pageshow", () => { restore(); arrive(); });
  addEventListener("hashchange", arrive);

  const copy = form.querySelector(".ex-filters__copy");
  if (navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(location.href);
      tally.querySelector("[role=status]").textContent = copy.dataset.done;
    });
  }
})();

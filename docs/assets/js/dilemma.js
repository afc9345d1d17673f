// A guess opens a lab of four sliders. Rules: hooks/explainer/game.py, compared by a test.
// Words: the page.
(() => {
  const near = (one, other) => Math.abs(one - other) < 1e-9;

  // U = V − k(W − V) for both; B hands A `s` whenever both cooperate.
  const analyse = ({ T = 5, R = 3, P = 1, S = 0, g = 0, k = 0, s = 0 }) => {
    const D = T - S, lag = near(g, 2 * s) ? 0 : g - 2 * s, gap = Math.abs(lag);
    const side = (own, behind) => {
      const u = { own, T: T + k * D, R: own - k * behind, P, S: S - k * D };
      const tie = near(u.R, P), keen = u.R > P && !tie;
      u.type = tie ? "border" : keen ? "prisoners-dilemma" : "deadlock";
      u.delta = keen ? (u.T - u.R) / (u.T - P) : null;
      u.tft = keen ? Math.max(u.delta, (u.T - u.R) / (u.R - u.S)) : null;
      return u;
    };
    const A = side(R + s, lag), B = side(R + g - s, -lag), w = lag < 0 ? B : A;
    const kstar = lag ? (w.own - P) / gap : null, kalt = lag ? (w.own - (T + S) / 2) / gap : null;
    const kmax = d => (d * (T - P) - T + w.own) / ((1 - d) * D + gap);
    return { A, B, w, who: lag < 0 ? "B" : "A", lag, kstar, kalt, kmax };
  };
  globalThis.exDilemma = analyse;

  const [lab, guess] = [".ex-lab", ".ex-guess"].map(name => document.querySelector(name));
  const one = (selector, root = lab) => root.querySelector(selector);
  const all = selector => [...lab.querySelectorAll(selector)];
  const sliders = all("input");

  const [left, bottom, perK, perDelta] = one("svg").dataset.plot.split(" ").map(Number);
  const x = k => left + k * perK, y = delta => bottom - delta * perDelta;
  const line = points => `M${points.map(([k, delta]) => `${x(k)} ${y(delta)}`).join("L")}`;
  const put = (part, attributes) => {
    for (const name in attributes) one(`.ex-chart__${part}`).setAttribute(name, attributes[name]);
  };
  const draw = (at, { who, reach }) => {
    const end = reach ?? 3, visibility = reach === null ? "hidden" : "visible";
    const ks = [...Array(31).keys()].map(n => end * n / 30);
    const curve = ks.map(k => [k, analyse({ ...at, k })[who].delta ?? 1]);
    put("curve", { d: line(curve) });
    put("area", { d: `${line([...curve, [end, 1], [0, 1]])}Z` });
    put("limit", { transform: `translate(${x(end)})`, visibility });
    put("guide", { d: line([[0, at.d], [at.k, at.d], [at.k, 0]]) });
    put("point", { cx: x(at.k), cy: y(at.d) });
  };

  // Numbers, names, and null for what does not exist.
  const factsOf = at => {
    const { k, g, d, s } = at, now = analyse(at), { who, w, lag, kstar } = now;
    const from0 = number => number > -1e-9 ? number : null;
    const state = w.delta === null ? w.type : near(d, w.delta) ? "edge" : d > w.delta ? "holds" : "impatient";
    const facts = {
      ...at, who, state, kstar, lag: Math.abs(lag), percent: d * 100, reach: lag && kstar < 3.001 ? kstar : null,
      paid: s && (lag < 0 ? "over" : lag ? s : "even"), kmax: from0(now.kmax(d)),
      least: from0((k * g - 2) / (1 + 2 * k)), tft: w.tft < 1 - 1e-9 ? w.tft : null,
    };
    for (const of of ["A", "B", "w"]) for (const key in w) facts[key + of] = now[of][key];
    return facts;
  };
  const print = fact => {
    if (typeof fact !== "number") return fact ?? lab.dataset.none;
    const text = (Math.abs(fact) + 1e-9).toFixed(3).replace(/\.?0+$/, "").replace(".", lab.dataset.decimal);
    return fact < -5e-4 ? `−${text}` : text;
  };

  const show = () => {
    const at = Object.fromEntries(sliders.map(({ name, value }) => [name, +value]));
    const facts = factsOf(at);
    const say = (place, text) => {
      place.textContent = text.replace(/\{(\w+)\}/g, (_, name) => print(facts[name]));
    };
    lab.dataset.state = facts.state;
    for (const place of all("[data-say]")) say(place, place.dataset.say);
    for (const place of all("[data-by]")) { // the fact that chooses what to say
      say(place, place.dataset[facts[place.dataset.by]] ?? place.dataset.some);
    }
    for (const slider of sliders) {
      const number = print(at[slider.name]), phrase = one("p", slider.parentElement).textContent;
      slider.setAttribute("aria-valuetext", `${number}. ${phrase}`);
    }
    for (const list of all(".ex-order")) {
      const player = list.dataset.player, lead = facts["R" + player] - facts["P" + player];
      const [together, apart] = ["R", "P"].map(key => one(`[data-outcome=${key}]`, list));
      lead > -1e-9 ? together.after(apart) : apart.after(together);
      list.classList.toggle("ex-order--tied", near(lead, 0));
    }
    draw(at, facts);
  };

  // Once the reader pauses, the address holds the setting and the verdict is said.
  let pause;
  const later = () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      history.replaceState(null, "", `#${sliders.map(({ name, value }) => `${name}=${value}`).join("&")}`);
      one(".ex-lab__status").textContent = one(".ex-verdict").textContent;
    }, 400);
  };
  const open = setting => {
    const wanted = new URLSearchParams(setting);
    for (const slider of sliders) slider.value = wanted.get(slider.name) ?? slider.value;
    show();
    lab.classList.remove("ex-lab--locked");
    one("fieldset").disabled = false;
  };
  const restore = () => /^#k=/.test(location.hash) && open(location.hash.slice(1));
  lab.addEventListener("input", () => { show(); later(); });
  lab.addEventListener("click", ({ target: { dataset: { setting } } }) => {
    if (setting) { open(setting); later(); }
  });
  addEventListener("hashchange", restore);

  guess.addEventListener("submit", event => {
    event.preventDefault();
    const told = one(".ex-guess__said", guess), form = event.target;
    told.textContent = told.dataset[form.elements.guess.value === form.dataset.answer];
    one("fieldset", form).disabled = one("button", form).hidden = true;
    one("details", guess).open = !(told.hidden = false);
    open();
    told.focus();
  });

  restore();
  lab.hidden = one("form", guess).hidden = false;
})();

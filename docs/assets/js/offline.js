// Reading without network, as readers meet it: how much is kept, keeping all, removing it; and on
// the page that says there is no network, what can be read.
(async () => {
  const { worker } = document.body.dataset;
  if (!worker || !navigator.serviceWorker) return;
  const { active } = await navigator.serviceWorker.ready;
  const ask = (...question) => new Promise(resolve => {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => resolve(data);
    (navigator.serviceWorker.controller ?? active).postMessage(question, [channel.port2]);
  });

  const list = document.querySelector(".ex-kept");
  if (list) {
    const home = new URL(list.dataset.home, location.href).href;
    const other = list.dataset.other && new URL(list.dataset.other, location.href).href;
    const files = (await ask("state")).filter(({ kept, url }) => (
      kept && url.endsWith("/") && url.startsWith(home) && !(other && url.startsWith(other))
    ));
    for (const { url } of files) {
      const html = await (await fetch(url)).text();
      const title = new DOMParser().parseFromString(/<title>[^<]*/.exec(html)?.[0] ?? "", "text/html").title;
      const link = Object.assign(document.createElement("a"), { href: url, textContent: title.split(" · ")[0] });
      list.append(document.createElement("li"));
      list.lastChild.append(link);
    }
    list.previousElementSibling.hidden = !files.length;
  }

  const box = document.querySelector(".ex-offline");
  if (!box) return;
  const [said, bar, save, remove] = box.querySelectorAll("[role=status], progress, button");
  const mega = bytes => (bytes / 1e6).toLocaleString(document.documentElement.lang, {
    minimumFractionDigits: 1, maximumFractionDigits: 1,
  });
  const sum = files => files.reduce((all, { bytes }) => all + bytes, 0);
  const show = async failed => {
    const files = await ask("state");
    const missing = files.filter(({ kept }) => !kept);
    const words = box.dataset[failed ? "failed" : missing.length ? "some" : "all"];
    said.textContent = words.replace("{n}", files.length - missing.length)
      .replace("{of}", files.length).replace("{mb}", mega(sum(missing)));
    save.hidden = !missing.length;
    save.textContent = `${box.dataset.save} (${mega(sum(missing))} MB)`;
    remove.hidden = missing.length === files.length;
    bar.hidden = true;
  };
  save.addEventListener("click", async () => {
    const missing = (await ask("state")).filter(({ kept }) => !kept);
    save.disabled = true;
    remove.hidden = true;
    Object.assign(bar, { hidden: false, max: sum(missing), value: 0 });
    said.textContent = box.dataset.busy;
    let all = true;
    for (let n = 0; all && n < missing.length; n += 4) { // four at a time
      const some = missing.slice(n, n + 4);
      all = await ask("keep", some.map(({ url }) => url));
      bar.value += sum(some);
    }
    save.disabled = false;
    await show(!all);
    if (save.hidden) remove.focus();
  });
  remove.addEventListener("click", async () => {
    await ask("remove");
    await show();
    said.textContent = box.dataset.removed;
    save.focus();
  });
  await show();
})();

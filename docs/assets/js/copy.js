// Citations: the day of reading is filled in, and each text gets a button that copies it, with its
// italics. Without this script the texts are there to be selected, with a place for the day.
// The file of a note or an event unfolds where it is asked for: its footnote, to be copied.
(() => {
  const home = document.querySelector(".ex-citing"), blank = home.querySelector(".ex-today")?.textContent;
  const now = new Date(), day = now.getDate(), year = now.getFullYear();
  const month = home.dataset.months.split(" ")[now.getMonth()]; // Intl takes long on a cheap phone
  const days = { dmy: `${day} ${month} ${year}`, mdy: `${month} ${day}, ${year}` };
  for (const place of document.querySelectorAll(".ex-today")) place.textContent = days[place.dataset.order];
  for (const hint of document.querySelectorAll(".ex-today-hint")) hint.remove();

  const plain = text => text.textContent.trim().replace(/[^\S\n]+/g, " ");
  const rich = text => text.innerHTML.replace(/<(\/?)cite[^>]*>/g, "<$1i>").replace(/<\/?span[^>]*>/g, "");
  const write = async text => {
    if (text.localName === "pre" || !window.ClipboardItem) {
      return navigator.clipboard.writeText(text.textContent.trim());
    }
    const blob = (content, type) => new Blob([content], { type });
    return navigator.clipboard.write([new ClipboardItem({
      "text/plain": blob(plain(text), "text/plain"),
      "text/html": blob(rich(text), "text/html"),
    })]);
  };
  const select = text => {
    getSelection().selectAllChildren(text);
    if (!document.execCommand("copy")) throw new Error("not copied");
    getSelection().removeAllRanges();
  };

  const offer = button => {
    const home = button.closest(".ex-citing"), status = home.querySelector("[role=status]");
    const text = button.closest(".ex-citing__one").querySelector(".ex-copied");
    const word = button.querySelector(".ex-copy__word"), before = word.textContent;
    let timer;
    const say = done => {
      word.textContent = done ? home.dataset.copied : before;
      status.textContent = done ? home.dataset.copied : home.dataset.failed;
      button.classList.toggle("ex-copy--done", done);
      clearTimeout(timer);
      timer = setTimeout(() => {
        word.textContent = before;
        status.textContent = "";
        button.classList.remove("ex-copy--done");
      }, 4000);
    };
    button.addEventListener("click", async () => {
      try {
        await write(text).catch(() => select(text));
        say(true);
      } catch {
        say(false);
      }
    });
    button.hidden = false;
  };
  document.querySelectorAll(".ex-copy").forEach(offer);

  const unfold = async link => {
    const file = await (await fetch(link.href)).text();
    const box = home.cloneNode(), list = document.createElement("dl"), more = document.createElement("p");
    const one = home.querySelector(".ex-citing__one").cloneNode(true);
    box.classList.add("ex-citing--entry");
    box.removeAttribute("aria-labelledby");
    one.querySelector(".ex-copied").textContent = file.split("\n\n")[1].split("\n")[1].replace(blank, days.dmy);
    list.append(one);
    const ways = { "APA, Chicago": "txt", BibTeX: "bib", RIS: "ris" };
    for (const [name, end] of Object.entries(ways)) {
      const way = document.createElement("a");
      way.href = link.href.replace(/txt$/, end);
      way.textContent = name;
      way.toggleAttribute("download", end !== "txt");
      more.append(way, " ");
    }
    box.append(list, more, home.querySelector("[role=status]").cloneNode());
    const tools = link.closest(".ex-ann__tools");
    if (tools) tools.before(box);
    else link.closest("dl").after(box);
    offer(box.querySelector(".ex-copy"));
    box.querySelector(".ex-copy").focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
    return box;
  };
  const boxes = new Map();
  document.addEventListener("click", async event => {
    const link = event.target.closest(":is(.ex-ann, .ex-event) a[href$='.txt']:not(.ex-citing a)");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const box = boxes.get(link);
    if (!boxes.delete(link)) boxes.set(link, unfold(link));
    try {
      (await box)?.remove();
      await boxes.get(link);
      link.ariaExpanded = String(boxes.has(link));
    } catch { // without network, or out of a folder
      location.assign(link.href);
    }
  });
})();

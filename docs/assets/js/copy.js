// Citations: the day of reading is filled in, and each text gets a button that copies it, with its
// italics. Without this script the texts are there to be selected, with a place for the day.
(() => {
  const now = new Date(), day = now.getDate(), year = now.getFullYear();
  for (const place of document.querySelectorAll(".ex-today")) { // Intl takes long on a cheap phone
    const month = place.closest(".ex-citing").dataset.months.split(" ")[now.getMonth()];
    place.textContent = place.dataset.order === "mdy" ? `${month} ${day}, ${year}` : `${day} ${month} ${year}`;
  }
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

  for (const button of document.querySelectorAll(".ex-copy")) {
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
  }
})();

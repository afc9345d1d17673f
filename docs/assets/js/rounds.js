// Five rounds against tit for tat. Payoffs and words stand in the page.
(() => {
  const rounds = document.querySelector(".ex-rounds"), again = rounds.querySelector(".ex-rounds__again");
  const table = rounds.querySelector("table"), said = rounds.querySelector("output");
  const moves = [...rounds.querySelectorAll("[data-move]")], blank = table.innerHTML, hint = said.textContent;
  const payoffs = JSON.parse(rounds.dataset.payoffs);
  const names = Object.fromEntries(moves.map(move => [move.dataset.move, move.textContent]));
  let played, last, sums;

  const begin = () => {
    [table.innerHTML, said.textContent, played, last, sums] = [blank, hint, 0, "c", [0, 0]];
  };
  const turn = over => {
    for (const move of moves) move.hidden = over;
    again.hidden = !over;
    (over ? again : moves[0]).focus();
  };
  const write = (row, texts) => {
    row.querySelectorAll("td").forEach((cell, n) => { cell.textContent = texts[n]; });
  };
  const play = move => {
    const won = payoffs[move + last];
    sums = sums.map((sum, n) => sum + won[n]);
    write(table.tBodies[0].rows[played], [names[move], names[last], ...won]);
    write(table.tFoot, sums);
    [played, last] = [played + 1, move];
    const over = played === table.tBodies[0].rows.length, [a, b] = over ? sums : won;
    const how = !over ? "round" : b > a ? "behind" : b < a ? "ahead" : "even";
    const values = { n: played, a, b, gap: Math.abs(b - a) };
    said.textContent = said.dataset[how].replace(/\{(\w+)\}/g, (_, name) => values[name]);
    if (over) turn(true);
  };
  for (const move of moves) move.addEventListener("click", () => play(move.dataset.move));
  again.addEventListener("click", () => { begin(); turn(false); });

  begin();
  rounds.hidden = false;
})();

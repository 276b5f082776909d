"use strict";

/* What would come first if other things counted more: the ranking of the weighted model, worked out again in the browser. */

(() => {
  const details = document.querySelector("details.weighing");
  if (!details) return;
  const form = details.querySelector("form");
  const words = details.dataset;
  const status = details.querySelector("[role=status]");
  const inputs = [...form.querySelectorAll("input")];
  const reset = form.querySelector("[type=reset]");
  const published = inputs.map((input) => Number(input.defaultValue));
  const limit = 200;
  /* The picture of the published ranks, which stays, and the tables of them */
  const sections = [...document.querySelectorAll("main > section.part")];
  const pictures = sections.filter((section) => section.querySelector(":scope > .drawing"));
  const replaced = sections.filter((section) => section.querySelector("tbody > tr > td.number:first-child"));
  const place = waymark.element("section", "part");
  place.hidden = true;
  (pictures[0] ?? replaced[0] ?? details).before(place);

  const percent = (share) => waymark.filled(words.percent, { n: waymark.number(Math.round(share * 100)) });

  /* As in Priority.swift: the sum of the points, times confidence, rounded to nine decimals; then customer impact, then id, which is
     the order of the rows. */
  function ranked(rows, weights) {
    const sum = weights[0] + weights[1] + weights[2];
    const [customer, business, ease] = weights.map((weight) => sum > 0 ? weight / sum : 0);
    const list = rows.map(([title, path, c, b, e, confidence, impact, rank], at) => {
      const base = 100 * c * customer + 100 * b * business + 100 * e * ease;
      return { title, path, impact, rank, at, priority: Math.round(base * confidence * 1e9) / 1e9 };
    });
    return list.sort((left, right) =>
      right.priority - left.priority || right.impact - left.impact || left.at - right.at);
  }

  function cell(name, text, isNumber) {
    const made = waymark.element(name, isNumber ? "number" : "", text);
    if (name === "th") made.scope = isNumber === undefined ? "row" : "col";
    return made;
  }

  /* Under the name of its column, where rows are stacked */
  function labelled(label, text, isNumber) {
    const made = cell("td", text, isNumber);
    made.dataset.label = label;
    return made;
  }

  function moved(rank, before) {
    if (rank === before) return words.same;
    const arrow = rank < before ? "\u2191 " : "\u2193 ";
    return arrow + waymark.filled(rank < before ? words.up : words.down, { n: waymark.number(Math.abs(rank - before)) });
  }

  function table(list) {
    const frame = waymark.element("div", "table");
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", words.heading);
    const made = waymark.element("table");
    const head = made.createTHead().insertRow();
    const columns = [["rank", words.rank, true], ["name", words.opportunity, false], ["figure", words.priority, true],
      ["figure", words.published, true], ["text", words.change, false]];
    for (const [width, name, isNumber] of columns) {
      const column = cell("th", name, isNumber);
      column.classList.add("for-" + width);
      head.append(column);
    }
    const body = made.createTBody();
    list.slice(0, limit).forEach((item, at) => {
      const link = waymark.element("a", "", item.title);
      link.href = new URL(item.path, waymark.root).href;
      link.dir = "auto";
      const title = cell("th");
      title.append(link);
      body.insertRow().append(cell("td", waymark.number(at + 1), true), title,
        labelled(words.priority, waymark.number(Math.round(item.priority)), true),
        labelled(words.published, waymark.number(item.rank), true),
        labelled(words.change, moved(at + 1, item.rank), false));
    });
    frame.append(made);
    return frame;
  }

  function weights() {
    return inputs.map((input) => Number(input.value));
  }

  function isPublished() {
    return String(weights()) === String(published);
  }

  function tellShares() {
    const all = weights();
    const sum = all.reduce((one, other) => one + other, 0);
    const shares = all.map((weight) => percent(sum > 0 ? weight / sum : 0));
    inputs.forEach((input, at) => {
      input.parentElement.querySelector("output").textContent = shares[at];
      input.setAttribute("aria-valuetext", shares[at]);
    });
    return shares;
  }

  async function show() {
    const shares = tellShares();
    const isOwn = !isPublished();
    reset.toggleAttribute("data-idle", !isOwn);
    const address = new URLSearchParams(location.search);
    if (isOwn) address.set("w", weights().join(","));
    else address.delete("w");
    const text = String(address).replaceAll("%2C", ",");
    history.replaceState(null, "", (text ? "?" + text : location.pathname) + location.hash);
    try {
      const rows = isOwn ? await waymark.load("data/search/" + words.script) : [];
      if (isOwn === isPublished()) return;
      place.hidden = !isOwn;
      for (const section of replaced) section.classList.toggle("replaced", isOwn);
      waymark.caption(pictures, "for-published", isOwn ? words.picture : "");
      if (!isOwn) {
        place.replaceChildren();
        status.textContent = "";
        return;
      }
      const list = ranked(rows, weights());
      place.replaceChildren(waymark.element("h2", "", words.heading), table(list));
      if (list.length > limit) {
        place.append(waymark.element("p", "count", waymark.filled(words.more, { n: waymark.number(list.length - limit) })));
      }
      status.textContent = waymark.filled(words.notice, { weights: shares.join(" \u00b7 ") });
    } catch {
      status.textContent = words.broken;
    }
  }

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    inputs.forEach((input, at) => input.value = published[at]);
    show();
    inputs[0].focus();
  });

  const asked = (new URLSearchParams(location.search).get("w") ?? "").split(",").map(Number);
  if (asked.length === inputs.length && asked.every((weight) => weight >= 0 && weight <= 100)) {
    inputs.forEach((input, at) => input.value = asked[at]);
    details.open = !isPublished();
    show();
  } else {
    tellShares();
    reset.toggleAttribute("data-idle", true);
  }
})();

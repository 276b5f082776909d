"use strict";

/* Two to four journeys of the list side by side. Which ones stands in the address: `?journeys=move-home,leave-us`. */

(() => {
  const place = document.querySelector(".beside");
  if (!place) return;
  const words = place.dataset;
  const most = 4;
  const boxes = new Map();
  const known = new Map();
  let chosen = [];
  /* Of facts and scores: the same in all scripts */
  let names;

  const tray = waymark.element("div", "beside-tray");
  const status = waymark.element("p", "count");
  status.setAttribute("role", "status");
  const open = waymark.element("button", "", words.open);
  const clear = waymark.element("button", "", words.clear);
  for (const button of [open, clear]) button.type = "button";
  tray.append(status, open, clear);
  place.before(tray);

  const dialog = document.createElement("dialog");
  dialog.className = "beside-dialog";
  const heading = waymark.element("h2", "", words.heading);
  heading.id = "~beside";
  dialog.setAttribute("aria-labelledby", heading.id);
  const content = waymark.element("div", "table");
  content.tabIndex = 0;
  content.setAttribute("role", "region");
  content.setAttribute("aria-label", words.heading);
  const close = waymark.element("button", "", words.close);
  close.type = "button";
  close.addEventListener("click", () => dialog.close());
  const bar = waymark.element("div", "beside-bar");
  bar.append(heading, close);
  dialog.append(bar, content);
  document.body.append(dialog);

  /* As in BesideScripts.swift: FNV-1a over the bytes of the id. */
  function script(id) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return "data/search/beside-" + hash % Number(words.scripts);
  }

  async function entry(id) {
    if (!known.has(id)) {
      names = await waymark.load(script(id));
      for (const found of names.journeys) known.set(found.id, found);
    }
    return known.get(id);
  }

  /* An address may have been cut off in the middle of a character. */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  /* The address as it is now: other scripts keep their choices in it too. Commas between ids stay readable. */
  function remember() {
    const address = new URLSearchParams(location.search);
    address.delete("journeys");
    const rest = String(address);
    const own = chosen.length ? "journeys=" + chosen.map(encodeURIComponent).join(",") : "";
    const text = [rest, own].filter(Boolean).join("&");
    history.replaceState(null, "", (text ? "?" + text : location.pathname) + location.hash);
  }

  function update() {
    for (const button of [open, clear]) button.hidden = !chosen.length;
    open.disabled = chosen.length < 2;
    if (!chosen.length) status.textContent = "";
    else status.textContent = chosen.length < most
      ? waymark.filled(words.chosen, { n: waymark.number(chosen.length), of: waymark.number(most) })
      : words.full;
    for (const [box, id] of boxes) {
      if (!box.isConnected) boxes.delete(box);
      box.checked = chosen.includes(id);
      box.disabled = chosen.length >= most && !box.checked;
    }
  }

  function choose(id, isChosen) {
    chosen = chosen.filter((other) => other !== id);
    if (isChosen && chosen.length < most) chosen.push(id);
    remember();
    update();
  }

  /* A box behind the name of a journey, wherever the list shows one */
  function offer(link) {
    const found = /(?:journeys|scorecards)\/([^/]+)\.html$/.exec(new URL(link.href).pathname);
    if (!found) return;
    const id = decoded(found[1]);
    const box = document.createElement("input");
    box.type = "checkbox";
    box.className = "beside-box";
    box.setAttribute("aria-label", waymark.filled(words.choose, { title: link.textContent }));
    box.addEventListener("change", () => choose(id, box.checked));
    boxes.set(box, id);
    link.after(box);
  }

  function cell(name, text, className, scope) {
    const made = waymark.element(name, className, text);
    if (scope) made.scope = scope;
    return made;
  }

  function head(journeys) {
    const row = document.createElement("tr");
    row.append(cell("th", words.part, "", "col"));
    for (const journey of journeys) {
      const made = cell("th", undefined, "", "col");
      const link = waymark.element("a", "", journey.title);
      link.href = new URL(journey.map, waymark.root).href;
      link.dir = "auto";
      made.append(link);
      row.append(made);
    }
    if (journeys.length === 2) row.append(cell("th", words.difference, "number", "col"));
    return row;
  }

  /* From the first of two to the second, as ChangeView.swift says it of two of which neither became the other; nothing where one
     of them is not measured. */
  function difference([before, after]) {
    const made = cell("td", undefined, "number");
    if (before === null || after === null) return made;
    const tenths = Math.round(Math.abs(after - before) * 10);
    const sign = after > before ? "+" : document.body.dataset.minus;
    made.append(waymark.element("span", "change even", tenths ? sign + waymark.number(tenths / 10, 1) : words.same));
    return made;
  }

  const svg = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  /* From +2 at the top to −2, in the direction of the page and every curve as wide for a column as the others; it breaks where
     nobody knows. */
  function curve(columns, most) {
    const [width, height, edge] = [24, 64, 8];
    const isMirrored = document.documentElement.dir === "rtl";
    const points = columns.flatMap((values, at) => {
      if (!values) return [];
      if (!values.length) return [null];
      return values.map((value, part) => {
        const x = (at + (part + 1) / (values.length + 1)) * width;
        return { value, x: isMirrored ? most * width - x : x, y: edge + (2 - value) / 4 * (height - 2 * edge) };
      });
    });
    const felt = points.filter(Boolean);
    if (!felt.length) return waymark.element("span", "unmeasured", words.missing);
    const signed = (value) => (value > 0 ? "+" : "") + waymark.number(value);
    const drawing = svg("svg", {
      viewBox: "0 0 " + most * width + " " + height, class: "beside-curve-small", role: "img", preserveAspectRatio: "none",
      "aria-label": felt.map(({ value }) => signed(value)).join("; "),
    });
    drawing.append(svg("line", { x1: 0, x2: most * width, y1: height / 2, y2: height / 2, class: "curve-even" }));
    let run = [];
    for (const point of [...points, null]) {
      if (point) run.push(point);
      else {
        if (run.length > 1) drawing.append(svg("polyline", { points: run.map(({ x, y }) => x + "," + y).join(" "), class: "curve-line" }));
        run = [];
      }
    }
    for (const { x, y } of felt) drawing.append(svg("path", { d: "M" + x + " " + y + "h0", class: "curve-dot" }));
    return drawing;
  }

  function curveRow(journeys) {
    const row = document.createElement("tr");
    row.append(cell("th", words.feeling, "", "row"));
    const most = Math.max(...journeys.map((journey) => journey.curve.length));
    for (const journey of journeys) {
      const own = document.createElement("td");
      own.append(curve(journey.curve, most));
      row.append(own);
    }
    if (journeys.length === 2) row.append(cell("td"));
    return row;
  }

  /* A title of another direction doesn't turn round the words about it. */
  const isolated = (title) => "\u2068" + title + "\u2069";

  /* Pages that two of the chosen share */
  function pages(journeys) {
    const list = waymark.element("ul", "links");
    for (const journey of journeys) {
      for (const [id, path] of journey.pairs) {
        const other = journeys.find((one) => one.id === id);
        if (!other || journeys.indexOf(other) < journeys.indexOf(journey)) continue;
        const item = document.createElement("li");
        const link = waymark.element("a", "", waymark.filled(words.pair, { first: isolated(journey.title), second: isolated(other.title) }));
        link.href = new URL(path, waymark.root).href;
        item.append(link);
        list.append(item);
      }
    }
    return list.children.length ? [list] : [];
  }

  /* As in partials/score.mustache: a letter is heard as a grade. */
  function score([figure, shade, grade, gradeText, provisional]) {
    const made = cell("td", undefined, "heat " + (shade ?? "heat-none"));
    if (!figure) {
      made.append(waymark.element("span", "unmeasured", words.missing));
      return made;
    }
    made.append(waymark.element("b", "", figure));
    if (grade) {
      const letter = waymark.element("span", "", grade);
      letter.ariaHidden = "true";
      made.append(" ", letter, waymark.element("span", "out", gradeText));
    }
    if (provisional) made.append(" ", waymark.element("span", "note", provisional));
    return made;
  }

  function rows(journeys) {
    const facts = names.facts.map((name, at) => {
      const row = document.createElement("tr");
      row.append(cell("th", name, "", "row"), ...journeys.map((journey) => {
        const [text, className] = journey.facts[at];
        const made = cell("td", undefined, className);
        const words = waymark.element("span", "", text);
        words.dir = "auto";
        made.append(words);
        return made;
      }));
      if (journeys.length === 2) row.append(cell("td"));
      return row;
    });
    const scores = names.scores.map(([name, className], at) => {
      const row = document.createElement("tr");
      row.className = className;
      row.append(cell("th", name, "", "row"), ...journeys.map((journey) => score(journey.scores[at])));
      if (journeys.length === 2) row.append(difference(journeys.map((journey) => journey.values[at])));
      return row;
    });
    return [...facts, ...scores, curveRow(journeys)];
  }

  async function show() {
    try {
      const asked = [...chosen];
      const found = await Promise.all(asked.map(entry));
      const lost = asked.filter((id, at) => !found[at]);
      chosen = chosen.filter((id) => !lost.includes(id));
      update();
      if (lost.length) status.textContent = waymark.filled(words.unknown, { ids: lost.join(", ") });
      const journeys = found.filter(Boolean);
      if (journeys.length < 2) return;
      const table = waymark.element("table", "beside-table cols-" + journeys.length);
      table.append(document.createElement("thead"), document.createElement("tbody"));
      table.tHead.append(head(journeys));
      table.tBodies[0].append(...rows(journeys));
      content.replaceChildren(table, ...pages(journeys));
      if (!dialog.open) dialog.showModal();
    } catch {
      status.textContent = words.broken;
    }
  }

  open.addEventListener("click", show);
  clear.addEventListener("click", () => {
    chosen = [];
    remember();
    update();
    [...boxes.keys()].find((box) => box.checkVisibility())?.focus();
  });

  for (const link of document.querySelectorAll("main tbody th a")) offer(link);
  /* What is found in all parts of a long list comes as links. */
  const hits = document.querySelector("main > .hits");
  if (hits) {
    new MutationObserver(() => {
      for (const link of hits.querySelectorAll(".hit > a:only-child")) offer(link);
      update();
    }).observe(hits, { childList: true });
  }
  const asked = /[?&]journeys=([^&]*)/.exec(location.search);
  if (asked) chosen = [...new Set(asked[1].split(",").map(decoded).filter(Boolean))].slice(0, most);
  update();
  if (chosen.length) show();
})();

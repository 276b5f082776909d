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

  const tray = waymark.element("div", "beside-tray");
  const status = waymark.element("p", "count");
  status.setAttribute("role", "status");
  const open = waymark.element("button", "", words.open);
  const clear = waymark.element("button", "", words.clear);
  for (const button of [open, clear]) button.type = "button";
  tray.append(status, open, clear);
  tray.hidden = true;
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
    if (!known.has(id)) for (const found of await waymark.load(script(id))) known.set(found.id, found);
    return known.get(id);
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
    tray.hidden = !chosen.length;
    open.disabled = chosen.length < 2;
    status.textContent = chosen.length < most
      ? waymark.filled(words.chosen, { n: waymark.number(chosen.length), of: waymark.number(most) })
      : words.full;
    for (const [box, id] of boxes) {
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
    const id = decodeURIComponent(found[1]);
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
    return row;
  }

  const svg = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  /* From +2 at the top to −2, every curve as wide for a column as the others: gaps where nobody knows. */
  function curve(columns, most) {
    const [width, height, edge] = [24, 64, 8];
    const points = columns.flatMap((values, at) => values.length
      ? values.map((value, part) => ({
        value, x: (at + (part + 1) / (values.length + 1)) * width, y: edge + (2 - value) / 4 * (height - 2 * edge),
      }))
      : [null]);
    const known = points.filter(Boolean);
    if (!known.length) return waymark.element("span", "unmeasured", words.missing);
    const signed = (value) => (value > 0 ? "+" : "") + waymark.number(value);
    const drawing = svg("svg", {
      viewBox: "0 0 " + most * width + " " + height, class: "beside-curve-small", role: "img",
      "aria-label": known.map(({ value }) => signed(value)).join("; "),
    });
    const middle = height / 2;
    drawing.append(svg("line", { x1: 0, x2: most * width, y1: middle, y2: middle, class: "curve-zero" }));
    let run = [];
    for (const point of [...points, null]) {
      if (point) run.push(point);
      else {
        if (run.length > 1) drawing.append(svg("polyline", { points: run.map(({ x, y }) => x + "," + y).join(" "), class: "curve-line" }));
        run = [];
      }
    }
    for (const { x, y } of known) drawing.append(svg("circle", { cx: x, cy: y, r: 3.5, class: "curve-dot" }));
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
    return row;
  }

  /* Pages that two of the chosen share */
  function pages(journeys) {
    const list = waymark.element("ul", "links");
    for (const journey of journeys) {
      for (const [id, path] of journey.pairs) {
        const other = journeys.find((one) => one.id === id);
        if (!other || journeys.indexOf(other) < journeys.indexOf(journey)) continue;
        const item = document.createElement("li");
        const link = waymark.element("a", "", waymark.filled(words.pair, { first: journey.title, second: other.title }));
        link.href = new URL(path, waymark.root).href;
        link.dir = "auto";
        item.append(link);
        list.append(item);
      }
    }
    return list.children.length ? [list] : [];
  }

  function rows(journeys) {
    const made = [];
    journeys[0].facts.forEach(([name], at) => {
      const row = document.createElement("tr");
      row.append(cell("th", name, "", "row"));
      for (const { facts } of journeys) {
        const text = waymark.element("span", "", facts[at][1]);
        text.dir = "auto";
        const own = cell("td", undefined, facts[at][2]);
        own.append(text);
        row.append(own);
      }
      made.push(row);
    });
    journeys[0].scores.forEach(([name, , , , whole], at) => {
      const row = document.createElement("tr");
      row.className = whole;
      row.append(cell("th", name, "", "row"));
      for (const { scores } of journeys) {
        const [, figure, grade, shade] = scores[at];
        row.append(cell("td", figure ? [figure, grade].filter(Boolean).join(" ") : words.missing, "heat " + (shade || "heat-none")));
      }
      made.push(row);
    });
    made.push(curveRow(journeys));
    return made;
  }

  async function show() {
    try {
      const found = (await Promise.all(chosen.map(entry))).filter(Boolean);
      chosen = found.map(({ id }) => id);
      update();
      if (found.length < 2) return;
      const table = waymark.element("table", "beside-table");
      table.append(document.createElement("thead"), document.createElement("tbody"));
      table.tHead.append(head(found));
      table.tBodies[0].append(...rows(found));
      content.replaceChildren(table, ...pages(found));
      if (!dialog.open) dialog.showModal();
    } catch {
      tray.hidden = false;
      status.textContent = words.broken;
    }
  }

  open.addEventListener("click", show);
  clear.addEventListener("click", () => {
    chosen = [];
    remember();
    update();
    boxes.keys().next().value?.focus();
  });

  for (const link of document.querySelectorAll("main tr[data-facets] > th a, main tr > th a")) {
    if (!link.parentElement.querySelector(".beside-box")) offer(link);
  }
  /* What is found in all parts of a long list comes as links. */
  const hits = document.querySelector("main > .hits");
  if (hits) {
    new MutationObserver(() => {
      for (const link of hits.querySelectorAll(".hit > a:only-child")) offer(link);
      update();
    }).observe(hits, { childList: true });
  }
  const asked = /[?&]journeys=([^&]*)/.exec(location.search);
  if (asked) chosen = [...new Set(asked[1].split(",").map(decodeURIComponent).filter(Boolean))].slice(0, most);
  update();
  if (chosen.length > 1) show();
})();

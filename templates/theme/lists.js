"use strict";

/* Choosing from a list by what its items have, and sorting its tables. What is chosen stands in the address. */

(() => {
  const form = document.querySelector("form.tools");
  const rows = [...document.querySelectorAll("main [data-facets]")];
  const sections = [...document.querySelectorAll("main > section.part, main > .tree")];
  const pictures = sections.filter((section) => section.querySelector(".drawing") && !section.querySelector("[data-facets]"));
  const branches = [...document.querySelectorAll("main > .tree details")].map((details) => ({ details, wasOpen: details.open }));
  const pager = document.querySelector("main .pager");
  const address = new URLSearchParams(location.search);

  function remember(name, value) {
    if (value) address.set(name, value);
    else address.delete(name);
    const text = String(address);
    history.replaceState(null, "", (text ? "?" + text : location.pathname) + location.hash);
  }

  /* Choosing */

  function startFilter() {
    const selects = [...form.querySelectorAll("select[name]")];
    const status = form.querySelector("[role=status]");
    const reset = form.querySelector("[type=reset]");
    const words = form.dataset;
    /* Rows of other parts have no table to be sorted in: the order is chosen with the rest. */
    const sorts = words.script ? form.querySelector(".sorts select") : null;
    const shown = 200;
    const list = waymark.element("ol", "hits");
    const more = waymark.element("p", "count");
    list.hidden = true;
    more.hidden = true;
    form.after(list, more);

    function chosen() {
      return selects.map((select) => select.value).filter(Boolean);
    }

    function order() {
      return sorts?.value ?? "";
    }

    function has(facets, numbers) {
      const own = facets.split(" ");
      return numbers.every((number) => own.includes(number));
    }

    function tell(count, all) {
      status.textContent = count ? waymark.filled(words.count, { n: waymark.number(count), of: waymark.number(all) }) : words.none;
    }

    /* The rows of a page that holds the whole list */
    function showRows(numbers) {
      let count = 0;
      for (const row of rows) {
        row.hidden = !has(row.dataset.facets, numbers);
        if (!row.hidden) count++;
      }
      if (branches.length) showWays(Boolean(numbers.length));
      for (const section of sections) {
        section.hidden = Boolean(numbers.length) && !pictures.includes(section) && !section.querySelector("[data-facets]:not([hidden])");
      }
      if (numbers.length) tell(count, rows.length);
    }

    /* In a tree what is chosen keeps the way that leads to it, unfolded. */
    function showWays(isChosen) {
      for (const row of rows) row.classList.toggle("way", false);
      for (const { details, wasOpen } of branches) details.open = isChosen || wasOpen;
      for (const guest of document.querySelectorAll("main .guest")) guest.hidden = isChosen;
      for (const row of rows.filter((row) => !row.hidden)) {
        for (let above = row.parentElement.closest("[data-facets]"); above?.hidden; above = above.parentElement.closest("[data-facets]")) {
          above.hidden = false;
          above.classList.add("way");
        }
      }
    }

    /* A row of the whole list as a link, with the figure that it is sorted by */
    function hit([title, path, , ...figures], column, name, orders) {
      const item = waymark.element("li", "hit");
      const link = waymark.element("a", "hit-title", title);
      link.href = new URL(path, waymark.root).href;
      link.dir = "auto";
      item.append(link);
      if (column >= 0) {
        const place = waymark.element("span", "hit-place", name + " ");
        place.append(waymark.element("strong", "", shownFigure(figures[column] ?? "", orders[column]) || "\u2013"));
        item.append(place);
      }
      return item;
    }

    /* What is chosen from all parts of a longer list, as links */
    async function showAll(numbers, by) {
      const isChosen = Boolean(numbers.length || by);
      const nothing = { columns: [], orders: [], rows: [] };
      const { columns, orders, rows: items } = isChosen ? await waymark.load("data/search/" + words.script) : nothing;
      if (String(numbers) !== String(chosen()) || by !== order()) return;
      const name = by.replace(/^-/, "");
      const column = columns.indexOf(name);
      const rest = items.filter(([, , facets]) => has(facets, numbers));
      const key = column < 0 ? ([title]) => title : (row) => sortedBy(row[3 + column] ?? "", orders[column]);
      const found = by ? ordered(rest, key, by.startsWith("-")) : rest;
      list.replaceChildren(...found.slice(0, shown).map((row) => hit(row, column, name, orders)));
      list.hidden = !found.length;
      more.hidden = found.length <= shown;
      more.textContent = waymark.filled(words.more, { n: waymark.number(Math.max(found.length - shown, 0)) });
      for (const part of [...sections, pager]) if (part && !pictures.includes(part)) part.hidden = isChosen;
      if (isChosen) tell(found.length, items.length);
    }

    async function show() {
      const numbers = chosen();
      const by = order();
      for (const select of [...selects, sorts]) select?.closest("label").classList.toggle("chosen", Boolean(select.value));
      reset.toggleAttribute("data-idle", !numbers.length && !by);
      if (!numbers.length && !by) status.textContent = "";
      waymark.caption(pictures, "for-all", numbers.length ? words.picture : "");
      try {
        if (words.script) await showAll(numbers, by);
        else showRows(numbers);
      } catch {
        status.textContent = words.broken;
      }
    }

    for (const select of selects) {
      const value = address.get(select.name);
      const option = value && [...select.options].find((option) => option.value && option.text === value);
      if (option) select.value = option.value;
      select.addEventListener("change", () => {
        remember(select.name, select.value && select.selectedOptions[0].text);
        show();
      });
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const select of selects) {
        select.value = "";
        remember(select.name, "");
      }
      if (sorts) {
        sorts.value = "";
        remember("sort", "");
      }
      show();
      selects[0].focus();
    });
    if (sorts) {
      offerAll(sorts);
      sorts.value = address.get("sort") ?? "";
      if (sorts.selectedIndex < 0) sorts.value = "";
      sorts.addEventListener("change", () => {
        remember("sort", sorts.value);
        show();
      });
    }
    show();
  }

  /* Sorting: by figures, by names, of which those at the heads of rows are one, and by days */

  const names = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });

  function figure(shown) {
    const { decimalMark, groupMark, digits, minus } = document.body.dataset;
    const own = [...digits];
    const text = [...shown].map((letter) => {
      const digit = own.indexOf(letter);
      return digit < 0 ? letter : String(digit);
    }).join("").replaceAll(minus, "-").replace(new RegExp("(\\d)[" + groupMark.replace(/[\]\\^-]/g, "\\$&") + "](?=\\d{3})", "g"), "$1")
      .replace(decimalMark, ".");
    const found = /-?\d+(\.\d+)?/.exec(text);
    return found ? Number(found[0]) : null;
  }

  /* In the whole list a day stands before what is said of it. */
  function sortedBy(value, order) {
    return order === "number" ? figure(value) : (order === "day" ? value.slice(0, 10) : value) || null;
  }

  function shownFigure(value, order) {
    return order === "day" ? value.slice(11) : value;
  }

  function cellKey(cell, order) {
    if (order === "number") return figure(cell.textContent);
    if ("unsaid" in cell.dataset) return null;
    return order === "day" ? cell.dataset.key ?? null : (cell.firstElementChild ?? cell).textContent;
  }

  /* What has no figure comes last, whatever the way; of two that are alike the first stays before the other. */
  function ordered(items, key, isDescending) {
    const sign = isDescending ? -1 : 1;
    const keyed = items.map((item, place) => ({ item, place, key: key(item) }));
    keyed.sort((left, right) => {
      if (left.key === null || right.key === null) return (left.key === null) - (right.key === null) || left.place - right.place;
      const order = typeof left.key === "number" ? left.key - right.key : names.compare(left.key, right.key);
      return sign * order || left.place - right.place;
    });
    return keyed.map(({ item }) => item);
  }

  /* A column twice, the way that its head starts with first */
  function offer(select, name, order) {
    const { highest, lowest, first, last, earliest, latest } = select.dataset;
    const ways = { number: [["-", highest], ["", lowest]], name: [["", first], ["-", last]], day: [["", earliest], ["-", latest]] };
    for (const [sign, text] of ways[order]) select.append(new Option(waymark.filled(text, { column: name }), sign + name));
  }

  /* How a column can be sorted; nothing where it can't. */
  function orderOf(header, row) {
    const isName = row.children[header.cellIndex]?.tagName === "TH";
    return header.dataset.order ?? (header.classList.contains("number") ? "number" : isName ? "name" : "");
  }

  /* The columns of all tables of a page whose list goes on elsewhere */
  function offerAll(select) {
    const offered = new Set();
    for (const row of document.querySelectorAll("main .part tbody tr[data-facets]:first-child")) {
      for (const header of row.closest("table").tHead.rows[0].cells) {
        const name = header.textContent;
        const order = orderOf(header, row);
        if (offered.has(name) || !order) continue;
        offered.add(name);
        offer(select, name, order);
      }
    }
  }

  function startSorting() {
    const tables = [...document.querySelectorAll("main .part table")].filter((table) =>
      table.querySelectorAll("tr[data-facets]").length > 1);
    const columns = [];
    const select = form.querySelector(".sorts select");

    function unsort() {
      for (const { table, header, published } of columns) {
        header.removeAttribute("aria-sort");
        table.tBodies[0].append(...published);
      }
      remember("sort", "");
    }

    function sort(name, isDescending) {
      for (const { table, header, at, order, published } of columns) {
        if (header.textContent !== name) {
          if (columns.some((column) => column.table === table && column.header.textContent === name)) {
            header.removeAttribute("aria-sort");
          }
          continue;
        }
        header.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
        const key = (row) => cellKey(row.children[at], order);
        table.tBodies[0].append(...ordered(published, key, isDescending));
      }
      select.value = (isDescending ? "-" : "") + name;
      select.closest("label").classList.toggle("chosen", Boolean(select.value));
    }

    for (const table of tables) {
      const published = [...table.tBodies[0].rows];
      [...table.tHead.rows[0].cells].forEach((header, at) => {
        const order = orderOf(header, published[0]);
        if (!order) return;
        const name = header.textContent;
        const button = waymark.element("button", "", name);
        button.type = "button";
        button.title = waymark.filled(form.dataset.sort, { column: name });
        header.replaceChildren(button);
        if (!columns.some((column) => column.header.textContent === name)) offer(select, name, order);
        columns.push({ table, header, at, order, published });
        /* Figures start with the highest, names and days with the first. */
        button.addEventListener("click", () => {
          const now = header.getAttribute("aria-sort");
          const isDescending = now ? now === "ascending" : order === "number";
          sort(name, isDescending);
          remember("sort", (isDescending ? "-" : "") + name);
        });
      });
    }
    select.closest("label").toggleAttribute("data-idle", !columns.length);
    select.addEventListener("change", () => {
      select.closest("label").classList.toggle("chosen", Boolean(select.value));
      if (!select.value) return unsort();
      sort(select.value.replace(/^-/, ""), select.value.startsWith("-"));
      remember("sort", select.value);
    });
    const sorted = address.get("sort");
    if (sorted) sort(sorted.replace(/^-/, ""), sorted.startsWith("-"));
  }

  if (form) startFilter();
  if (form?.querySelector(".sorts") && !form.dataset.script) startSorting();
})();

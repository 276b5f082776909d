"use strict";

/* Where a search is typed, and what it shows: suggestions under the box of every page, and all results on the page of its own. */

(() => {
  const search = waymark.search;

  /* Answers come as late as the files that they need: only the last question's is shown. */
  function asker(show, fail) {
    let asked = 0;
    return async (text, size) => {
      const own = ++asked;
      try {
        const { list, isCut } = await search.find(text);
        const hits = await search.shown(list.slice(0, size));
        if (own === asked) show({ text, hits, count: list.length, isCut });
      } catch {
        if (own === asked) fail();
      }
    };
  }

  function counted(words, { count, isCut }) {
    if (!count) return words.none;
    if (!isCut) return waymark.counted(words.count, count);
    return waymark.counted(words.countCut, count > 100 ? count - count % 100 : count);
  }

  /* "Step in Move home › Before the move" */
  function place(hit, words) {
    const text = hit.place ? waymark.filled(words.within, { kind: hit.kind, place: hit.place }) : hit.kind;
    const line = waymark.element("span", "hit-place", text);
    line.dir = "auto";
    if (hit.note) line.append(" ", waymark.element("span", "mark", hit.note));
    return line;
  }

  function title(hit, name) {
    const made = waymark.element(name, "hit-title", hit.title);
    made.dir = "auto";
    return made;
  }

  /* The box in the head of a page: a combobox whose options lead to pages */

  function startBox(form) {
    const input = form.querySelector("input");
    const list = form.querySelector("[role=listbox]");
    const status = form.querySelector("[role=status]");
    const words = form.dataset;
    const page = form.querySelector("a").href;
    let active = -1;

    function choose(at) {
      const options = [...list.querySelectorAll("[role=option]")];
      active = at;
      options.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
      if (at < 0) {
        input.removeAttribute("aria-activedescendant");
      } else {
        input.setAttribute("aria-activedescendant", options[at].id);
        options[at].scrollIntoView({ block: "nearest" });
      }
    }

    // By Escape: an answer that comes later must not open the list again.
    let dismissed = false;

    function close() {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      choose(-1);
    }

    function open() {
      list.hidden = !list.childElementCount;
      input.setAttribute("aria-expanded", String(!list.hidden));
    }

    function addressOfAll() {
      return page + "?q=" + encodeURIComponent(input.value.trim());
    }

    function option(number, address, ...parts) {
      const made = waymark.element("li", "hit");
      made.id = "~found-" + number;
      made.setAttribute("role", "option");
      made.setAttribute("aria-selected", "false");
      made.dataset.address = address;
      made.append(...parts);
      return made;
    }

    function show(answer) {
      const hits = answer.hits;
      const options = hits.map((hit, number) =>
        option(number, hit.address, title(hit, "span"), place(hit, words)));
      if (answer.count > hits.length) {
        const all = waymark.element("span", "hit-title", words.all);
        options.push(option(hits.length, addressOfAll(), all));
      }
      const none = waymark.element("li", "hit-none", words.none);
      none.setAttribute("role", "presentation");
      // Who has chosen one of an earlier answer to what is typed now keeps it.
      const kept = list.querySelectorAll("[role=option]")[active]?.dataset.address;
      list.replaceChildren(...(options.length ? options : [none]));
      choose(kept ? options.findIndex((each) => each.dataset.address === kept) : -1);
      status.textContent = counted(words, answer);
      if (!dismissed) open();
    }

    function fail() {
      list.replaceChildren();
      close();
      status.textContent = words.broken;
    }

    const ask = asker(show, fail);

    function changed() {
      dismissed = false;
      choose(-1);
      if (input.value.trim()) {
        ask(input.value, 8);
      } else {
        ask("", 0);
        list.replaceChildren();
        status.textContent = "";
        close();
      }
    }

    input.addEventListener("input", changed);
    input.addEventListener("focus", () => {
      search.opened().catch(() => {});
      if (input.value.trim()) changed();
    });
    input.addEventListener("keydown", (event) => {
      const count = list.querySelectorAll("[role=option]").length;
      if (event.isComposing) return;
      if (event.key === "ArrowDown" && count) {
        open();
        choose(active + 1 < count ? active + 1 : 0);
      } else if (event.key === "ArrowUp" && count) {
        open();
        choose(active > 0 ? active - 1 : count - 1);
      } else if (event.key === "Escape") {
        if (list.hidden) input.value = "";
        dismissed = true;
        close();
      } else if (event.key === "Enter" && active >= 0) {
        follow(list.querySelectorAll("[role=option]")[active], event);
      } else {
        return;
      }
      event.preventDefault();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (input.value.trim()) location.href = addressOfAll();
    });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => follow(event.target.closest("[role=option]"), event));
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget)) close();
    });

    function follow(chosen, event) {
      if (!chosen) return;
      if (event.ctrlKey || event.metaKey) {
        window.open(chosen.dataset.address);
        return;
      }
      close();
      location.href = chosen.dataset.address;
    }
  }

  /* The page of its own: results as links, as many as are asked for */

  function startPage(form) {
    const input = form.querySelector("input");
    const words = form.dataset;
    const status = document.getElementById("~count");
    const list = document.getElementById("~hits");
    const more = document.getElementById("~more");
    const step = 10;
    let size = step;

    function show(answer) {
      const items = answer.hits.map((hit) => {
        const item = waymark.element("li", "hit");
        const link = title(hit, "a");
        link.href = hit.address;
        item.append(link, " ", place(hit, words));
        return item;
      });
      list.replaceChildren(...items);
      status.textContent = answer.text.trim() ? counted(words, answer) : "";
      more.hidden = answer.count <= answer.hits.length;
    }

    function fail() {
      list.replaceChildren();
      more.hidden = true;
      status.textContent = words.broken;
    }

    const ask = asker(show, fail);

    function changed() {
      size = step;
      const text = input.value.trim();
      history.replaceState(null, "", text ? "?q=" + encodeURIComponent(text) : location.pathname);
      ask(input.value, size);
    }

    input.addEventListener("input", changed);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      changed();
    });
    more.addEventListener("click", async () => {
      const shown = list.childElementCount;
      size += step;
      await ask(input.value, size);
      list.children[shown]?.querySelector("a").focus();
    });
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    input.focus();
    if (input.value) ask(input.value, size);
  }

  const box = document.querySelector("form.search");
  const query = document.querySelector("form.query");
  if (box) startBox(box);
  if (query) startPage(query);

  /* A slash leads into the box, from wherever nothing is being typed. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    const input = (box ?? query)?.querySelector("input");
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
})();

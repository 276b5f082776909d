"use strict";

/* What the other scripts share: the site's data files, its words and its numbers. Everything here only adds to pages that are
   whole without it, and nothing but `waymark` is visible outside. */

const waymark = (() => {
  const root = new URL("../", document.currentScript.src);
  const waiting = new Map();
  const loaded = new Map();

  document.documentElement.classList.add("scripted");

  /* Data comes as scripts that call `waymark.take`: pages on a disk may load scripts, but read no files. */
  function load(path) {
    if (!loaded.has(path)) {
      loaded.set(path, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(path + ".js", root);
        script.onload = () => {
          const name = path.slice(path.lastIndexOf("/") + 1);
          if (waiting.has(name)) resolve(waiting.get(name));
          else reject(new Error(path));
          waiting.delete(name);
          script.remove();
        };
        script.onerror = () => {
          loaded.delete(path);
          script.remove();
          reject(new Error(path));
        };
        document.head.append(script);
      }));
    }
    return loaded.get(path);
  }

  function take(name, value) {
    waiting.set(name, value);
  }

  /* The forms of a text for numbers stand in the order of Unicode's categories, as in `words.yml`; one that starts with an
     equals sign is for that number alone. */
  const categories = ["zero", "one", "two", "few", "many", "other"];

  function pluralRules() {
    try {
      return new Intl.PluralRules(document.documentElement.lang);
    } catch {
      return new Intl.PluralRules("en");
    }
  }

  const rules = pluralRules();
  const known = rules.resolvedOptions().pluralCategories;
  const order = categories.filter((category) => known.includes(category));

  function form(text, count) {
    const forms = [];
    for (const part of text.split("|").map((part) => part.trim())) {
      const exact = /^=(\d+)\s*/.exec(part);
      if (!exact) forms.push(part);
      else if (Number(exact[1]) === count) return part.slice(exact[0].length);
    }
    return forms[order.indexOf(rules.select(count))] ?? forms[forms.length - 1];
  }

  function filled(text, values) {
    return text.replace(/\{([a-z]+)\}/g, (whole, name) => name in values ? values[name] : whole);
  }

  /* "1 result", "12 results" */
  function counted(text, count, values = {}) {
    return filled(form(text, count), { n: number(count), ...values });
  }

  /* As the pages write them: marks, digits and minus are the language's; with as many decimals as it has, unless said. */
  function number(value, places) {
    const { decimalMark, groupMark, groupedFrom, digits, minus } = document.body.dataset;
    const [whole, fraction] = (places === undefined ? String(Math.abs(value)) : Math.abs(value).toFixed(places)).split(".");
    const grouped = whole.length >= Number(groupedFrom) ? whole.replace(/\B(?=(\d{3})+$)/g, groupMark) : whole;
    const text = fraction ? grouped + decimalMark + fraction : grouped;
    const own = [...digits];
    return (value < 0 ? minus : "") + text.replace(/\d/g, (digit) => own[Number(digit)] ?? digit);
  }

  /* An element with a class and with text that is never read as markup. */
  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /* On a phone the sections stand in one row: the current one is pushed into it, and the page stays where it is. */
  function showSection() {
    const current = document.querySelector(".sections [aria-current]");
    const row = current?.closest("ul");
    if (!row || row.scrollWidth <= row.clientWidth) return;
    const [place, room] = [current.getBoundingClientRect(), row.getBoundingClientRect()];
    row.scrollLeft += place.left + place.width / 2 - room.left - room.width / 2;
  }

  showSection();

  /* A line over pictures that stay as they were published, whatever is chosen; no text takes it away. */
  function caption(pictures, name, text) {
    for (const picture of pictures) {
      let line = picture.querySelector("." + name);
      if (!line && text) {
        line = element("p", "note " + name, text);
        picture.querySelector(".drawing").before(line);
      }
      if (line) line.hidden = !text;
    }
  }

  return { root, load, take, filled, counted, number, element, caption };
})();

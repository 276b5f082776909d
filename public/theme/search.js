"use strict";

/* The index, its words and what is asked of it. What is shown of the answers is in search-box.js. */

waymark.search = (() => {
  const folder = "data/search/";
  let index = null;

  async function opened() {
    index ??= await waymark.load(folder + "index");
    return index;
  }

  /* Folding, as FoldedLetter.swift does it for what is found. */

  const mark = /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/;
  const marks = new RegExp("^" + mark.source + "+$");
  const ofWord = /[\p{L}\p{M}\p{N}]/u;
  const unsegmented =
    /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const specials = {
    "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ς": "σ", "ى": "ي", "ة": "ه",
  };
  const longest = 24;

  /* Nothing for a character that ends a word, and no letters for a mark that is dropped. */
  function folded(character) {
    const code = character.codePointAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return folded(String.fromCharCode(code - 0xfee0));
    if (!ofWord.test(character)) return null;
    let letters = "";
    for (const small of character.toLowerCase()) {
      if (mark.test(small)) continue;
      const [base, ...rest] = small.normalize("NFD");
      const letter = small < "\u2000" && rest.length && marks.test(rest.join("")) ? base : small;
      letters += specials[letter] ?? letter;
    }
    return letters;
  }

  /* Words as WordReader.swift cuts them. A run without spaces gives pairs of letters, which are taken as they are: the last of
     other words is perhaps not finished. */
  function words(text) {
    const found = [];
    let word = [];
    let isRun = false;
    const end = () => {
      if (isRun) {
        if (word.length === 1) found.push({ text: word[0], isPair: false });
        for (let at = 1; at < word.length; at++) found.push({ text: word[at - 1] + word[at], isPair: true });
      } else if (word.length) {
        found.push({ text: word.slice(0, longest).join(""), isPair: false });
      }
      word = [];
    };
    for (const character of text) {
      const letters = folded(character);
      if (letters === null) {
        end();
        continue;
      }
      for (const letter of letters) {
        if (unsegmented.test(letter) !== isRun) {
          end();
          isRun = !isRun;
        }
        word.push(letter);
      }
    }
    end();
    return found;
  }

  /* Files of words. The order of their first words is that of code points, which strings of JavaScript are not compared by. */

  function isBefore(left, right) {
    const [one, other] = [[...left], [...right]];
    for (let at = 0; at < one.length && at < other.length; at++) {
      const difference = one[at].codePointAt(0) - other[at].codePointAt(0);
      if (difference) return difference < 0;
    }
    return one.length < other.length;
  }

  /* The first file whose words may start like that, and the last. */
  function files(beginning) {
    const firsts = index.words;
    let [low, high] = [0, firsts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(beginning, firsts[middle])) high = middle;
      else low = middle + 1;
    }
    let last = low;
    while (last < firsts.length && firsts[last].startsWith(beginning)) last++;
    return [Math.max(low - 1, 0), Math.max(last - 1, 0)];
  }

  const digits = new Map(
    [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].map((digit, value) => [digit, value]));

  function entries(text) {
    const list = [];
    let [entry, distance, shift] = [0, 0, 0];
    for (const character of text ?? "") {
      const digit = digits.get(character);
      distance += (digit & 31) * 2 ** shift;
      if (digit > 31) {
        shift += 5;
      } else {
        list.push(entry += distance);
        [distance, shift] = [0, 0];
      }
    }
    return list;
  }

  const parsed = new Map();

  async function wordsIn(file) {
    const text = await waymark.load(folder + "words-" + file);
    if (!parsed.has(file)) {
      parsed.set(file, text.split(";").slice(0, -1).map((line) => {
        const [word, titles, texts] = line.split(",");
        return { word, titles, texts };
      }));
    }
    return parsed.get(file);
  }

  /* What each kind of match costs: an entry that has all words in its title, as they were typed, comes first. */
  const cost = { exact: 0, beginning: 1, exactText: 4, beginningText: 5, typo: 6, typoText: 9, perhaps: 12 };

  /* The entries that have a word, with the cost of each, and from where on an entry may have it without being listed. */
  class Matches {
    costs = new Map();
    unlisted = Infinity;
    hasTitle = false;

    add(list, cost, limit) {
      for (const entry of list) if (!(this.costs.get(entry) <= cost)) this.costs.set(entry, cost);
      if (limit && list.length >= limit) this.unlisted = Math.min(this.unlisted, list[list.length - 1]);
    }

    addLine(line, title, text, limit) {
      if (line.titles) this.hasTitle = true;
      this.add(entries(line.titles), title, limit);
      this.add(entries(line.texts), text, limit);
    }
  }

  async function matches(word, isAlone) {
    const found = new Matches();
    const [first, last] = files(word.text);
    if (word.isPair) {
      const line = (await wordsIn(first)).find((line) => line.word === word.text);
      if (line) found.addLine(line, cost.exact, cost.exactText, index.limit);
      return found;
    }
    /* Of a beginning that very many words have, the first entries are listed in the first of its files. */
    const short = last - first > (isAlone ? 1 : 3)
      && (await Promise.all([wordsIn(first), wordsIn(first + 1)])).flat().find((line) => line.word === word.text + "*");
    const lists = short
      ? await Promise.all([wordsIn(first), wordsIn(first + 1)])
      : await Promise.all(Array.from({ length: last - first + 1 }, (_, at) => wordsIn(first + at)));
    for (const line of lists.flat()) {
      if (line.word === word.text) found.addLine(line, cost.exact, cost.exactText, index.limit);
      else if (!short && line.word.startsWith(word.text) && !line.word.endsWith("*")) {
        found.addLine(line, cost.beginning, cost.beginningText, index.limit);
      }
    }
    if (short) {
      const size = 64;
      found.addLine(short, cost.beginning, cost.beginningText, size);
    }
    if (!found.hasTitle) await addTypos(word.text, found);
    return found;
  }

  /* Mistyped words */

  /* Insertions, deletions, replacements, and two neighbours swapped; nothing if there are more of them than the limit. */
  function edits(one, other, limit) {
    let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        const isSame = one[i - 1] === other[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (isSame ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
      }
      if (Math.min(...next) > limit) return null;
      [before, row] = [row, next];
    }
    return row[other.length] <= limit ? row[other.length] : null;
  }

  async function addTypos(text, found) {
    const letters = [...text];
    const limit = letters.length >= 8 ? 2 : letters.length >= 4 ? 1 : 0;
    if (!limit) return;
    const lengths = index.typos;
    const needed = lengths.map((_, file) => file).filter((file) =>
      lengths[file] <= letters.length + limit && (lengths[file + 1] ?? Infinity) >= letters.length - limit);
    const lists = await Promise.all(needed.map((file) => waymark.load(folder + "typos-" + file)));
    const near = [];
    for (const word of lists.join(" ").split(" ")) {
      const other = [...word];
      if (Math.abs(other.length - letters.length) > limit) continue;
      const distance = edits(letters, other, limit);
      if (distance) near.push({ word, distance });
    }
    near.sort((left, right) => left.distance - right.distance || (left.word < right.word ? -1 : 1));
    for (const { word, distance } of near.slice(0, 4)) {
      const line = (await wordsIn(files(word)[0])).find((line) => line.word === word);
      if (line) found.addLine(line, cost.typo + distance, cost.typoText + distance, index.limit);
    }
  }

  /* The entries that have all words, the best first; and whether there may be more than are listed. */
  async function find(text) {
    await opened();
    const asked = words(text).slice(0, 12);
    if (!asked.length || !index.words.length) return { list: [], isCut: false };
    const found = await Promise.all(asked.map((word) => matches(word, asked.length === 1)));
    const ranked = [];
    /* A word that very many entries have is not asked of those beyond its list, if some other word is known to be there. */
    const isCut = found.every((matches) => matches.unlisted < Infinity);
    const listed = new Set(found.flatMap((matches) => [...matches.costs.keys()]));
    for (const entry of listed) {
      let sum = 0;
      for (const matches of found) sum += matches.costs.get(entry) ?? (entry > matches.unlisted ? cost.perhaps : NaN);
      if (!Number.isNaN(sum)) ranked.push({ entry, sum });
    }
    ranked.sort((left, right) => left.sum - right.sum || left.entry - right.entry);
    return { list: ranked.map(({ entry }) => entry), isCut };
  }

  /* What is to be shown of entries. */
  async function shown(list) {
    const blocks = await Promise.all(list.map((entry) =>
      waymark.load(folder + "entries-" + Math.floor(entry / index.block))));
    return list.map((entry, at) => {
      const block = blocks[at];
      const [kind, number, place, title, anchor] = block.list[entry % index.block];
      const [address, pageTitle, note] = block.pages[number];
      return {
        kind: index.kinds[kind], place, note, title: title ?? pageTitle,
        address: new URL(anchor ? address + "#" + encodeURIComponent(anchor) : address, waymark.root).href,
      };
    });
  }

  return { opened, find, shown };
})();

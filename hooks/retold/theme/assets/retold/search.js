// Search over the site's own index: names and aliases first, then titles, then text; one slip of the finger is forgiven.
"use strict";
(() => {
  const form = document.getElementById("retold-search");
  if (!form) return;
  const input = form.elements.query;
  const toggle = document.getElementById("__search");
  const list = document.getElementById("retold-results");
  const meta = list.previousElementSibling;
  const opening = meta.textContent;
  const base = new URL(JSON.parse(document.getElementById("__config").textContent).base + "/", location.href);
  const MOST = 12;

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]s\b|['’.]/g, "");
  const split = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const strip = (html) => new DOMParser().parseFromString(html.replace(/<\/(p|li)>/g, " "), "text/html").body.textContent;

  // Whoever looks for words of an event wants its scene; the lists that repeat them come last.
  const weigh = (address) =>
    /(^|\/)characters\/[^/]+/.test(address) ? 0.6 : /(^|\/)scenes\/[^/]+/.test(address) ? 1 : 0.4;

  const readPages = (index) => {
    const pages = new Map();
    for (const entry of index.docs) {
      const address = entry.location.split("#")[0];
      const text = strip(entry.text);
      const title = strip(entry.title);
      const page = pages.get(address) ?? { address, title, names: [title, ...(entry.tags ?? [])], text: "", weight: weigh(address) };
      page.text += ` ${page.text ? title : ""} ${text}`;
      pages.set(address, page);
    }
    for (const page of pages.values()) {
      page.named = page.names.map((name) => split(name));
      page.words = split(page.text);
      page.flat = ` ${page.words.join(" ")} `;
    }
    return [...pages.values()];
  };

  let asked = null;
  const load = () => {
    asked ??= (location.protocol === "file:" ? loadScript() : fetch(new URL("search/search_index.json", base)).then((r) => r.json()))
      .then((index) => {
        const pages = readPages(index);
        return { pages, vocabulary: new Set(pages.flatMap((page) => [...page.named.flat(), ...page.words])) };
      });
    return asked;
  };
  // Read from files, no page may fetch: the offline plugin leaves the index as a script.
  const loadScript = () =>
    new Promise((done, fail) => {
      const script = Object.assign(document.createElement("script"), { src: new URL("search/search_index.js", base), onerror: fail });
      script.onload = () => done(window.__index);
      document.head.append(script);
    });

  // One letter too many, too few, other or swapped; two in long words.
  const slips = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, i) => i);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
    }
    return row[other.length];
  };

  const forgive = (word, vocabulary) => {
    if (word.length < 4) return word;
    const known = [...vocabulary];
    if (known.some((other) => other.startsWith(word))) return word;
    const most = word.length > 7 ? 2 : 1;
    const near = known.map((other) => [slips(word, other, most), other]).filter(([count]) => count <= most);
    return near.sort((a, b) => a[0] - b[0])[0]?.[1] ?? word;
  };

  const begins = (words, word) => words.some((other) => other.startsWith(word));
  const has = (words, word) => words.includes(word);

  const rate = (page, words) => {
    const phrase = words.join(" ");
    let score = 0;
    page.named.forEach((name, place) => {
      const joined = name.join(" ");
      const own = place === 0 ? 1 : 0.9;
      if (joined === phrase) score = Math.max(score, 1000 * own);
      else if (words.every((word) => has(name, word))) score = Math.max(score, 500 * own);
      else if (words.every((word) => begins(name, word))) score = Math.max(score, 250 * own);
    });
    // People come before events that bear their name.
    if (score) score *= /(^|\/)characters\/[^/]+/.test(page.address) ? 1.5 : 1;
    const found = words.filter((word) => begins(page.words, word) || page.named.some((name) => begins(name, word)));
    if (found.length < words.length && words.length < 3) return score;
    const whole = words.filter((word) => has(page.words, word));
    const text = (found.length / words.length) ** 2 * 40 + whole.length * 5 + (page.flat.includes(` ${phrase} `) ? 60 : 0);
    return score + (found.length * 2 > words.length ? text * page.weight : 0);
  };

  const search = ({ pages, vocabulary }, query) => {
    const words = split(query).map((word) => forgive(word, vocabulary));
    const rated = words.length ? pages.map((page) => [rate(page, words), page]).filter(([score]) => score > 0) : [];
    // The index is in the order of the wiki, and sorting keeps it among equals.
    return { words, found: rated.sort((a, b) => b[0] - a[0]).map(([, page]) => page) };
  };

  const build = (name, className, ...content) => {
    const element = Object.assign(document.createElement(name), { className });
    element.append(...content);
    return element;
  };

  const mark = (text, words) =>
    text.split(/([\p{L}\p{M}\p{N}'’]+)/u).map((part) => {
      const [word] = split(part);
      return word && words.some((wanted) => word.startsWith(wanted)) ? build("mark", "", part) : part;
    });

  // Around the first word that was looked for.
  const clip = (text, words) => {
    const parts = text.trim().split(/\s+/);
    const at = parts.findIndex((part) => split(part).some((word) => words.some((wanted) => word.startsWith(wanted))));
    const start = Math.max(0, at - 8);
    return (start ? "… " : "") + parts.slice(start, start + 28).join(" ") + (parts.length > start + 28 ? " …" : "");
  };

  const render = (page, words) => {
    const link = build("a", "md-search-result__link");
    link.href = new URL(page.address, base);
    const article = build("article", "md-search-result__article md-typeset", build("h1", "", ...mark(page.title, words)));
    const others = page.names.slice(1).filter((name) => name !== page.title);
    if (others.length) article.append(build("p", "retold-names", ...mark(others.join(" · "), words)));
    article.append(build("p", "", ...mark(clip(page.text, words), words)));
    link.append(article);
    return build("li", "md-search-result__item", link);
  };

  const answer = async () => {
    const query = input.value;
    if (!query.trim()) {
      list.replaceChildren();
      meta.textContent = opening;
      return;
    }
    const index = await load().catch(() => null);
    if (!index || query !== input.value) return;
    const { words, found } = search(index, query);
    const count = found.length === 1 ? "1 page" : `${found.length || "No"} pages`;
    meta.textContent = words.join(" ") === split(query).join(" ") ? count : `${count} for “${words.join(" ")}”`;
    list.replaceChildren(...found.slice(0, MOST).map((page) => render(page, words)));
  };

  const links = () => [input, ...list.querySelectorAll("a")];
  const open = (yes) => {
    toggle.checked = yes;
    toggle.dispatchEvent(new Event("change"));
  };

  input.addEventListener("focus", () => {
    open(true);
    load().catch(() => {});
  });
  input.addEventListener("input", answer);
  toggle.addEventListener("change", () => toggle.checked && input.focus());
  form.addEventListener("reset", () => setTimeout(() => (answer(), input.focus())));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (toggle.checked && event.key === "Escape") {
      open(false);
      input.blur();
    } else if (toggle.checked && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const all = links();
      const at = all.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      all[(at + all.length) % all.length].focus();
      event.preventDefault();
    } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && ["/", "f", "s"].includes(event.key)) {
      input.focus();
      event.preventDefault();
    }
  });
})();

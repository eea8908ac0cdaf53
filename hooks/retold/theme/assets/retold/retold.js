// Cards that show what a citation or a link leads to; the pages do without them.
"use strict";
(() => {
  const card = Object.assign(document.createElement("div"), { className: "retold-card", id: "retold-card", hidden: true });
  card.setAttribute("role", "tooltip");
  document.body.append(card);
  const pages = new Map();
  let anchor = null;
  let timer = 0;
  let touched = false;

  // What a link's page says of itself, fetched once; nothing when the site is read from files.
  const readPage = (address) => {
    if (!pages.has(address)) {
      const answer = fetch(address).then(async (response) => {
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        return [page.querySelector("h1")?.firstChild?.textContent, page.querySelector("meta[name=description]")?.content];
      });
      pages.set(address, answer.catch(() => []));
    }
    return pages.get(address);
  };

  const readLink = async (link) => {
    if (link.matches(".cite")) {
      link.dataset.shows ??= link.title;
      link.removeAttribute("title");
      const [, head, words] = link.dataset.shows.match(/^(.*?, sentence \d+)(?:: (.*))?$/s) ?? [];
      return words ? [head, words] : [];
    }
    return readPage(link.href.split("#")[0]);
  };

  const place = (link) => {
    const box = link.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 8));
    const below = box.bottom + card.offsetHeight + 8 < innerHeight;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${scrollY + (below ? box.bottom + 4 : box.top - card.offsetHeight - 4)}px`;
  };

  const show = async (link) => {
    anchor = link;
    const [head, words] = await readLink(link);
    if (anchor !== link || !words) return;
    card.replaceChildren(Object.assign(document.createElement("b"), { textContent: head }), words);
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    place(link);
  };

  const hide = () => {
    anchor?.removeAttribute("aria-describedby");
    anchor = null;
    card.hidden = true;
  };

  const later = (action, wait) => {
    clearTimeout(timer);
    timer = setTimeout(action, wait);
  };

  const linkOf = (event) => {
    const link = event.target.closest?.(".md-content a");
    const leads = link && typeof link.href === "string" && /\/(characters|scenes)\/(?!index)[^/#]+/.test(link.href);
    return leads || link?.matches(".cite") ? link : null;
  };

  document.addEventListener("pointerover", (event) => {
    touched = event.pointerType === "touch";
    const link = linkOf(event);
    if (touched) return;
    if (link) later(() => show(link), 150);
    else if (!card.contains(event.target)) later(hide, 200);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link?.matches(":focus-visible")) show(link);
    else hide();
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  // A long touch of a link shows its page, a second one the browser's own menu.
  document.addEventListener("contextmenu", (event) => {
    const link = linkOf(event);
    if (!touched || !link || link === anchor) return;
    event.preventDefault();
    show(link);
  });
  // The first touch of a citation shows its sentence, the second goes there.
  document.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (!touched || !link?.matches(".cite") || link === anchor) return;
    event.preventDefault();
    show(link);
  });
})();

// SPDX-License-Identifier: Apache-2.0

// Searches all pages of both languages. The index is a script, for a page from a file may load
// nothing else; it is loaded when somebody wants to search.
"use strict";

(() => {
  const MOST = 20;
  const AROUND = 60;
  const words = document.body.dataset;
  const inChinese = document.documentElement.lang.startsWith("zh");
  const top = inChinese ? "../" : "";

  const form = document.createElement("form");
  form.className = "search";
  form.setAttribute("role", "search");
  const input = document.createElement("input");
  input.type = "search";
  input.placeholder = words.search;
  input.setAttribute("aria-label", words.searchHint);
  const results = document.createElement("div");
  results.className = "results";
  results.setAttribute("aria-live", "polite");
  results.hidden = true;
  form.append(input, results);
  document.querySelector(".tools").prepend(form);

  let loading;
  function load() {
    loading ??= new Promise((done) => {
      const script = document.createElement("script");
      script.src = top + "search-index.js";
      script.onload = done;
      document.head.append(script);
    });
    return loading;
  }

  function found(asked) {
    const terms = asked.toLowerCase().split(/\s+/).filter(Boolean);
    const all = window.guideSections.filter((section) => {
      const text = section.join(" ").toLowerCase();
      return terms.every((term) => text.includes(term));
    });
    const inThisLanguage = (section) => section[0].startsWith("zh/") === inChinese;
    const inHeading = (section) => terms.some((term) => section[2].toLowerCase().includes(term));
    const rank = (section) => (inThisLanguage(section) ? 0 : 2) + (inHeading(section) ? 0 : 1);
    return all.sort((a, b) => rank(a) - rank(b));
  }

  /** The text around the first place that has the word, with the word marked. */
  function excerpt(text, term) {
    const line = document.createElement("p");
    const at = text.toLowerCase().indexOf(term);
    if (at < 0) {
      line.textContent = text.slice(0, 2 * AROUND);
      return line;
    }
    const from = Math.max(0, at - AROUND);
    const to = at + term.length;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(at, to);
    line.append((from > 0 ? "…" : "") + text.slice(from, at), mark, text.slice(to, to + AROUND));
    return line;
  }

  function item([address, page, heading, text], term) {
    const element = document.createElement("li");
    const link = document.createElement("a");
    link.href = top + address;
    link.textContent = heading ? page + ": " + heading : page;
    link.addEventListener("click", close);
    element.append(link, excerpt(text, term));
    return element;
  }

  async function show() {
    const asked = input.value.trim();
    if (!asked) {
      close();
      return;
    }
    await load();
    const sections = found(asked);
    const summary = document.createElement("p");
    summary.textContent =
      sections.length > 0 ? words.found + ": " + sections.length : words.nothingFound;
    const list = document.createElement("ul");
    const term = asked.toLowerCase().split(/\s+/)[0];
    list.append(...sections.slice(0, MOST).map((section) => item(section, term)));
    results.replaceChildren(summary, ...(sections.length > 0 ? [list] : []));
    results.hidden = false;
  }

  function close() {
    results.hidden = true;
  }

  input.addEventListener("focus", load);
  input.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
      input.focus();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) {
      close();
    }
  });
})();

// SPDX-License-Identifier: Apache-2.0

// What a page can do besides being read. Without this script nothing is missing but convenience.
"use strict";

(() => {
  const words = document.body.dataset;
  const tools = document.querySelector(".tools");
  const root = document.documentElement;

  function button(text, onClick) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", onClick);
    return made;
  }

  // Some browsers keep nothing for pages from files: then the switch holds for one page.
  function remembered() {
    try {
      return localStorage.getItem("scheme");
    } catch {
      return null;
    }
  }

  function remember(scheme) {
    try {
      localStorage.setItem("scheme", scheme);
    } catch {
      // it holds for this page
    }
  }

  function addScheme() {
    const scheme = remembered();
    if (scheme) {
      root.dataset.scheme = scheme;
    }
    tools.append(
      button(words.lightOrDark, () => {
        const byItself = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
        const now = root.dataset.scheme || byItself;
        root.dataset.scheme = now === "dark" ? "light" : "dark";
        remember(root.dataset.scheme);
      }));
  }

  function addCopying() {
    for (const listing of document.querySelectorAll(".listing")) {
      const copy = button(words.copy, async () => {
        await navigator.clipboard.writeText(listing.querySelector("code").textContent);
        copy.textContent = words.copied;
        setTimeout(() => (copy.textContent = words.copy), 2000);
      });
      listing.querySelector("pre").after(copy);
    }
  }

  /** What is scrolled with a mouse must be scrolled with a keyboard too. */
  function addScrolling() {
    for (const box of document.querySelectorAll("pre, .scroll")) {
      if (box.scrollWidth > box.clientWidth) {
        box.tabIndex = 0;
      } else {
        box.removeAttribute("tabindex");
      }
    }
  }

  /** In pixels: a heading that is further up has been read. */
  const READ = 200;

  /** The section that the reader is in. */
  function section() {
    const headings = [...document.querySelectorAll("main h2[id], main h3[id]")];
    const above = headings.filter(
      (h) => h.getClientRects().length > 0 && h.getBoundingClientRect().top < READ);
    return above.length > 0 ? above.at(-1).id : "";
  }

  function keepSectionInOtherLanguage() {
    const link = document.querySelector("a.language");
    link.addEventListener("click", () => (link.hash = section()));
  }

  addScheme();
  addCopying();
  addScrolling();
  addEventListener("resize", addScrolling);
  document.addEventListener("toggle", addScrolling, true);
  keepSectionInOtherLanguage();
})();

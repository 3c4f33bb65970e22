// SPDX-License-Identifier: Apache-2.0

// Plays the lifelines: what has not happened yet is behind a curtain. The picture is complete as
// it stands in the page, and is so again at the end.
"use strict";

(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const NANOS = 1e6; // in a millisecond

  /** Short runs are slowed down to this, and all others to half their speed. In milliseconds. */
  const SHORTEST = 6000;

  /** Who wants no motion gets steps, which take as long. In milliseconds. */
  const STEP = 1200;

  const words = document.body.dataset;
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  class Chart {
    constructor(section) {
      this.section = section;
      this.svg = section.querySelector("svg.lifelines");
      const { left, right, length } = this.svg.dataset;
      this.left = Number(left);
      this.right = Number(right);
      this.length = Number(length) / NANOS;
      this.marks = [...section.querySelectorAll(".marks li")];
      const height = this.svg.viewBox.baseVal.height;
      const bottom = Number(this.svg.dataset.bottom) || height;
      this.curtain = this.add("rect", { class: "curtain", y: 0, height: bottom });
      this.playhead = this.add("line", { class: "playhead", y1: 0, y2: bottom });
    }

    add(name, attributes) {
      const element = document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes)) {
        element.setAttribute(key, value);
      }
      this.svg.append(element);
      return element;
    }

    time(mark) {
      return Number(mark.dataset.at) / NANOS;
    }

    show(time) {
      const over = time >= this.length;
      const x = this.left + ((this.right - this.left) * time) / this.length;
      this.curtain.setAttribute("x", x);
      this.curtain.setAttribute("width", over ? 0 : this.right + 20 - x);
      this.playhead.setAttribute("x1", x);
      this.playhead.setAttribute("x2", x);
      this.playhead.style.display = over ? "none" : "";
      for (const mark of this.marks) {
        mark.classList.toggle("future", this.time(mark) > time);
      }
    }
  }

  class Player {
    constructor(figure) {
      this.charts = [...figure.querySelectorAll(".run")].map((section) => new Chart(section));
      this.length = this.charts[0].length;
      this.stops = [
        ...new Set([0, ...this.charts.flatMap((c) => c.marks.map((m) => c.time(m))), this.length]),
      ].sort((a, b) => a - b);
      this.time = this.length;
      this.timer = null;
      const hint = document.createElement("p");
      hint.className = "summary how-to-look";
      hint.textContent = words.howToLook;
      figure.querySelector("figcaption").after(hint, this.controls());
      for (const chart of this.charts) {
        chart.marks.forEach((mark) => this.makeButton(chart, mark));
        new Threads(chart);
      }
      this.show(this.length);
    }

    controls() {
      const box = document.createElement("div");
      box.className = "controls";
      this.play = this.button(words.play, () => (this.timer ? this.pause() : this.start()));
      const before = this.button(words.markBefore, () => this.step(-1));
      const after = this.button(words.markAfter, () => this.step(1));
      this.slider = document.createElement("input");
      this.slider.type = "range";
      this.slider.max = Math.ceil(this.length);
      this.slider.addEventListener("input", () => this.goTo(Number(this.slider.value)));
      const label = document.createElement("label");
      label.append(words.time, this.slider);
      this.output = document.createElement("output");
      box.append(this.play, before, after, label, this.output);
      return box;
    }

    button(text, onClick) {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = text;
      made.addEventListener("click", onClick);
      return made;
    }

    makeButton(chart, mark) {
      const at = mark.querySelector(".at");
      const made = this.button(at.textContent, () => this.goTo(chart.time(mark)));
      made.className = "at";
      at.replaceWith(made);
    }

    show(time) {
      this.time = Math.min(this.length, Math.max(0, time));
      this.charts.forEach((chart) => chart.show(this.time));
      this.slider.value = this.time;
      const text = (this.time / 1000).toFixed(2) + " s";
      this.slider.setAttribute("aria-valuetext", text);
      this.output.textContent = text;
    }

    goTo(time) {
      this.pause();
      this.show(time);
    }

    /** To the next stop in that direction; half a millisecond apart is the same. */
    step(direction) {
      const further = this.stops.filter((stop) => (stop - this.time) * direction > 0.5);
      this.goTo(direction > 0 ? (further[0] ?? this.length) : (further.at(-1) ?? 0));
    }

    start() {
      if (this.time >= this.length) {
        this.show(0);
      }
      this.play.textContent = words.pause;
      if (still.matches) {
        this.timer = setInterval(() => {
          const next = this.stops.find((stop) => stop > this.time + 0.5) ?? this.length;
          this.show(next);
          this.pauseAtTheEnd();
        }, STEP);
        return;
      }
      const speed = this.length / Math.max(SHORTEST, 2 * this.length);
      let last = performance.now();
      const frame = (now) => {
        this.show(this.time + (now - last) * speed);
        last = now;
        this.timer = requestAnimationFrame(frame);
        this.pauseAtTheEnd();
      };
      this.timer = requestAnimationFrame(frame);
    }

    pauseAtTheEnd() {
      if (this.time >= this.length) {
        this.pause();
      }
    }

    pause() {
      clearInterval(this.timer);
      cancelAnimationFrame(this.timer);
      this.timer = null;
      this.play.textContent = words.play;
    }
  }

  /** The threads of a chart: one of them at a time is pointed at. */
  class Threads {
    constructor(chart) {
      this.rows = [...chart.svg.querySelectorAll("[data-thread]")];
      this.told = [...chart.section.querySelectorAll(".threads li")];
      this.panel = document.createElement("div");
      this.panel.className = "pointed-at";
      this.panel.setAttribute("aria-live", "polite");
      chart.section.querySelector(".scroll").after(this.panel);
      if (this.rows.length > 0) {
        chart.svg.setAttribute("role", "group");
      }
      this.rows.forEach((row, index) => {
        row.tabIndex = index === 0 ? 0 : -1;
        row.setAttribute("role", "img");
        row.setAttribute("aria-label", row.querySelector("title").textContent);
        row.addEventListener("pointerenter", () => this.point(index));
        row.addEventListener("click", () => this.point(index));
        row.addEventListener("focus", () => this.point(index));
        row.addEventListener("keydown", (event) => this.walk(event, index));
      });
    }

    walk(event, index) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const next = this.rows[index + step];
      if (next) {
        event.preventDefault();
        this.rows[index].tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
      }
    }

    point(index) {
      for (const old of document.querySelectorAll(".pointed, .line.marked")) {
        old.classList.remove("pointed", "marked");
      }
      const told = this.told[index];
      this.rows[index].classList.add("pointed");
      this.panel.replaceChildren(...[...told.childNodes].map((node) => node.cloneNode(true)));
      const [side, line] = (told.dataset.started ?? "").split(":");
      if (line) {
        for (const marked of document.querySelectorAll(`.line[data-${side}="${line}"]`)) {
          marked.classList.add("marked");
        }
      }
    }
  }

  for (const figure of document.querySelectorAll(".player")) {
    new Player(figure);
  }
})();

"use strict";

/* A map is scrolled inside of its frame, under heads that stay. How high they are depends on the names in them: measured here, so
   that what a link leads to stands below them, with the frame in the window. */

(() => {
  const frame = document.querySelector(".frame");
  const heads = frame ? [frame.querySelector(".stage > h2"), frame.querySelector(".step-head")] : [];
  if (!heads.every(Boolean) || !heads.length) return;

  /* On phones a map is read from the top down, with nothing that stays. */
  function isFramed() {
    return getComputedStyle(frame).overflowY === "auto";
  }

  function measure() {
    const height = heads.reduce((sum, head) => sum + head.offsetHeight, 0);
    document.documentElement.style.setProperty("--map-head", height + "px");
  }

  function target() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;
    }
  }

  function show() {
    const asked = target();
    if (!isFramed() || !frame.contains(asked)) return;
    asked.scrollIntoView({ behavior: "instant" });
    const space = (innerHeight - frame.offsetHeight) / 2;
    scrollBy({ top: frame.getBoundingClientRect().top - Math.max(space, 0), behavior: "instant" });
  }

  if (isFramed()) measure();
  addEventListener("hashchange", show);
  /* Until a page is loaded, the browser keeps the place that its address names at the top of the window by itself. */
  addEventListener("load", () => requestAnimationFrame(show));
  show();
})();

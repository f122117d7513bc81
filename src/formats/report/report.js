// The report at work. Elements that name the same key in data-m show the same thing on the two sides of
// a record: pointing at one or focusing it lights up all of them, a click keeps them lit (the address
// then ends in #key), Escape lets go. Also switches the language of the interface.
"use strict";

(() => {
  const wide = matchMedia("(min-width: 60rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const hoverDelay = 150; // milliseconds before the other side scrolls along

  // Language

  const labels = JSON.parse(document.getElementById("labels").textContent);
  const names = { ar: "العربية", en: "English" };
  const switcher = document.querySelector(".language");

  function storedLanguage() {
    try {
      return localStorage.getItem("musnad-language");
    } catch {
      return null; // storage is closed to pages from files in some browsers
    }
  }

  function storeLanguage(language) {
    try {
      localStorage.setItem("musnad-language", language);
    } catch {
      // then the choice lasts as long as the page
    }
  }

  function speak(language) {
    const words = labels[language];
    const other = language === "ar" ? "en" : "ar";
    switcher.textContent = names[other];
    switcher.lang = other;
    if (document.documentElement.lang === language) return;
    document.documentElement.lang = language;
    document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
    for (const element of document.querySelectorAll("[data-label]")) {
      element.textContent = words[element.dataset.label];
    }
    for (const element of document.querySelectorAll("[data-name]")) {
      element.setAttribute("aria-label", words[element.dataset.name]);
    }
  }

  switcher.hidden = false;
  switcher.addEventListener("click", () => {
    const language = document.documentElement.lang === "ar" ? "en" : "ar";
    storeLanguage(language);
    speak(language);
  });
  const preferred = navigator.language.startsWith("ar") ? "ar" : "en";
  speak(names[storedLanguage()] ? storedLanguage() : preferred);

  // Evidence

  const marked = new Map(); // key to the elements that show it
  for (const element of document.querySelectorAll("[data-m]")) {
    for (const key of element.dataset.m.split(" ")) {
      if (!marked.has(key)) marked.set(key, []);
      marked.get(key).push(element);
    }
  }

  let lit = null;
  let pinned = null;
  let timer = 0;

  function setClass(key, name, on) {
    for (const element of marked.get(key) ?? []) element.classList.toggle(name, on);
  }

  // What is lit in the article takes the colour of its entry in the list, also where it lies on the
  // ground of another statement.
  function light(key) {
    if (key === lit) return;
    setClass(lit, "lit", false);
    setClass(key, "lit", true);
    lit = key;
    const entry = document.getElementById(key);
    const colour = entry && getComputedStyle(entry).getPropertyValue("--ink");
    for (const element of marked.get(key) ?? []) {
      element.style.setProperty("--lit", colour || "var(--quiet)");
    }
  }

  function pin(key) {
    setClass(pinned, "pinned", false);
    setClass(key, "pinned", true);
    pinned = key;
    light(key);
  }

  // Brings the first element of a key on one side (".text" or ".list") into view. On a wide screen the
  // side scrolls within itself; on a narrow one the page does.
  function reveal(key, side, behavior = calm.matches ? "auto" : "smooth") {
    const element = (marked.get(key) ?? []).find((one) => one.closest(side));
    if (!element) return;
    if (!wide.matches) {
      element.scrollIntoView({ block: "start", behavior });
      return;
    }
    const pane = element.closest(".pane");
    const outside = pane.getBoundingClientRect();
    const inside = element.getBoundingClientRect();
    if (inside.top >= outside.top && inside.bottom <= outside.bottom) return;
    pane.scrollBy({ top: inside.top - outside.top - pane.clientHeight / 4, behavior });
  }

  const markedAt = (target) => target.closest?.("[data-m]");
  const firstKey = (element) => element.dataset.m.split(" ")[0];
  const sideOf = (element) => (element.closest(".text") ? ".text" : ".list");
  const otherSide = (element) => (element.closest(".text") ? ".list" : ".text");

  function pointAt(target) {
    clearTimeout(timer);
    const element = markedAt(target);
    light(element ? firstKey(element) : pinned);
    if (element && wide.matches) {
      timer = setTimeout(() => reveal(firstKey(element), otherSide(element)), hoverDelay);
    }
  }

  // The key that a click asks for: that of the link, else that of the element around.
  function keyOfClick(target, element) {
    const link = target.closest("a");
    return link ? decodeURIComponent(link.hash.slice(1)) : firstKey(element);
  }

  function choose(event) {
    const element = markedAt(event.target);
    const selecting = !getSelection().isCollapsed;
    if (!element || selecting || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const key = keyOfClick(event.target, element);
    if (key === pinned) return release();
    history.pushState(null, "", "#" + key);
    pin(key);
    const ownKey = key === firstKey(element); // else the link leads to another entry of this side
    if (wide.matches || ownKey) reveal(key, otherSide(element));
    if (wide.matches || !ownKey) reveal(key, sideOf(element));
  }

  function release() {
    if (pinned === null) return;
    history.pushState(null, "", location.pathname + location.search);
    pin(null);
  }

  // Arriving by a permanent link, or going back and forth in the history. On a narrow screen the browser
  // has gone to the entry in the list already.
  function followAddress() {
    const key = decodeURIComponent(location.hash.slice(1));
    if (location.hash && !marked.has(key)) return; // a tab or an entry of the contents
    pin(key || null);
    if (!wide.matches) return;
    reveal(key, ".text", "auto");
    reveal(key, ".list", "auto");
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse") pointAt(event.target);
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(":focus-visible")) pointAt(event.target);
  });
  document.addEventListener("click", choose);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") release();
  });
  addEventListener("popstate", followAddress);
  followAddress();

  // Tabs: the one whose part of the record is on top of the screen is current.

  const current = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const tab = document.querySelector(`.tabs a[href="#${target.id}"]`);
      tab?.setAttribute("aria-current", isIntersecting && !wide.matches);
    }
  }, { rootMargin: "-10% 0% -89% 0%" });
  for (const part of document.querySelectorAll(".part")) current.observe(part);
})();

// What only the lesson page has: links between its languages that keep the place; the checker
// of logs, which is far down the page, so that it is loaded when it comes near; and demos that
// come into view whole when the reader runs them.

const check = document.querySelector("interleaved-check");
if (check) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      import("../interleaved-check.js");
    },
    { rootMargin: "800px" },
  );
  observer.observe(check);
}

/** The links to the page in other languages. @type {NodeListOf<HTMLAnchorElement>} */
const languages = document.querySelectorAll(".languages a");

/** Makes a link lead to what is being read, with the settings of this page's address. @param {HTMLAnchorElement} link */
function keepPlace(link) {
  const query = new URLSearchParams(location.search);
  query.set("lang", link.hreflang);
  // What is being read begins above the middle of the window.
  const read = [...document.querySelectorAll("section")].findLast((section) => section.getBoundingClientRect().top < innerHeight / 2);
  link.href = `?${query}${read?.id ? `#${read.id}` : ""}`;
}

for (const link of languages) {
  // Before it can be followed, copied, or opened elsewhere.
  for (const type of ["pointerenter", "focus", "click"]) link.addEventListener(type, () => keepPlace(link));
}

/** Opens what is folded in a part of the page. @param {ParentNode} part */
function unfold(part) {
  for (const details of part.querySelectorAll("details")) details.open = true;
}

// Who comes for a section wants to see it, and on paper nothing can be opened.
const unfoldSought = () => unfold(document.getElementById(location.hash.slice(1)) ?? new DocumentFragment());
addEventListener("hashchange", unfoldSought);
addEventListener("beforeprint", () => unfold(document));
unfoldSought();

const isStill = matchMedia("(prefers-reduced-motion: reduce)");
// Where a page was only scrolled to its button, most of what a run shows would be below the window.
document.addEventListener(
  "play",
  ({ target }) => {
    if (!(target instanceof Element) || !navigator.userActivation?.isActive) return;
    target.scrollIntoView({ block: "nearest", behavior: isStill.matches ? "instant" : "smooth" });
  },
  { capture: true },
);

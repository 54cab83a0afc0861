// What only the lesson page has: the checker of logs, which is far down the page,
// so that it is loaded when it comes near.

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

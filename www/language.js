// Chooses the page's language before anything of it is painted: the address's,
// else the browser's, else English. A classic script, because modules come later.
{
  const asked = new URLSearchParams(location.search).get("lang");
  const tags = [asked, ...navigator.languages].map((tag) => (tag ?? "").slice(0, 2));
  document.documentElement.lang = tags.find((tag) => tag === "ko" || tag === "en") ?? "en";
}

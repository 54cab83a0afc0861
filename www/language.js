// Chooses the page's language before anything of it is painted: the address's,
// else the browser's, else English. A classic script, because modules come later, and
// before the style sheets, because a script waits for those that are named before it.
{
  const query = new URLSearchParams(location.search);
  // Where `lang` is a setting of somebody else's page, `ui` is the language of this one.
  const tags = [query.get("ui"), query.get("lang"), ...navigator.languages].map((tag) => (tag ?? "").slice(0, 2));
  const language = tags.find((tag) => tag === "ko" || tag === "en") ?? "en";
  document.documentElement.lang = language;
  // Its words are asked for along with what the page names; see texts.js.
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = `texts-${language}.js`;
  document.head.append(link);
}

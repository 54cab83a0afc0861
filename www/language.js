// Chooses the page's language before anything of it is painted: the address's,
// else the browser's, else English. A classic script, because modules come later, and
// before the style sheets, because a script waits for those that are named before it.
{
  const query = new URLSearchParams(location.search);
  // Where `lang` is a setting of somebody else's page, `ui` is the language of this one.
  const tags = [query.get("ui"), query.get("lang"), ...navigator.languages].map((tag) => (tag ?? "").slice(0, 2));
  const language = tags.find((tag) => tag === "ko" || tag === "en") ?? "en";
  document.documentElement.lang = language;
  const title = document.querySelector("title");
  if (title) title.textContent = title.dataset[language] ?? title.textContent;
  // Its words are asked for along with what the page names; see texts.js.
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = `words/texts-${language}.js`;
  document.head.append(link);

  // From a file browsers run scripts as this one, but load no modules: that is what is missing.
  if (location.protocol === "file:") {
    const served = {
      en: "This page was opened as a file, and browsers load its modules only from a server. Serve this folder (for one, python3 -m http.server in it, then http://localhost:8000), or open standalone.html, which runs from a folder as it is.",
      ko: "이 페이지를 파일로 열었습니다. 브라우저는 모듈을 서버에서만 불러오므로, 이 폴더에서 python3 -m http.server를 실행하고 http://localhost:8000 주소로 여세요. standalone.html은 폴더에서 바로 실행됩니다.",
    };
    document.addEventListener("DOMContentLoaded", () => {
      for (const node of document.querySelectorAll(".needs")) {
        const around = node.closest("[lang]")?.getAttribute("lang");
        node.textContent = served[around === "ko" || around === "en" ? around : language];
      }
    });
  }
}

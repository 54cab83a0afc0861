// Makes of the one file that holds everything one that holds a demo's settings.

const BLOCK = /(<script type="application\/json">\n)[^]*?(?=<\/script>)/;

/** The text of the page with `settings` as its own. @param {string} page @param {Record<string, string>} settings */
export function bake(page, settings) {
  // Without this character no name of a task can end the block or begin a comment.
  const json = JSON.stringify(settings, null, 2).replaceAll("<", "\\u003c");
  // A function, because in a text `$` would have a meaning.
  return page.replace(BLOCK, (_, tag) => `${tag}${json}\n`);
}

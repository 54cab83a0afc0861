// What stands for a whole run where that would be too long.

/**
 * For each of some settings the hashes of their lanes' events, as the crate's test has
 * them: FNV-1a over a line for each event. This function runs in the page.
 *
 * @param {unknown} _
 * @param {Record<string, string>[]} all
 */
export async function hashes(_, all) {
  const { simulate } = await import(new URL("interleaved.js", document.baseURI).href);
  const encoder = new TextEncoder();
  /** @param {{ events: import("../../www/log/log.js").DemoEvent[] }} lane */
  const hash = ({ events }) => {
    let hash = 0x811c9dc5;
    for (const { at, kind, index, by, on, of, until, resource, text } of events) {
      const more = [by, on, of, until, resource, text].map((part) => part ?? "-").join(" ");
      for (const byte of encoder.encode(`${at} ${kind} ${index} ${more}\n`)) {
        hash = Math.imul(hash ^ byte, 0x01000193);
      }
    }
    return (hash >>> 0).toString(16).padStart(8, "0");
  };
  const lines = [];
  for (const settings of all) {
    lines.push(
      Object.values(await simulate(settings))
        .map(hash)
        .join(" "),
    );
  }
  return lines;
}

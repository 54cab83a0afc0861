// Unpacks the parts of the one file and starts it. A classic script, the last of the page.
//
// Each part is a block of text in which two characters are thirteen bits, in base
// 91: an eighth shorter than base64. They are a raw deflate stream of a line of
// JSON, the names and lengths of files, and of those files. The nameless one is
// script; that of all parts together becomes one inline module. It runs wherever this
// script does, from file: and in a sandboxed frame as well, which modules at blob:
// and data: addresses don't under every policy that a page may be sent with.

(async () => {
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  const decoder = new TextDecoder();
  let code = "";
  // All at once: of what the browser does for one part, much is waiting.
  const unpacked = [...document.querySelectorAll("[data-part]")].map(({ textContent }) => {
    const text = textContent.trim();
    const packed = new Uint8Array((text.length * 13) >> 4);
    // The digits are "#" to "}", but "~" stands for "<", which might end the block.
    const digit = (/** @type {number} */ at) => ((text.charCodeAt(at) === 126 ? 60 : text.charCodeAt(at)) || 35) - 35;
    for (let at = 0, bits = 0, count = 0, to = 0; at < text.length; at += 2) {
      bits |= (digit(at) + 91 * digit(at + 1)) << count;
      for (count += 13; count > 7; count -= 8, bits >>= 8) packed[to++] = bits;
    }
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Response(stream).arrayBuffer();
  });
  for (const buffer of await Promise.all(unpacked)) {
    const bytes = new Uint8Array(buffer);
    let from = bytes.indexOf(10) + 1;
    for (const [name, length] of JSON.parse(decoder.decode(bytes.subarray(0, from)))) {
      const content = bytes.slice(from, (from += length));
      if (name) files[name] = content;
      else code += decoder.decode(content);
    }
  }
  // @ts-expect-error Nobody else knows it.
  self.interleavedFiles = files;
  const script = document.createElement("script");
  script.type = "module";
  // Where Trusted Types are required, what has been unpacked has to be vouched for.
  // @ts-expect-error The type checker doesn't know them.
  const policy = self.trustedTypes?.createPolicy("interleaved-unpack", { createScript: String });
  script.textContent = policy?.createScript(code) ?? code;
  document.body.append(script);
})();

// Wasm files travel as text in modules of their own, which every bundler knows how to
// carry: not every one copies the files that a module names by `import.meta.url`.

/**
 * The bytes of a file, packed as the base64 of a zlib stream.
 * @param {string} text
 */
export async function unpack(text) {
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).arrayBuffer();
}

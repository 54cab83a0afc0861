// A program in an address: in its fragment, which reaches no server, deflated, and in letters
// that an address may have.

const NAME = "program";

/** @param {string} program */
export async function fragmentOf(program) {
  const bytes = await through(new TextEncoder().encode(program), new CompressionStream("deflate-raw"));
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `#${NAME}=${letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/**
 * The program in a fragment; undefined if there is none.
 * @param {string} fragment
 * @throws If it can't be read.
 */
export async function programIn(fragment) {
  const letters = new URLSearchParams(fragment.replace(/^#/, "")).get(NAME);
  if (letters === null) return undefined;
  const text = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true }).decode(await through(bytes, new DecompressionStream("deflate-raw")));
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream | DecompressionStream} stream */
async function through(bytes, stream) {
  const writer = stream.writable.getWriter();
  // Errors are told by what is read.
  void writer.write(bytes).catch(() => {});
  void writer.close().catch(() => {});
  return new Uint8Array(await new Response(stream.readable).arrayBuffer());
}

// How the one file and the npm package carry files in themselves, as text: not every
// page may fetch, and not every bundler copies what lies beside a module.

/** The bytes of a `data:` address. @param {Promise<{default: string}>} module */
export async function bytes(module) {
  const address = (await module).default;
  return Uint8Array.from(atob(address.slice(address.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));
}

/** The address of a script. @param {Promise<{default: string}>} module */
export async function script(module) {
  return URL.createObjectURL(new Blob([(await module).default], { type: "text/javascript" }));
}

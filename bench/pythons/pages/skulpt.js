// Python in JavaScript.

/** @param {string} name */
function script(name) {
  const script = Object.assign(document.createElement("script"), { src: name });
  document.head.append(script);
  return new Promise((resolve, reject) => Object.assign(script, { onload: resolve, onerror: reject }));
}

let output = "";

export async function load() {
  await script("skulpt/skulpt.min.js");
  await script("skulpt/skulpt-stdlib.js");
  window.Sk.configure({
    output: (text) => (output += text),
    read: (file) => window.Sk.builtinFiles.files[file],
    __future__: window.Sk.python3,
    execLimit: Infinity,
  });
}

export async function run(program) {
  output = "";
  await window.Sk.misceval.asyncToPromise(() => window.Sk.importMainWithBody("<stdin>", false, program, true));
  return output;
}

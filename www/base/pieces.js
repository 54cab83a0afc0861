// What tasks have written, as the pieces of lines.

/** A write, without the end of its line. @param {string} write */
export function written(write) {
  const ends = write.endsWith("\n");
  return { text: ends ? write.slice(0, -1) : write, ends };
}

/**
 * The pieces of a line: what each task has written of it without anybody between, however
 * many writes that was.
 * @param {readonly {text?: string, index: number}[]} writes Those of the line.
 */
export function piecesOf(writes) {
  /** @type {{text: string, index: number}[]} */
  const pieces = [];
  for (const write of writes) {
    const { text } = written(write.text ?? "");
    const last = pieces.at(-1);
    if (!text) continue;
    if (last?.index === write.index) last.text += text;
    else pieces.push({ text, index: write.index });
  }
  return pieces;
}

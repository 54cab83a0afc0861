// The text of a program as elements: comments, strings and keywords, and where lines break.

import { element } from "../base/dom.js";

const TOKENS =
  /((?:# |\/\/).*)|("(?:\\.|[^"\\])*"|`[^`]*`)|\b(?:as|async|await|const|crate|def|else|fn|for|function|if|import|in|let|mut|new(?= )|pub|while|with)\b/g;

/** The text of a line, what is a comment, a string or a keyword in an element each. @param {string} text */
export function highlighted(text) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(TOKENS)) {
    const [token, comment, string] = match;
    nodes.push(...breakable(text.slice(end, match.index)));
    nodes.push(element("span", { class: comment ? "comment" : string ? "string" : "keyword" }, token));
    end = match.index + token.length;
  }
  return [...nodes, ...breakable(text.slice(end))];
}

/** Lets a long line go on below after a bracket, not only after a space. @param {string} code */
function breakable(code) {
  return code.split(/(?<=\()/).flatMap((part, index) => (index ? [element("wbr"), part] : [part]));
}

// The program in CodeMirror, loaded after the plain text area and put in its place: words in
// their looks, brackets in pairs, indents, a way back. It is as high as its text, too, and
// Tab leaves it.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, LanguageSupport, syntaxHighlighting } from "@codemirror/language";
import { pythonLanguage } from "@codemirror/lang-python";
import { Compartment, EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** @typedef {import("./plain-field.js").Field} Field */

const LOOKS = HighlightStyle.define([
  { tag: tags.comment, class: "comment" },
  { tag: [tags.keyword, tags.operatorKeyword, tags.definitionKeyword], class: "keyword" },
  { tag: [tags.string, tags.special(tags.string)], class: "string" },
]);

/** What it changes that isn't typed, and therefore isn't told. */
const SET = "set";

/** @implements {Field} */
export class CodeField {
  #view;
  #rights = new Compartment();
  #names = new Compartment();
  #isReadOnly = false;

  /**
   * @param {import("./plain-field.js").PlainField} plain Whose place it takes.
   * @param {(text: string) => void} changed Is told what has been typed.
   */
  constructor(plain, changed) {
    const { root: area } = plain;
    const hadFocus = area.matches(":focus");
    this.#view = new EditorView({
      root: /** @type {Document | ShadowRoot} */ (area.getRootNode()),
      state: EditorState.create({
        doc: plain.text,
        selection: { anchor: area.selectionStart, head: area.selectionEnd },
        extensions: [
          history(),
          indentUnit.of("    "),
          indentOnInput(),
          bracketMatching(),
          new LanguageSupport(pythonLanguage),
          syntaxHighlighting(LOOKS),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          this.#rights.of([]),
          this.#names.of([]),
          EditorView.domEventHandlers({ beforeinput: replaceSelected }),
          EditorView.updateListener.of(({ docChanged, state, transactions }) => {
            if (docChanged && !transactions.some((each) => each.isUserEvent(SET))) changed(state.doc.toString());
          }),
        ],
      }),
    });
    this.isReadOnly = plain.isReadOnly;
    this.root.translate = false;
    area.replaceWith(this.root);
    if (hadFocus) this.#view.focus();
  }

  get root() {
    return this.#view.dom;
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  set text(text) {
    if (text === this.text) return;
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text }, userEvent: SET });
  }

  get isReadOnly() {
    return this.#isReadOnly;
  }

  set isReadOnly(isReadOnly) {
    this.#isReadOnly = isReadOnly;
    const rights = [EditorState.readOnly.of(isReadOnly), EditorView.editable.of(!isReadOnly)];
    this.#view.dispatch({ effects: this.#rights.reconfigure(rights) });
  }

  get line() {
    const { doc, selection } = this.#view.state;
    return doc.lineAt(selection.main.head).number;
  }

  /** @param {string} name @param {string} help */
  label(name, help) {
    const names = EditorView.contentAttributes.of({ "aria-label": name, title: help, tabindex: "0" });
    this.#view.dispatch({ effects: this.#names.reconfigure(names) });
  }
}

/**
 * Puts what is typed in the place of what is selected. Left to itself, Chromium does so with an
 * element that keeps the look of what was there, by a style that a page's policy may forbid.
 * @param {InputEvent} event @param {EditorView} view
 */
function replaceSelected({ inputType, data }, view) {
  const { state } = view;
  if (inputType !== "insertText" || !data || view.composing || state.readOnly || state.selection.main.empty) return false;
  view.dispatch(state.replaceSelection(data), { userEvent: "input.type", scrollIntoView: true });
  return true;
}

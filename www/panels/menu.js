// What a reader can take along: logs, events, pictures, links; and what the keys do.
// It is loaded when somebody first asks for it.

import { bake } from "./bake.js";
import { copyText, element, setText } from "../base/dom.js";
import { windowOf } from "../base/home.js";
import { addressOf, standalonePage } from "../site.js";
import { element as elementCode, frame as frameCode } from "./snippets.js";

/**
 * @typedef {object} Demo What there is to take along.
 * @property {import("../words/texts.js").Texts} texts
 * @property {readonly string[]} laneNames
 * @property {string} permalink
 * @property {number} offsetHeight
 * @property {(lane: string) => string} logText
 * @property {(lane: string) => unknown[]} events
 * @property {() => Record<string, string>} toJSON
 * @property {() => string | Promise<string>} trace
 * @property {() => string | Promise<string>} [toSVG]
 */

/**
 * @typedef {object} Item Something to copy, and to save if it has a file's name.
 * @property {string} name
 * @property {string} [file]
 * @property {() => string | Promise<string>} text As it is when it is asked for.
 */

/** Marks the template as a style sheet, for editors and for the build. */
const css = String.raw;

export const styles = css`
.sheet {
  position: fixed;
  inset: auto;
  top: max(8px, min(var(--top), 100% - var(--height) - 8px));
  right: max(8px, min(var(--right), 100% - 27em - 8px));
  width: min(27em, 100% - 16px);
  max-height: calc(100% - 16px);
  padding: 0;
  overflow: auto;
  scroll-padding-block-end: 7em;
  border: 1px solid var(--hair);
  border-radius: 0.5em;
  background: var(--paper);
  color: var(--ink);
}
.sheet.whole { inset: 0; width: auto; height: auto; max-width: none; max-height: none }
.sheet::backdrop { background: #0005 }
.sheet > div { padding: 1em 1em 0 }
.sheet h2 { font-size: 1.12em; margin-block-end: 0.5em }
.sheet ul { padding: 0; list-style: none }
.sheet li { display: grid; grid-template-columns: 1fr 4em 4em; align-items: center; gap: 0.5em; padding-block: 0.3em; border-block-start: 1px solid var(--hair) }
.sheet button { min-height: 2.2em; padding: 0 0.7em; border: 1px solid var(--hair); border-radius: 0.5em; background: none; cursor: pointer }
.sheet li button { padding: 0 }
.sheet .close { background: var(--accent); color: var(--on-accent) }
@media (hover: hover) { .sheet li button:hover { background: var(--wash) } }
.sheet textarea { width: 100%; height: 6em; background: var(--wash); color: inherit }
.sheet .foot { position: sticky; bottom: 0; display: flex; flex-wrap: wrap; justify-content: end; gap: 0.5em; padding-block: 0.5em 1em; background: var(--paper) }
.sheet p { color: var(--muted); font-size: 0.92em; margin-block-start: 0.8em }
.sheet .foot p { flex: 1 0 100%; min-height: 1.5em; margin: 0 }
.sheet dl { display: grid; grid-template-columns: auto 1fr; gap: 0.3em 1em }
.sheet kbd { display: inline-block; min-width: 2em; margin-inline-end: 0.3em; padding: 0 0.5em; border: 1px solid var(--hair); border-radius: 0.5em; font: inherit; text-align: center }
`;

/** The keys, in the order of their explanations. */
const KEYS = [["Space"], [".", ","], ["→", "←"], ["Home", "End"], ["R"], ["?"]];

const TEXTS = {
  en: {
    title: "Copy or save",
    copy: "Copy",
    save: "Save",
    events: "Events (JSON)",
    timeline: "Timeline (SVG)",
    trace: "Trace (Perfetto)",
    page: "This demo as one file (HTML)",
    link: "Link to this moment",
    frame: "Embed code (iframe)",
    element: "Embed code (element)",
    copied: "Copied",
    refused: "Copying is not allowed here. The text is selected: press Ctrl+C (⌘C on a Mac).",
    saved: "Saved",
    unless: "If no file comes, the page around this one refuses it: copy instead.",
    failed: "That didn't work",
    keys: "Keys",
    close: "Close",
    help: [
      "Run or pause",
      "One step on, one back",
      "One interval on, one back",
      "To the start, to the end",
      "Stop, and back to the start",
      "This list",
    ],
    step: "A step goes to the next line that is printed; or, as you choose, to the next turn of a task, or one event: a task is started, runs, writes, waits, has waited or has finished.",
    program:
      "A step goes to the next line of the program; or, as you choose, over what that calls, to the next print, to the next switch of threads, or one event.",
    focus: "The keys work while the focus is in the demo.",
  },
  ko: {
    title: "복사와 저장",
    copy: "복사",
    save: "저장",
    events: "이벤트(JSON)",
    timeline: "타임라인(SVG)",
    trace: "트레이스(Perfetto)",
    page: "이 데모를 파일 하나로(HTML)",
    link: "이 순간의 링크",
    frame: "삽입 코드(iframe)",
    element: "삽입 코드(요소)",
    copied: "복사했습니다",
    refused: "복사가 막혀 있습니다. 텍스트가 선택되어 있으니 Ctrl+C(맥은 ⌘C)를 누르세요.",
    saved: "저장했습니다",
    unless: "파일이 생기지 않으면 이 데모를 넣은 페이지가 막은 것이니, 대신 복사하세요.",
    failed: "실패했습니다",
    keys: "단축키",
    close: "닫기",
    help: ["실행, 일시정지", "한 단계 앞으로, 뒤로", "간격 하나만큼 앞으로, 뒤로", "처음으로, 끝으로", "멈추고 처음으로", "이 목록"],
    step: "한 단계는 다음에 출력되는 줄까지입니다. 태스크의 다음 차례까지, 또는 이벤트 하나(시작, 실행, 쓰기, 기다리기, 기다림 끝, 끝)로 바꿀 수 있습니다.",
    program:
      "한 단계는 프로그램의 다음 줄까지입니다. 호출을 건너뛰거나, 다음 출력까지, 다른 스레드로 전환될 때까지, 또는 이벤트 하나로 바꿀 수 있습니다.",
    focus: "단축키는 포커스가 데모 안에 있을 때 작동합니다.",
  },
};

/**
 * Opens the menu of what can be copied and saved.
 * @param {Demo} host
 * @param {HTMLElement} frame Where it belongs, for its look and its language.
 * @param {HTMLElement} button At which it opens.
 * @param {import("../words/texts.js").Language} language
 */
export function openMenu(host, frame, button, language) {
  const texts = TEXTS[language];
  const status = element("p", { role: "status" });
  /** @type {string[]} */
  const addresses = [];
  /** @param {string} verb @param {Item} item @param {(text: string) => Promise<string> | string} act */
  const action = (verb, { name, text }, act) => {
    const control = element("button", { type: "button", "aria-label": `${verb}: ${name}` }, verb);
    control.addEventListener("click", async () => {
      // Emptied first, so that the same answer is announced again.
      setText(status, "");
      sheet.querySelector("textarea")?.remove();
      try {
        setText(status, await act(await text()));
      } catch (error) {
        setText(status, `${texts.failed}: ${error}`);
      }
      // It went with the field from which the text was copied.
      if (!sheet.matches(":focus-within")) control.focus();
      place(sheet, button);
    });
    return control;
  };
  const list = element(
    "ul",
    { role: "list" },
    ...items(host, texts).map((item) => {
      const { name, file } = item;
      const row = element("li", {}, element("span", {}, name));
      row.append(
        action(texts.copy, item, async (text) => {
          const field = element("textarea", { readonly: "", "aria-label": name });
          const isCopied = await copyText(button, text, () => {
            field.value = text;
            status.before(field);
            field.focus();
            field.select();
          });
          if (!isCopied) return texts.refused;
          field.remove();
          return `${texts.copied}: ${name}`;
        }),
      );
      if (file) {
        row.append(
          action(texts.save, item, (text) => {
            addresses.push(save(text, file));
            const saved = `${texts.saved}: ${file}`;
            return mayRefuseDownloads(windowOf(button)) ? `${saved}. ${texts.unless}` : saved;
          }),
        );
      }
      return row;
    }),
  );
  const keys = element("button", { type: "button", class: "keys" }, texts.keys);
  keys.addEventListener("click", () => openHelp(host, frame, button, language));
  const sheet = open(frame, button, texts.title, texts.close, [list], [status, keys]);
  sheet.addEventListener("close", () => addresses.forEach((address) => URL.revokeObjectURL(address)));
}

/**
 * Opens the list of the keys; the parameters are those of `openMenu`.
 * @param {Demo} host
 * @param {HTMLElement} frame
 * @param {HTMLElement} button
 * @param {import("../words/texts.js").Language} language
 */
export function openHelp(host, frame, button, language) {
  const texts = TEXTS[language];
  const list = element("dl");
  for (const [index, keys] of KEYS.entries()) {
    const caps = keys.map((key) => element("kbd", {}, key));
    list.append(element("dt", {}, ...caps), element("dd", {}, texts.help[index] ?? ""));
  }
  const notes = [isOfLesson(host) ? texts.step : texts.program, texts.focus].map((text) => element("p", {}, text));
  open(frame, button, texts.keys, texts.close, [list, ...notes], []);
}

/**
 * A modal dialog: the browser keeps the focus inside, closes it on Escape, and
 * gives the focus back. It is there only while it is open.
 * @param {HTMLElement} frame @param {HTMLElement} button
 * @param {string} title @param {string} close @param {Node[]} content @param {Node[]} foot
 */
function open(frame, button, title, close, content, foot) {
  const end = element("button", { type: "button", class: "close" }, close);
  const footer = element("div", { class: "foot" }, ...foot, end);
  const inside = element("div", {}, element("h2", {}, title), ...content, footer);
  const sheet = element("dialog", { class: "sheet", "aria-label": title }, inside);
  end.addEventListener("click", () => sheet.close());
  sheet.addEventListener("click", (event) => {
    // What is inside covers it, so this is a click beside it.
    if (event.target === sheet) sheet.close();
  });
  sheet.addEventListener("close", () => sheet.remove());
  frame.append(sheet);
  // Not every browser gives a button the focus when it is pressed.
  if (!frame.matches(":focus-within")) button.focus();
  sheet.showModal();
  place(sheet, button);
  return sheet;
}

/**
 * Puts a dialog below a button: in a frame as high as its content the middle may
 * be out of sight. The style keeps it inside the window.
 * @param {HTMLElement} sheet @param {HTMLElement} button
 */
function place(sheet, button) {
  // Engines differ in what zoom makes of rectangles, so the dialog itself tells, as large as
  // the window, what the window's is, and how long a pixel of its own.
  sheet.classList.add("whole");
  const whole = sheet.getBoundingClientRect();
  const pixel = whole.width / sheet.offsetWidth || 1;
  sheet.classList.remove("whole");
  const { bottom, right } = button.getBoundingClientRect();
  const lengths = { top: (bottom - whole.top) / pixel + 4, right: (whole.right - right) / pixel, height: sheet.offsetHeight };
  for (const [name, length] of Object.entries(lengths)) sheet.style.setProperty(`--${name}`, `${length}px`);
}

/** Whether lanes of the lesson are shown, not a program of the reader's own. @param {Demo} host */
function isOfLesson({ laneNames, texts: { lanes } }) {
  return laneNames.every((lane) => lane in lanes);
}

/**
 * @param {Demo} host
 * @param {(typeof TEXTS)["en"]} texts
 * @returns {Item[]}
 */
function items(host, texts) {
  const { lanes, log, demo } = host.texts;
  const names = host.laneNames;
  /** @type {Item[]} */
  const found = names.map((lane) => ({
    name: log(lanes[/** @type {keyof typeof lanes} */ (lane)]?.name ?? lane),
    file: `interleaved-${lane}.txt`,
    text: () => host.logText(lane),
  }));
  found.push({
    name: texts.events,
    file: "interleaved-events.json",
    text: () => {
      const data = names.map((lane) => [lane, { events: host.events(lane), log: host.logText(lane) }]);
      return JSON.stringify({ settings: host.toJSON(), lanes: Object.fromEntries(data) });
    },
  });
  /** Who embeds a demo wants it from its start. */
  const wanted = () => {
    /** @type {Record<string, string>} */
    const settings = host.toJSON();
    delete settings["start-at"];
    delete settings["autoplay"];
    return {
      settings,
      page: addressOf("embed.html")?.href ?? "",
      script: addressOf("interleaved.js")?.href ?? "",
      title: demo,
      height: host.offsetHeight,
    };
  };
  const { toSVG } = host;
  if (toSVG) found.push({ name: texts.timeline, file: "interleaved-timeline.svg", text: () => toSVG.call(host) });
  found.push({ name: texts.trace, file: "interleaved-trace.json", text: () => host.trace() });
  const isLesson = isOfLesson(host);
  if (isLesson) found.push({ name: texts.page, file: "interleaved.html", text: async () => bake(await standalonePage(), host.toJSON()) });
  // A page that a frame was given as text, or as data, has no address to pass on.
  if (!/^(http|file)/.test(host.permalink)) return found;
  found.push({ name: texts.link, text: () => host.permalink });
  if (!isLesson) return found;
  found.push({ name: texts.frame, text: () => frameCode(wanted()) });
  if (addressOf("interleaved.js")) found.push({ name: texts.element, text: () => elementCode(wanted()) });
  return found;
}

/**
 * Saves a text as a file, and returns the address to be revoked in the end.
 * @param {string} text @param {string} file
 */
function save(text, file) {
  const address = URL.createObjectURL(new Blob([text]));
  element("a", { href: address, download: file }).click();
  return address;
}

/**
 * Whether the page is in a frame that may refuse downloads, as browsers do
 * without a word: one with such a sandbox, or another site's, which can't be known.
 * @param {Window} window
 */
function mayRefuseDownloads({ self, top, frameElement }) {
  if (self === top) return false;
  const { sandbox } = /** @type {HTMLIFrameElement} */ (frameElement ?? {});
  return !sandbox || (sandbox.length > 0 && !sandbox.contains("allow-downloads"));
}

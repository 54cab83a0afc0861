// The icons of buttons, by what they are for: each a path in a field of 24 by 24.

export const ICONS = {
  run: "M7 4v16l13-8z",
  pause: "M6 4h4v16H6zm8 0h4v16h-4z",
  again: "M12 5a7 7 0 1 1-6.3 4l-1.8-.9A9 9 0 1 0 12 3V0L7 4l5 4z",
  stepBack: "M18 4v16L8 12zM5 4h2v16H5z",
  stepForward: "M6 4v16l10-8zM17 4h2v16h-2z",
  reset: "M4 4h2.5v16H4zM20 4v16l-7-8zM13 4v16l-6-8z",
  menu: "M3 12a2 2 0 1 1 4 0a2 2 0 1 1-4 0m7 0a2 2 0 1 1 4 0a2 2 0 1 1-4 0m7 0a2 2 0 1 1 4 0a2 2 0 1 1-4 0",
};

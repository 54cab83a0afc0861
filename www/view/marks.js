// The marks of a timeline, as path data: what each draws where it stands. In its row a turn
// is a bar from top to bottom, a text the shape in the middle, a newline a foot to the left,
// the end a cap above that.

/**
 * @typedef {object} Place Where a mark stands, in pixels.
 * @property {number} x
 * @property {number} end The other end of what is long.
 * @property {number} y The middle.
 * @property {number} half Half of its height.
 * @property {number} radius Of its shape.
 * @property {number} look Which shape.
 */

/** With a smaller radius than this, in pixels, a shape can't be told from a bar. */
const SMALLEST = 2;

/**
 * The shapes of the looks: the corners of a polygon, in tenths of its radius from the
 * middle, across and down. The first is a circle.
 * @type {readonly (readonly (readonly [across: number, down: number])[])[]}
 */
const SHAPES = [
  [],
  [
    [0, -9],
    [10, 9],
    [-10, 9],
  ],
  [
    [-9, -9],
    [9, -9],
    [9, 9],
    [-9, 9],
  ],
  [
    [0, -10],
    [10, 0],
    [0, 10],
    [-10, 0],
  ],
  [
    [-10, -9],
    [10, -9],
    [0, 9],
  ],
  [
    [-3, -10],
    [3, -10],
    [3, -3],
    [10, -3],
    [10, 3],
    [3, 3],
    [3, 10],
    [-3, 10],
    [-3, 3],
    [-10, 3],
    [-10, -3],
    [-3, -3],
  ],
  [
    [0, -10],
    [10, -2],
    [6, 10],
    [-6, 10],
    [-10, -2],
  ],
  [
    [-10, -10],
    [-3, -10],
    [0, -4],
    [3, -10],
    [10, -10],
    [4, 0],
    [10, 10],
    [3, 10],
    [0, 4],
    [-3, 10],
    [-10, 10],
    [-4, 0],
  ],
];

/**
 * The kinds of marks: their class in the styles, whether they can be pointed at, and their
 * path. What comes later in a place is drawn above.
 * @satisfies {Record<string, {name: string, points?: true, path: (place: Place) => string}>}
 */
export const MARKS = {
  /** How long it waits. */
  wait: { name: "wait", path: ({ x, end, y }) => d`M${x} ${y}H${end}` },
  /** From a text to its newline, if somebody else has written between them. */
  torn: { name: "torn", path: ({ x, end, y, half, radius }) => d`M${end - radius} ${y + half}H${Math.max(x, end + radius)}` },
  /** How long it computes. */
  run: { name: "run", path: ({ x, end, y, half }) => d`M${x} ${y - half / 3}H${end}v${(2 * half) / 3}H${x}z` },
  /** Its turn, where all tasks share one thread. */
  turn: { name: "turn", path: shape },
  /** The same in its own row. */
  poll: { name: "poll", points: true, path: ({ x, y, half }) => d`M${x} ${y - half}v${2 * half}` },
  print: { name: "print", points: true, path: shape },
  newline: { name: "newline", points: true, path: ({ x, y, half, radius }) => d`M${x - radius} ${y + half}h${2 * radius}` },
  end: { name: "end", points: true, path: ({ x, y, half, radius }) => d`M${x - radius} ${y - half}H${x}V${y + half}H${x - radius}` },
  /** It will wait for ever. */
  stuck: {
    name: "stuck",
    points: true,
    path: ({ x, y, radius: r }) => d`M${x - r} ${y - r}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`,
  },
};

/** The shape of a look; where it would be too small, a bar. @param {Place} place */
export function shape({ look, x, y, radius, half }) {
  if (radius < SMALLEST) return d`M${x} ${y - half}h1.5v${2 * half}h-1.5z`;
  const corners = SHAPES[look] ?? [];
  if (!corners.length) return d`M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
  const points = corners.map(([across, down]) => d`${x + (across / 10) * radius} ${y + (down / 10) * radius}`);
  return `M${points.join("L")}z`;
}

/** Path data, to a tenth of a pixel. @param {TemplateStringsArray} parts @param {number[]} numbers */
export function d({ raw }, ...numbers) {
  return String.raw({ raw }, ...numbers.map((number) => Math.round(number * 10) / 10));
}

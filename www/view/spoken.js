// What only those need who listen: it is loaded when the first picture is there.

export { Announcer } from "./announcer.js";
export { Table } from "./timeline-table.js";

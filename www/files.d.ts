// What the build makes of files that are imported as text.

/** Its bytes as a `data:` address. */
declare module "*?url&inline" {
  const address: string;
  export default address;
}

/** The script with all that it imports. */
declare module "*?bundled" {
  const script: string;
  export default script;
}

declare module "*?raw" {
  const text: string;
  export default text;
}

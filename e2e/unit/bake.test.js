// A demo's settings in the one file.

import assert from "node:assert/strict";
import { test } from "node:test";

import { bake } from "../../www/panels/bake.js";

const PAGE = `<head><script type="application/json">
{
}
</script></head><body>$& stays</body>`;

test("the file has the settings, and all else as it was", () => {
  const baked = bake(PAGE, { seed: "7", lock: "" });
  const [before, json, after] = baked.split(/\n(?={)|\n(?=<\/script>)/);
  assert.deepEqual(JSON.parse(String(json)), { seed: "7", lock: "" });
  assert.equal(before, '<head><script type="application/json">');
  assert.equal(after, "</script></head><body>$& stays</body>");
  assert.equal(bake(baked, { seed: "8" }), bake(PAGE, { seed: "8" }));
});

test("no name of a task ends the block, begins a comment or means anything to what replaces", () => {
  const tasks = "</script><script>alert(1)</script>:1:2 <!--:1:2 $&$1$`$':1:2";
  const baked = bake(PAGE, { tasks });
  assert.equal(baked.match(/<\/?script/g)?.length, 2);
  assert.ok(!baked.includes("<!--"));
  assert.ok(baked.endsWith("<body>$& stays</body>"));
  const json = baked.slice(baked.indexOf("\n"), baked.indexOf("</script>"));
  assert.deepEqual(JSON.parse(json), { tasks });
});

// Names that would end an attribute, a script, a string or a comment, or that some tool
// could take for its own.

export const NAMES = [
  "\"<b>&quot;'",
  "</script><!--",
  "\\n\\u0041\\",
  "{{#x}}{%y%}${z}",
  "|`$a$`|*_b_*~~[c](d)",
  "<!--]]>-->",
  "한글😀é",
  "a:b:c",
  ":smile:@x#1=%41+&lt;",
];

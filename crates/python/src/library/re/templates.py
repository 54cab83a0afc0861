# re: what a match is replaced by.

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "b": "\b", "\\": "\\"}


def _template(source, pattern):
    """What a match is replaced by: a text, or a list of texts and numbers of groups."""
    is_bytes = isinstance(source, (bytes, bytearray))
    text = source.decode("latin-1") if is_bytes else source
    if "\\" not in text:
        return source
    parts = []
    literal = ""
    at = 0
    while at < len(text):
        c = text[at]
        if c != "\\":
            literal += c
            at += 1
            continue
        start = at
        if at + 1 == len(text):
            raise error("bad escape (end of pattern)", source, start)
        c = text[at + 1]
        at += 2
        group = None
        if c == "g":
            if text[at:at + 1] != "<":
                raise error("missing <", source, at)
            end = text.find(">", at)
            if end < 0:
                if at + 1 == len(text):
                    raise error("missing group name", source, at + 1)
                raise error("missing >, unterminated name", source, at + 1)
            name = text[at + 1:end]
            if not name:
                raise error("missing group name", source, at + 1)
            if name.isdecimal():
                group = int(name)
                if group > pattern.groups:
                    raise error(f"invalid group reference {group}", source, at + 1)
            elif not name.isidentifier():
                raise error(f"bad character in group name {name!r}", source, at + 1)
            elif name not in pattern.groupindex:
                raise IndexError(f"unknown group name {name!r}")
            else:
                group = pattern.groupindex[name]
            at = end + 1
        elif c == "0" or (c in "123" and text[at:at + 2].isdigit() and len(text[at:at + 2]) == 2):
            digits = c
            while len(digits) < 3 and text[at:at + 1] in tuple("01234567"):
                digits += text[at]
                at += 1
            literal += chr(int(digits, 8))
        elif c.isdecimal():
            digits = c
            if text[at:at + 1].isdecimal():
                digits += text[at]
                at += 1
            group = int(digits)
            if group > pattern.groups:
                raise error(f"invalid group reference {group}", source, start + 1)
        elif c in _ESCAPES:
            literal += _ESCAPES[c]
        elif c.isascii() and c.isalpha():
            raise error(f"bad escape \\{c}", source, start)
        else:
            literal += "\\" + c
        if group is not None:
            if literal:
                parts.append(literal.encode("latin-1") if is_bytes else literal)
                literal = ""
            parts.append(group)
    if literal:
        parts.append(literal.encode("latin-1") if is_bytes else literal)
    return parts


def _fill(parts, string, places):
    empty = string[:0]
    texts = []
    for part in parts:
        if isinstance(part, int):
            part = string[places[2 * part]:places[2 * part + 1]] if places[2 * part + 1] >= 0 else empty
        texts.append(part)
    return empty.join(texts)

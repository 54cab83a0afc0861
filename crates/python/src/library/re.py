# re: regular expressions. Patterns and searching are Rust; this is what programs see.

import operator
import types


class error(Exception):
    """A mistake in a pattern."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f"{msg} at position {pos}"
            if newline in pattern:
                msg += f" (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


class RegexFlag(int):
    _names = {256: "ASCII", 2: "IGNORECASE", 4: "LOCALE", 32: "UNICODE", 8: "MULTILINE", 16: "DOTALL", 64: "VERBOSE"}

    def __or__(self, other):
        return RegexFlag(int(self) | int(other))

    __ror__ = __or__

    def __and__(self, other):
        return RegexFlag(int(self) & int(other))

    __rand__ = __and__

    def __invert__(self):
        return RegexFlag(~int(self) & 382)

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        return "|".join(name for bit, name in self._names.items() if self & bit) or None

    def __repr__(self):
        names = [f"re.{name}" for bit, name in self._names.items() if self & bit]
        return "|".join(names) or "re.NOFLAG"

    __str__ = __repr__


NOFLAG = RegexFlag(0)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
U = UNICODE = RegexFlag(32)
X = VERBOSE = RegexFlag(64)
A = ASCII = RegexFlag(256)

_SEARCH, _MATCH, _FULL = 0, 1, 2
_MOST = (1 << 62)


class Pattern:
    def __init__(self, *_):
        raise TypeError("cannot create 're.Pattern' instances")

    def __repr__(self):
        flags = RegexFlag(self.flags & ~(0 if isinstance(self.pattern, bytes) else 32))
        shown = repr(self.pattern)
        if len(shown) > 200:
            shown = shown[:200]
        return f"re.compile({shown}{f', {flags!r}' if flags else ''})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __class_getitem__(cls, item):
        return types.GenericAlias(cls, item)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def _text(self, string):
        """What is searched: bytes are searched as the characters of the same numbers."""
        if isinstance(self.pattern, str):
            if isinstance(string, str):
                return string
            if isinstance(string, (bytes, bytearray)):
                raise TypeError("cannot use a string pattern on a bytes-like object")
        elif isinstance(string, (bytes, bytearray)):
            return string.decode("latin-1")
        elif isinstance(string, str):
            raise TypeError("cannot use a bytes pattern on a string-like object")
        raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'")

    def _find(self, string, pos, endpos, where):
        text = self._text(string)
        pos, endpos = _between(pos, len(text)), _between(endpos, len(text))
        places = _regex_match(self._regex, text, pos, endpos, where)
        return None if places is None else _new_match(self, string, pos, endpos, places)

    def match(self, string, pos=0, endpos=_MOST):
        return self._find(string, pos, endpos, _MATCH)

    def fullmatch(self, string, pos=0, endpos=_MOST):
        return self._find(string, pos, endpos, _FULL)

    def search(self, string, pos=0, endpos=_MOST):
        return self._find(string, pos, endpos, _SEARCH)

    def _all(self, string, pos=0, endpos=_MOST, limit=0):
        text = self._text(string)
        pos, endpos = _between(pos, len(text)), _between(endpos, len(text))
        return _regex_all(self._regex, text, pos, endpos, limit)

    def finditer(self, string, pos=0, endpos=_MOST):
        all = self._all(string, pos, endpos)
        pos, endpos = _between(pos, len(string)), _between(endpos, len(string))
        return (_new_match(self, string, pos, endpos, places) for places in all)

    def findall(self, string, pos=0, endpos=_MOST):
        all = self._all(string, pos, endpos)
        if self.groups == 0:
            return [string[places[0]:places[1]] for places in all]
        if self.groups == 1:
            return [string[max(places[2], 0):max(places[3], 0)] for places in all]
        groups = range(1, self.groups + 1)
        return [
            tuple([string[max(places[2 * n], 0):max(places[2 * n + 1], 0)] for n in groups])
            for places in all
        ]

    def split(self, string, maxsplit=0):
        parts = []
        last = 0
        if maxsplit >= 0:
            for places in self._all(string, limit=maxsplit):
                parts.append(string[last:places[0]])
                for n in range(1, self.groups + 1):
                    start, end = places[2 * n], places[2 * n + 1]
                    parts.append(None if end < 0 else string[start:end])
                last = places[1]
        parts.append(string[last:])
        return parts

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        text = self._text(string)
        empty = string[:0]
        if not callable(repl):
            template = _template(repl, self)
        parts = []
        last = done = 0
        if count >= 0:
            for places in self._all(string, limit=count):
                parts.append(string[last:places[0]])
                if callable(repl):
                    found = repl(_new_match(self, string, 0, len(text), places))
                    parts.append(empty if found is None else found)
                elif isinstance(template, list):
                    parts.append(_fill(template, string, places))
                else:
                    parts.append(template)
                last = places[1]
                done += 1
        parts.append(string[last:])
        return empty.join(parts), done


def _between(place, length):
    return max(0, min(place, length))


class Match:
    def __init__(self, *_):
        raise TypeError("cannot create 're.Match' instances")

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={repr(self.group())[:50]}>"

    def __class_getitem__(cls, item):
        return types.GenericAlias(cls, item)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def _number(self, group):
        if isinstance(group, (str, bytes)):
            number = self.re.groupindex.get(group)
        else:
            number = operator.index(group)
        if number is None or not 0 <= number <= self.re.groups:
            raise IndexError("no such group")
        return number

    def _part(self, number, default=None):
        start, end = self._places[2 * number], self._places[2 * number + 1]
        return default if end < 0 or start < 0 else self.string[start:end]

    def group(self, *groups):
        if len(groups) == 0:
            return self._part(0)
        if len(groups) == 1:
            return self._part(self._number(groups[0]))
        return tuple([self._part(self._number(group)) for group in groups])

    def __getitem__(self, group):
        return self._part(self._number(group))

    def groups(self, default=None):
        return tuple([self._part(number, default) for number in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._part(number, default) for name, number in self.re.groupindex.items()}

    def start(self, group=0):
        return self._places[2 * self._number(group)]

    def end(self, group=0):
        return self._places[2 * self._number(group) + 1]

    def span(self, group=0):
        return self.start(group), self.end(group)

    @property
    def regs(self):
        return tuple([self.span(number) for number in range(self.re.groups + 1)])

    @property
    def lastindex(self):
        return self._places[-1] if self._places[-1] >= 0 else None

    @property
    def lastgroup(self):
        for name, number in self.re.groupindex.items():
            if number == self.lastindex:
                return name
        return None

    def expand(self, template):
        parts = _template(template, self.re)
        if isinstance(parts, list):
            return _fill(parts, self.string, self._places)
        return parts


Pattern.__module__ = Match.__module__ = error.__module__ = "re"


def _new_match(pattern, string, pos, endpos, places):
    match = object.__new__(Match)
    match.re = pattern
    match.string = string
    match.pos = pos
    match.endpos = endpos
    match._places = places
    return match


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


_compiled = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    key = type(pattern), pattern, int(flags)
    found = _compiled.get(key)
    if found is None:
        found = _compile(pattern, int(flags))
        if len(_compiled) >= 512:
            _compiled.clear()
        _compiled[key] = found
    return found


def _compile(pattern, flags):
    is_bytes = isinstance(pattern, bytes)
    text = pattern.decode("latin-1") if is_bytes else pattern
    made = _regex_compile(text, flags | 256 if is_bytes else flags)
    if made[0] is None:
        raise error(made[1], pattern, made[2])
    found = object.__new__(Pattern)
    found.pattern = pattern
    found._regex, found.groups, names, flags = made
    found.groupindex = dict(names)
    found.flags = flags & ~256 if is_bytes else (flags if flags & 256 else flags | 32)
    return found


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def purge():
    _compiled.clear()


_SPECIAL = set("()[]{}?*+-|^$\\.&~# \t\n\r\v\f")


def escape(pattern):
    if isinstance(pattern, str):
        return "".join(["\\" + c if c in _SPECIAL else c for c in pattern])
    return escape(pattern.decode("latin-1")).encode("latin-1")

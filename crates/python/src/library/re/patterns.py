# re: patterns, and what they have found.


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

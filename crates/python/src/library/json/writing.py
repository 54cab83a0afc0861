# json: values as texts.

_ESCAPES = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b'}


def _quoted(text, ensure_ascii):
    parts = []
    for c in text:
        number = ord(c)
        if c in _ESCAPES:
            parts.append(_ESCAPES[c])
        elif number < 32 or (ensure_ascii and 126 < number < 0x10000):
            parts.append(f'\\u{number:04x}')
        elif ensure_ascii and number > 126:
            number -= 0x10000
            parts.append(f'\\u{0xd800 + (number >> 10):04x}\\u{0xdc00 + (number & 0x3ff):04x}')
        else:
            parts.append(c)
    return '"' + ''.join(parts) + '"'


class JSONEncoder:
    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = ' ' * indent if isinstance(indent, int) else indent
        if separators is None:
            separators = (', ' if indent is None else ',', ': ')
        self.item_separator, self.key_separator = separators
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {type(o).__name__} is not JSON serializable')

    def encode(self, o):
        return self._text(o, '', [])

    def iterencode(self, o):
        yield self.encode(o)

    def _plain(self, value):
        """The text of what has no parts, or None."""
        if value is None:
            return 'null'
        if isinstance(value, bool):
            return 'true' if value else 'false'
        if isinstance(value, str):
            return _quoted(value, self.ensure_ascii)
        if isinstance(value, int):
            return int.__repr__(value)
        if isinstance(value, float):
            return self._float(value)
        return None

    def _float(self, value):
        if value - value == 0:
            return float.__repr__(value)
        if not self.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant')
        if value != value:
            return 'NaN'
        return 'Infinity' if value > 0 else '-Infinity'

    def _text(self, value, indent, outer):
        text = self._plain(value)
        if text is not None:
            return text
        if any([other is value for other in outer]):
            raise ValueError('Circular reference detected')
        outer.append(value)
        deeper = indent if self.indent is None else indent + self.indent
        if isinstance(value, (list, tuple)):
            text = self._around('[', ']', [self._text(part, deeper, outer) for part in value], indent, deeper)
        elif isinstance(value, dict):
            parts = [key + self.key_separator + self._text(part, deeper, outer)
                     for key, part in self._entries(value)]
            text = self._around('{', '}', parts, indent, deeper)
        else:
            text = self._text(self.default(value), indent, outer)
        outer.pop()
        return text

    def _entries(self, values):
        entries = sorted(values.items()) if self.sort_keys else values.items()
        for key, value in entries:
            if isinstance(key, str):
                yield _quoted(key, self.ensure_ascii), value
            elif key is None or isinstance(key, (int, float)):
                yield '"' + self._plain(key) + '"', value
            elif not self.skipkeys:
                raise TypeError(f'keys must be str, int, float, bool or None, not {type(key).__name__}')

    def _around(self, left, right, parts, indent, deeper):
        if not parts:
            return left + right
        if self.indent is None:
            return left + self.item_separator.join(parts) + right
        line = '\n' + deeper
        return left + line + (self.item_separator + line).join(parts) + '\n' + indent + right


def dumps(obj, *, cls=None, **options):
    return (cls or JSONEncoder)(**options).encode(obj)


def dump(obj, fp, **options):
    fp.write(dumps(obj, **options))

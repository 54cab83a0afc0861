# json: texts as values.


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno


_WORDS = {'null': None, 'true': True, 'false': False, 'NaN': float('nan'),
          'Infinity': float('inf'), '-Infinity': float('-inf')}
_SHORT = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}


class _Reader:
    def __init__(self, text, decoder):
        self.text = text
        self.at = 0
        self.decoder = decoder

    def wrong(self, message, at=None):
        return JSONDecodeError(message, self.text, self.at if at is None else at)

    def peek(self):
        return self.text[self.at:self.at + 1]

    def skip(self):
        while self.peek() and self.peek() in ' \t\n\r':
            self.at += 1

    def value(self):
        c = self.peek()
        if c == '"':
            return self.string()
        if c == '{':
            return self.object()
        if c == '[':
            return self.array()
        for word, value in _WORDS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        return self.number()

    def digits(self):
        begin = self.at
        while self.peek() and self.peek() in '0123456789':
            self.at += 1
        return self.at - begin

    def number(self):
        begin = self.at
        if self.peek() == '-':
            self.at += 1
        if self.peek() == '0':
            self.at += 1
        elif not self.digits():
            raise self.wrong('Expecting value', begin)
        end = self.at
        is_float = False
        if self.peek() == '.':
            self.at += 1
            if self.digits():
                end, is_float = self.at, True
            self.at = end
        if self.peek() and self.peek() in 'eE':
            self.at += 1
            if self.peek() and self.peek() in '+-':
                self.at += 1
            if self.digits():
                end, is_float = self.at, True
            self.at = end
        text = self.text[begin:end]
        return self.decoder.parse_float(text) if is_float else self.decoder.parse_int(text)

    def string(self):
        begin = self.at
        self.at += 1
        parts = []
        while True:
            c = self.peek()
            if not c:
                raise self.wrong('Unterminated string starting at', begin)
            if c == '"':
                self.at += 1
                return ''.join(parts)
            if c < ' ':
                raise self.wrong('Invalid control character at')
            if c != '\\':
                parts.append(c)
                self.at += 1
                continue
            self.at += 1
            c = self.peek()
            if c == 'u':
                parts.append(self.escaped())
            elif c in _SHORT:
                parts.append(_SHORT[c])
                self.at += 1
            elif not c:
                raise self.wrong('Unterminated string starting at', begin)
            else:
                raise self.wrong('Invalid \\escape', self.at - 1)

    def four(self):
        digits = self.text[self.at + 1:self.at + 5]
        if len(digits) != 4 or any([c not in '0123456789abcdefABCDEF' for c in digits]):
            raise self.wrong('Invalid \\uXXXX escape')
        self.at += 5
        return int(digits, 16)

    def escaped(self):
        number = self.four()
        if 0xd800 <= number < 0xdc00 and self.text.startswith('\\u', self.at):
            self.at += 1
            number = 0x10000 + ((number - 0xd800) << 10) + (self.four() - 0xdc00)
        return chr(number)

    def array(self):
        values = []
        self.at += 1
        self.skip()
        if self.peek() == ']':
            self.at += 1
            return values
        while True:
            values.append(self.value())
            self.skip()
            if self.peek() == ']':
                self.at += 1
                return values
            if self.peek() != ',':
                raise self.wrong("Expecting ',' delimiter")
            self.at += 1
            self.skip()

    def object(self):
        entries = []
        self.at += 1
        self.skip()
        if self.peek() == '}':
            self.at += 1
            return self.decoder.made(entries)
        while True:
            if self.peek() != '"':
                raise self.wrong('Expecting property name enclosed in double quotes')
            key = self.string()
            self.skip()
            if self.peek() != ':':
                raise self.wrong("Expecting ':' delimiter")
            self.at += 1
            self.skip()
            entries.append((key, self.value()))
            self.skip()
            if self.peek() == '}':
                self.at += 1
                return self.decoder.made(entries)
            if self.peek() != ',':
                raise self.wrong("Expecting ',' delimiter")
            self.at += 1
            self.skip()


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None,
                 object_pairs_hook=None, strict=True):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.object_pairs_hook = object_pairs_hook

    def made(self, entries):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(entries)
        made = dict(entries)
        return made if self.object_hook is None else self.object_hook(made)

    def decode(self, s):
        reader = _Reader(s, self)
        reader.skip()
        value = reader.value()
        reader.skip()
        if reader.peek():
            raise reader.wrong('Extra data')
        return value


def loads(s, *, cls=None, **options):
    if isinstance(s, (bytes, bytearray)):
        s = s.decode()
    if not isinstance(s, str):
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {type(s).__name__}')
    return (cls or JSONDecoder)(**options).decode(s)


def load(fp, **options):
    return loads(fp.read(), **options)

# string: sets of characters, and templates.

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


def _identifier(text):
    # The identifier that a text starts with, "" if none.
    end = 0
    while end < len(text) and (text[end] in ascii_letters + "_" or (end and text[end] in digits)):
        end += 1
    return text[:end]


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        # A text, the name that follows it, and how that is written. An empty name is a
        # delimiter that starts nothing; None is no name.
        template = self.template
        start = 0
        while True:
            found = template.find(self.delimiter, start)
            if found < 0:
                yield template[start:], None, ""
                return
            text = template[start:found]
            after = found + len(self.delimiter)
            name = _identifier(template[after:])
            braced = _identifier(template[after + 1:]) if template[after:after + 1] == "{" else ""
            if template.startswith(self.delimiter, after):
                start = after + len(self.delimiter)
                yield text + self.delimiter, None, ""
            elif name:
                start = after + len(name)
                yield text, name, template[found:start]
            elif braced and template.startswith("}", after + 1 + len(braced)):
                start = after + len(braced) + 2
                yield text, braced, template[found:start]
            else:
                start = after
                yield text, "", template[found:start]

    def _place(self, end):
        lines = self.template[:end].splitlines(keepends=True)
        return f"line {len(lines)}, col {len(lines[-1])}"

    def substitute(self, mapping={}, /, **keywords):
        out = []
        end = 0
        for text, name, source in self._pieces():
            # A doubled delimiter is written twice and stands once.
            doubled = name is None and text.endswith(self.delimiter)
            end += len(text) + len(source) + (len(self.delimiter) if doubled else 0)
            out.append(text)
            if name == "":
                raise ValueError(f"Invalid placeholder in string: {self._place(end)}")
            if name is not None:
                out.append(str(keywords[name] if name in keywords else mapping[name]))
        return "".join(out)

    def safe_substitute(self, mapping={}, /, **keywords):
        out = []
        for text, name, source in self._pieces():
            out.append(text)
            if not name:
                out.append(source)
            elif name in keywords:
                out.append(str(keywords[name]))
            else:
                out.append(str(mapping[name]) if name in mapping else source)
        return "".join(out)

    def is_valid(self):
        return all(name != "" for _, name, _ in self._pieces())

    def get_identifiers(self):
        return list(dict.fromkeys(name for _, name, _ in self._pieces() if name))

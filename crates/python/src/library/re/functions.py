# re: the functions of the module.

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

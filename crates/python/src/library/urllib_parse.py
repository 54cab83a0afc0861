# urllib.parse: addresses, taken apart and put together.

from collections import namedtuple

_ALWAYS_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def quote(string, safe="/", encoding="utf-8", errors="strict"):
    data = string.encode(encoding, errors) if isinstance(string, str) else string
    kept = _ALWAYS_SAFE.union(safe.encode("ascii") if isinstance(safe, str) else safe)
    return "".join([chr(byte) if byte in kept else f"%{byte:02X}" for byte in data])


def quote_plus(string, safe="", encoding="utf-8", errors="strict"):
    return quote(string, safe + " ", encoding, errors).replace(" ", "+")


def unquote(string, encoding="utf-8", errors="replace"):
    first, *rest = string.split("%")
    parts = [first]
    pending = b""
    for part in rest:
        try:
            pending += bytes([int(part[:2], 16)])
            tail = part[2:]
        except ValueError:
            tail = "%" + part
        if tail:
            parts.append(pending.decode(encoding, errors) + tail)
            pending = b""
    parts.append(pending.decode(encoding, errors))
    return "".join(parts)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def urlencode(query, doseq=False, safe="", encoding="utf-8", errors="strict", quote_via=quote_plus):
    pairs = query.items() if hasattr(query, "items") else query
    parts = []
    for key, value in pairs:
        key = quote_via(key if isinstance(key, (str, bytes)) else str(key), safe)
        many = doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__iter__")
        for each in value if many else [value]:
            each = each if isinstance(each, (str, bytes)) else str(each)
            parts.append(f"{key}={quote_via(each, safe)}")
    return "&".join(parts)


class _Parts:
    @property
    def hostname(self):
        host = self.netloc.rpartition("@")[2].partition(":")[0]
        return host.lower() or None

    @property
    def port(self):
        port = self.netloc.rpartition("@")[2].partition(":")[2]
        return int(port) if port else None

    @property
    def username(self):
        name, mark, _ = self.netloc.rpartition("@")
        return name.partition(":")[0] if mark else None

    @property
    def password(self):
        name, mark, _ = self.netloc.rpartition("@")
        return (name.partition(":")[2] or None) if mark else None

    def geturl(self):
        return urlunsplit(self) if len(self) == 5 else urlunparse(self)


class SplitResult(_Parts, namedtuple("SplitResult", "scheme netloc path query fragment")):
    pass


class ParseResult(_Parts, namedtuple("ParseResult", "scheme netloc path params query fragment")):
    pass


def urlsplit(url, scheme="", allow_fragments=True):
    url = url.strip()
    head, mark, rest = url.partition(":")
    if mark and head[:1].isalpha() and all(c.isalnum() or c in "+-." for c in head):
        scheme, url = head.lower(), rest
    netloc = query = fragment = ""
    if url[:2] == "//":
        end = min([place for place in (url.find(c, 2) for c in "/?#") if place >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    before, slash, last = path.rpartition("/")
    last, _, params = last.partition(";")
    return ParseResult(scheme, netloc, before + slash + last, params, query, fragment)


def urlunsplit(parts):
    scheme, netloc, url, query, fragment = parts
    if netloc:
        url = f"//{netloc}{'' if url[:1] in ('', '/') else '/'}{url}"
    if scheme:
        url = f"{scheme}:{url}"
    if query:
        url = f"{url}?{query}"
    return f"{url}#{fragment}" if fragment else url


def urlunparse(parts):
    scheme, netloc, url, params, query, fragment = parts
    return urlunsplit((scheme, netloc, f"{url};{params}" if params else url, query, fragment))


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return base or url
    from_base, own = urlsplit(base), urlsplit(url)
    if own.scheme and own.scheme != from_base.scheme:
        return url
    if own.netloc:
        return urlunsplit((from_base.scheme, *own[1:]))
    if not own.path:
        query = own.query or from_base.query
        return urlunsplit((from_base.scheme, from_base.netloc, from_base.path, query, own.fragment))
    path = own.path
    if not path.startswith("/"):
        path = from_base.path.rpartition("/")[0] + "/" + path
    kept = []
    for part in path.split("/"):
        if part == "..":
            if len(kept) > 1:
                kept.pop()
        elif part != ".":
            kept.append(part)
    if path.endswith(("/.", "/..")):
        kept.append("")
    return urlunsplit((from_base.scheme, from_base.netloc, "/".join(kept), own.query, own.fragment))


def parse_qsl(query, keep_blank_values=False):
    pairs = []
    for part in query.split("&"):
        key, mark, value = part.partition("=")
        if part and (value or keep_blank_values):
            pairs.append((unquote_plus(key), unquote_plus(value)))
    return pairs


def parse_qs(query, keep_blank_values=False):
    found = {}
    for key, value in parse_qsl(query, keep_blank_values):
        found.setdefault(key, []).append(value)
    return found

# urllib.request, simulated: it blocks the thread for a while, and answers with made-up text.

import _network
import urllib.error
import urllib.parse


class Request:
    def __init__(self, url, data=None, headers={}, method=None):
        self.full_url = url
        self.data = data
        self.headers = dict(headers)
        self.method = method

    def get_method(self):
        return self.method or ("GET" if self.data is None else "POST")

    def get_full_url(self):
        return self.full_url

    def add_header(self, key, value):
        self.headers[key.capitalize()] = value


class _Response:
    def __init__(self, answer):
        self.url = answer.url
        self.status = self.code = answer.status
        self.reason = self.msg = answer.reason
        self.headers = answer.headers
        self._content = answer.content
        self._place = 0
        self.closed = False

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        yield from self.read().splitlines(keepends=True)

    def read(self, amount=None):
        end = len(self._content) if amount is None else self._place + amount
        part = self._content[self._place:end]
        self._place += len(part)
        return part

    def readlines(self):
        return list(self)

    def getcode(self):
        return self.status

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def close(self):
        self.closed = True


def urlopen(url, data=None, timeout=None, **kwargs):
    if isinstance(url, Request):
        url = url.full_url
    if "://" not in url:
        raise ValueError(f"unknown url type: {url!r}")
    if not _network.is_address(url):
        raise urllib.error.URLError("no host given")
    answer = _network.Answer("urllib", url)
    if not answer.wait(timeout):
        raise TimeoutError("timed out")
    return _Response(answer)


def urlretrieve(url, filename=None):
    raise urllib.error.URLError("there are no files here")

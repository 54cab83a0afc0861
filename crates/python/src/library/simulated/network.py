# _network: what stands in for the network. No response comes from anywhere: its text and
# how long it takes are made up from the address, the seed, and how often it was asked.

import json
import random
import sys
import time

NOTE = "simulated"

_asked = {}
_told = set()


def tell(module):
    """Says once for each module that it is not what it seems."""
    if module not in _told:
        _told.add(module)
        print(f"interleaved: {module} is simulated: no network is reached, responses are made up", file=sys.stderr)


class Answer:
    """A made-up response: its delay in seconds, and its text."""

    def __init__(self, module, url):
        tell(module)
        self.url = str(url)
        number = _asked[self.url] = _asked.get(self.url, 0) + 1
        chance = random.Random(f"{_seed()} {self.url} {number}")
        self.delay = round(chance.uniform(0.05, 1.5), 3)
        self.status = 200
        self.reason = "OK"
        length = chance.randrange(200, 5000)
        if self.url.split("?")[0].endswith(".json") or "api" in self.url or "json" in self.url:
            items = [{"id": n, "title": f"item {n}"} for n in range(1, 2 + length // 500)]
            self.text = json.dumps({"note": NOTE, "url": self.url, "items": items})
            kind = "application/json"
        else:
            head = f"<!doctype html><title>{NOTE}: {self.url}</title>\n"
            words = "this page was made up and comes from no network "
            self.text = head + (words * (1 + length // len(words)))[:length] + "\n"
            kind = "text/html; charset=utf-8"
        self.content = self.text.encode()
        self.headers = {"Content-Type": kind, "Content-Length": str(len(self.content)), "X-Note": NOTE}

    def wait(self, timeout=None):
        """Blocks the thread for as long as it takes; whether it came in time."""
        limit = timeout[-1] if isinstance(timeout, tuple) else timeout
        if limit is not None and limit < self.delay:
            time.sleep(limit)
            return False
        time.sleep(self.delay)
        return True


def is_address(url):
    scheme, mark, rest = str(url).partition("://")
    return bool(mark) and scheme in ("http", "https") and bool(rest.strip("/"))


def with_params(url, params):
    if not params:
        return str(url)
    from urllib.parse import urlencode
    return f"{url}{'&' if '?' in str(url) else '?'}{urlencode(params)}"

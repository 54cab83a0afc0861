# requests, simulated: it blocks the thread for a while, and answers with made-up text.

import _network
import datetime
import json as _json
from _network import NOTE


class RequestException(OSError):
    def __init__(self, *args, response=None, request=None):
        super().__init__(*args)
        self.response = response
        self.request = request


class ConnectionError(RequestException):
    pass


class HTTPError(RequestException):
    pass


class Timeout(RequestException):
    pass


class ConnectTimeout(ConnectionError, Timeout):
    pass


class ReadTimeout(Timeout):
    pass


class MissingSchema(RequestException, ValueError):
    pass


class InvalidURL(RequestException, ValueError):
    pass


class TooManyRedirects(RequestException):
    pass


class JSONDecodeError(RequestException, ValueError):
    pass


for _class in (RequestException, ConnectionError, HTTPError, Timeout, ConnectTimeout, ReadTimeout,
               MissingSchema, InvalidURL, TooManyRedirects, JSONDecodeError):
    _class.__module__ = "requests.exceptions"


class Response:
    def __init__(self, answer):
        self.url = answer.url
        self.status_code = answer.status
        self.reason = answer.reason
        self.headers = answer.headers
        self.content = answer.content
        self.text = answer.text
        self.encoding = self.apparent_encoding = "utf-8"
        self.elapsed = datetime.timedelta(seconds=answer.delay)
        self.history = []
        self.cookies = {}

    def __repr__(self):
        return f"<Response [{self.status_code}]>"

    def __bool__(self):
        return self.ok

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    @property
    def ok(self):
        return self.status_code < 400

    def json(self, **kwargs):
        try:
            return _json.loads(self.text, **kwargs)
        except ValueError as error:
            raise JSONDecodeError(str(error)) from None

    def raise_for_status(self):
        if not self.ok:
            raise HTTPError(f"{self.status_code} {self.reason} for url: {self.url}", response=self)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        for place in range(0, len(self.content), chunk_size):
            yield self.content[place:place + chunk_size]

    def iter_lines(self):
        yield from self.content.splitlines()

    def close(self):
        pass


def request(method, url, params=None, data=None, json=None, headers=None, timeout=None, **kwargs):
    if not _network.is_address(url):
        raise MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
    answer = _network.Answer("requests", _network.with_params(url, params))
    if not answer.wait(timeout):
        raise ReadTimeout(f"Read timed out. (read timeout={timeout}) ({NOTE})")
    return Response(answer)


def get(url, params=None, **kwargs):
    return request("GET", url, params, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request("POST", url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request("PUT", url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request("PATCH", url, data=data, **kwargs)


def delete(url, **kwargs):
    return request("DELETE", url, **kwargs)


def head(url, **kwargs):
    return request("HEAD", url, **kwargs)


def options(url, **kwargs):
    return request("OPTIONS", url, **kwargs)


class Session:
    def __init__(self):
        self.headers = {}
        self.cookies = {}
        self.params = {}
        self.auth = None

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def request(self, method, url, **kwargs):
        return request(method, url, **kwargs)

    def get(self, url, **kwargs):
        return get(url, **kwargs)

    def post(self, url, data=None, **kwargs):
        return post(url, data, **kwargs)

    def put(self, url, **kwargs):
        return put(url, **kwargs)

    def delete(self, url, **kwargs):
        return delete(url, **kwargs)

    def head(self, url, **kwargs):
        return head(url, **kwargs)

    def mount(self, prefix, adapter):
        pass

    def close(self):
        pass


def session():
    return Session()


import requests.exceptions

# httpx, simulated: it answers with made-up text, after a while that blocks the thread or,
# in an asynchronous client, gives way.

import _network
import asyncio
import datetime
import json as _json


class HTTPError(Exception):
    pass


class RequestError(HTTPError):
    pass


class TimeoutException(RequestError):
    pass


class ReadTimeout(TimeoutException):
    pass


class ConnectError(RequestError):
    pass


class UnsupportedProtocol(RequestError):
    pass


class HTTPStatusError(HTTPError):
    pass


class Response:
    def __init__(self, answer):
        self.url = answer.url
        self.status_code = answer.status
        self.reason_phrase = answer.reason
        self.headers = answer.headers
        self.content = answer.content
        self.text = answer.text
        self.elapsed = datetime.timedelta(seconds=answer.delay)
        self.is_success = answer.status < 400

    def __repr__(self):
        return f"<Response [{self.status_code} {self.reason_phrase}]>"

    def json(self, **kwargs):
        return _json.loads(self.text, **kwargs)

    def raise_for_status(self):
        return self


def _answer(url, params):
    if not _network.is_address(url):
        raise UnsupportedProtocol("Request URL is missing an 'http://' or 'https://' protocol.")
    return _network.Answer("httpx", _network.with_params(url, params))


def request(method, url, *, params=None, timeout=None, **kwargs):
    answer = _answer(url, params)
    if not answer.wait(timeout):
        raise ReadTimeout(f"The read operation timed out ({_network.NOTE})")
    return Response(answer)


def get(url, **kwargs):
    return request("GET", url, **kwargs)


def post(url, **kwargs):
    return request("POST", url, **kwargs)


class Client:
    def __init__(self, **kwargs):
        self._timeout = kwargs.get("timeout")

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def request(self, method, url, **kwargs):
        kwargs.setdefault("timeout", self._timeout)
        return request(method, url, **kwargs)

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def post(self, url, **kwargs):
        return self.request("POST", url, **kwargs)

    def close(self):
        pass


class AsyncClient:
    def __init__(self, **kwargs):
        self._timeout = kwargs.get("timeout")

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        await self.aclose()

    async def request(self, method, url, *, params=None, timeout=None, **kwargs):
        answer = _answer(url, params)
        limit = timeout or self._timeout
        if limit is not None and limit < answer.delay:
            await asyncio.sleep(limit)
            raise ReadTimeout(f"The read operation timed out ({_network.NOTE})")
        await asyncio.sleep(answer.delay)
        return Response(answer)

    async def get(self, url, **kwargs):
        return await self.request("GET", url, **kwargs)

    async def post(self, url, **kwargs):
        return await self.request("POST", url, **kwargs)

    async def aclose(self):
        pass

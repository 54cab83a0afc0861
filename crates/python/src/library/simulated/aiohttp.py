# aiohttp, simulated: it gives way for a while, and answers with made-up text.

import _network
import asyncio
import json as _json


class ClientError(Exception):
    pass


class ClientConnectionError(ClientError):
    pass


class ClientConnectorError(ClientConnectionError, OSError):
    pass


class ServerTimeoutError(ClientConnectionError, asyncio.TimeoutError):
    pass


class InvalidURL(ClientError, ValueError):
    pass


class ClientResponseError(ClientError):
    def __init__(self, message="", status=0):
        super().__init__(message)
        self.message, self.status = message, status


class ClientTimeout:
    def __init__(self, total=300, connect=None, sock_connect=None, sock_read=None):
        self.total = total


class TCPConnector:
    def __init__(self, limit=100, **kwargs):
        self.limit = limit


class ClientResponse:
    def __init__(self, answer, method):
        self.url = answer.url
        self.method = method
        self.status = answer.status
        self.reason = answer.reason
        self.headers = answer.headers
        self.ok = answer.status < 400
        self.content_type = answer.headers["Content-Type"].partition(";")[0]
        self._answer = answer

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>"

    async def text(self, encoding=None, errors="strict"):
        return self._answer.text

    async def read(self):
        return self._answer.content

    async def json(self, **kwargs):
        kwargs.pop("content_type", None)
        return _json.loads(self._answer.text, **kwargs)

    def raise_for_status(self):
        if not self.ok:
            raise ClientResponseError(self.reason, self.status)

    def release(self):
        pass

    def close(self):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        pass


class _Request:
    """What `get` gives: it can be awaited, and be entered."""

    def __init__(self, coroutine):
        self._coroutine = coroutine

    def __await__(self):
        return self._coroutine.__await__()

    async def __aenter__(self):
        return await self._coroutine

    async def __aexit__(self, *details):
        pass


class ClientSession:
    def __init__(self, base_url=None, *, timeout=None, connector=None, headers=None, **kwargs):
        self._base_url = base_url
        self._timeout = timeout
        self._places = asyncio.Semaphore(connector.limit or 100_000 if connector else 100)
        self.headers = headers or {}
        self.closed = False

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        await self.close()

    async def close(self):
        self.closed = True

    async def _ask(self, method, url, params=None, timeout=None, **kwargs):
        if self.closed:
            raise RuntimeError("Session is closed")
        if self._base_url:
            url = str(self._base_url).rstrip("/") + "/" + str(url).lstrip("/")
        if not _network.is_address(url):
            raise InvalidURL(url)
        timeout = timeout or self._timeout
        limit = timeout.total if isinstance(timeout, ClientTimeout) else timeout
        async with self._places:
            answer = _network.Answer("aiohttp", _network.with_params(url, params))
            if limit is not None and limit < answer.delay:
                await asyncio.sleep(limit)
                raise ServerTimeoutError(f"no answer in {limit} seconds ({_network.NOTE})")
            await asyncio.sleep(answer.delay)
        return ClientResponse(answer, method)

    def request(self, method, url, **kwargs):
        return _Request(self._ask(method, url, **kwargs))

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def post(self, url, **kwargs):
        return self.request("POST", url, **kwargs)

    def put(self, url, **kwargs):
        return self.request("PUT", url, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def head(self, url, **kwargs):
        return self.request("HEAD", url, **kwargs)

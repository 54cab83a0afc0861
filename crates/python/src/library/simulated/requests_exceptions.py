# requests.exceptions

from requests import (
    ConnectionError,
    ConnectTimeout,
    HTTPError,
    InvalidURL,
    JSONDecodeError,
    MissingSchema,
    ReadTimeout,
    RequestException,
    Timeout,
    TooManyRedirects,
)

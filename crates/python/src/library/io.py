# io: files that are in memory.

open = open
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    pass


# What has lines: read and written one by one.
class _Lines:
    def readlines(self, hint=-1):
        return list(self)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class StringIO(_Lines):
    def __init__(self, initial_value='', newline='\n'):
        self._text = initial_value or ''
        self._place = 0
        self.closed = False

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f'string argument expected, got {type(text).__name__!r}')
        before = self._text[:self._place]
        before += '\0' * (self._place - len(before))
        self._text = before + text + self._text[self._place + len(text):]
        self._place += len(text)
        return len(text)

    def getvalue(self):
        return self._text

    def read(self, size=-1):
        end = len(self._text) if size is None or size < 0 else self._place + size
        text = self._text[self._place:end]
        self._place += len(text)
        return text

    def readline(self, size=-1):
        end = self._text.find('\n', self._place)
        end = len(self._text) if end < 0 else end + 1
        line = self._text[self._place:end]
        self._place = end
        return line

    def seek(self, place, whence=0):
        self._place = place if whence == 0 else len(self._text) + place
        return self._place

    def tell(self):
        return self._place

    def truncate(self, size=None):
        self._text = self._text[:self._place if size is None else size]

    def flush(self):
        pass

    def close(self):
        self.closed = True

    def isatty(self):
        return False

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

# _files: files that are in memory. There are none at the start.

from io import UnsupportedOperation, _Lines

_home = '/home/user'
# The bytes of all files, by their paths.
_contents = {}
_folders = {'/', '/home', _home}


def _absolute(path):
    if isinstance(path, bytes):
        path = path.decode()
    elif not isinstance(path, str):
        if not hasattr(path, '__fspath__'):
            raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
        path = path.__fspath__()
    parts = []
    for part in (path if path.startswith('/') else _home + '/' + path).split('/'):
        if part == '..':
            del parts[-1:]
        elif part not in ('', '.'):
            parts.append(part)
    return '/' + '/'.join(parts)


def _parent(path):
    return path.rpartition('/')[0] or '/'


def _missing(path):
    return FileNotFoundError(2, 'No such file or directory', path)


def _existing(path):
    """The full path of a file."""
    full = _absolute(path)
    if full in _folders:
        raise IsADirectoryError(21, 'Is a directory', path)
    if full not in _contents:
        raise _missing(path)
    return full


def exists(path):
    full = _absolute(path)
    return full in _contents or full in _folders


def isfile(path):
    return _absolute(path) in _contents


def isdir(path):
    return _absolute(path) in _folders


def size(path):
    return len(_contents[_existing(path)])


def remove(path):
    del _contents[_existing(path)]


def rename(old, new):
    try:
        full = _existing(old)
    except FileNotFoundError:
        raise FileNotFoundError(2, 'No such file or directory', old, None, new) from None
    _contents[_absolute(new)] = _contents.pop(full)


def names(path='.'):
    folder = _absolute(path)
    if folder not in _folders:
        raise _missing(path)
    return sorted(each.rpartition('/')[2] for each in [*_contents, *_folders]
                  if each != '/' and _parent(each) == folder)


def make_folder(path):
    full = _absolute(path)
    if exists(path):
        raise FileExistsError(17, 'File exists', path)
    if _parent(full) not in _folders:
        raise _missing(path)
    _folders.add(full)


def remove_folder(path):
    full = _absolute(path)
    if full not in _folders:
        raise _missing(path)
    if names(path):
        raise OSError(39, 'Directory not empty', path)
    _folders.remove(full)


class _File(_Lines):
    """What files of text and of bytes have in common."""

    def __init__(self, path, mode):
        self.name = path
        self.closed = False
        self._place = 0
        kinds = [letter for letter in mode if letter in 'rwax']
        kind = kinds[0]
        self._reads = kind == 'r' or '+' in mode
        self._writes = kind != 'r' or '+' in mode
        self._appends = kind == 'a'
        full = _absolute(path)
        if kind == 'r':
            full = _existing(path)
        elif full in _folders:
            raise IsADirectoryError(21, 'Is a directory', path)
        elif _parent(full) not in _folders:
            raise _missing(path)
        elif kind == 'x' and full in _contents:
            raise FileExistsError(17, 'File exists', path)
        elif kind != 'a' or full not in _contents:
            _contents[full] = bytearray()
        self._data = _contents[full]
        if self._appends:
            self._place = len(self._data)

    def _check(self, may=True, what=''):
        if self.closed and (may or self._is_text):
            raise ValueError(self._closed_message)
        if not may:
            raise UnsupportedOperation(what)

    def _put(self, data):
        # At once: a file that nobody closes is closed in CPython when nobody has it.
        if self._appends:
            self._place = len(self._data)
        elif self._place > len(self._data):
            self._data.extend(bytes(self._place - len(self._data)))
        self._data[self._place:self._place + len(data)] = data
        self._place += len(data)

    def _take(self, size):
        """So many bytes, all if it is negative."""
        end = len(self._data) if size is None or size < 0 else self._place + size
        data = bytes(self._data[self._place:end])
        self._place += len(data)
        return data

    def _take_line(self):
        end = self._data.find(b'\n', self._place)
        return self._take(-1 if end < 0 else end + 1 - self._place)

    def __iter__(self):
        self._check()
        return self

    def tell(self):
        self._check()
        return self._place

    def seek(self, place, whence=0):
        self._check()
        if whence == 0 and place < 0:
            raise ValueError(f'negative seek position {place}')
        if whence == 1:
            place += self._place
        elif whence == 2:
            place += len(self._data)
        self._place = place
        return place

    def truncate(self, size=None):
        self._check(self._writes, self._not_writable)
        size = self._place if size is None else size
        del self._data[size:]
        return size

    def flush(self):
        self._check()

    def close(self):
        self.closed = True

    def readable(self):
        self._check()
        return self._reads

    def writable(self):
        self._check()
        return self._writes

    def seekable(self):
        self._check()
        return True

    def isatty(self):
        self._check()
        return False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *details):
        self.close()


class _Bytes(_File):
    _is_text = False
    _closed_message = 'I/O operation on closed file'
    _not_writable = 'write'

    def __init__(self, path, mode):
        super().__init__(path, mode)
        self.mode = ''.join(letter for letter in 'rwxa' if letter in mode) + 'b' + '+' * ('+' in mode)

    def __repr__(self):
        kind = 'BufferedReader' if not self._writes else 'BufferedRandom' if self._reads else 'BufferedWriter'
        return f'<_io.{kind} name={self.name!r}>'

    def read(self, size=-1, /):
        self._check(self._reads, 'read')
        return self._take(size)

    def readline(self, size=-1, /):
        self._check(self._reads, 'read')
        return self._take_line()

    def write(self, data, /):
        self._check(self._writes, 'write')
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError(f'a bytes-like object is required, not {type(data).__name__!r}')
        self._put(bytes(data))
        return len(data)


class _Text(_File):
    _is_text = True
    _closed_message = 'I/O operation on closed file.'
    _not_writable = 'not writable'

    def __init__(self, path, mode, encoding, errors, newline):
        ''.encode(encoding)
        super().__init__(path, mode)
        self.mode = mode
        self.encoding = encoding
        self.errors = errors
        self.newlines = None
        self.line_buffering = False
        self._translates = newline is None
        self._newline = newline or '\n'

    def __repr__(self):
        return f'<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>'

    def _decoded(self, data):
        text = data.decode(self.encoding, self.errors)
        if self._translates and '\r' in text:
            text = text.replace('\r\n', '\n').replace('\r', '\n')
        return text

    def read(self, size=-1, /):
        self._check(self._reads, 'not readable')
        if size is None or size < 0:
            return self._decoded(self._take(-1))
        before = self._place
        text = self._take(-1).decode(self.encoding, self.errors)[:size]
        self._place = before + len(text.encode(self.encoding, self.errors))
        return text

    def readline(self, size=-1, /):
        self._check(self._reads, 'not readable')
        return self._decoded(self._take_line())

    def write(self, text, /):
        self._check(self._writes, 'not writable')
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        ready = text.replace('\n', self._newline) if self._newline != '\n' else text
        self._put(ready.encode(self.encoding, self.errors))
        return len(text)

    def seek(self, place, whence=0, /):
        self._check()
        if whence and place:
            raise UnsupportedOperation(f"can't do nonzero {'cur' if whence == 1 else 'end'}-relative seeks")
        return super().seek(place, whence)


def opened(file, mode, encoding, errors, newline):
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if len(set(mode)) != len(mode) or set(mode) - set('rwaxbt+'):
        raise ValueError(f'invalid mode: {mode!r}')
    if 'b' in mode and 't' in mode:
        raise ValueError("can't have text and binary mode at once")
    kinds = sum(letter in mode for letter in 'rwax')
    if kinds > 1:
        raise ValueError('must have exactly one of create/read/write/append mode')
    if kinds == 0:
        raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
    if 'b' not in mode:
        return _Text(file, mode, encoding or 'UTF-8', errors or 'strict', newline)
    for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
        if value is not None:
            raise ValueError(f"binary mode doesn't take {'an' if name[0] == 'e' else 'a'} {name} argument")
    return _Bytes(file, mode)

# os, as far as it makes sense here: files are in memory, and there are no other processes.

import _files

name = 'posix'
sep = '/'
linesep = '\n'
pathsep = ':'
curdir = '.'
environ = {'HOME': '/home/user', 'PATH': '/usr/bin', 'LANG': 'C.UTF-8'}


def getpid():
    return 4242


def getppid():
    return 4241


def cpu_count():
    return 4


def getcwd():
    return '/home/user'


def getenv(key, default=None):
    return environ.get(key, default)


def getlogin():
    return 'user'


remove = unlink = _files.remove
rename = replace = _files.rename
rmdir = _files.remove_folder


def listdir(path='.'):
    return _files.names(path)


def mkdir(path, mode=0o777):
    _files.make_folder(path)


def makedirs(name, mode=0o777, exist_ok=False):
    folders = name.rstrip('/').split('/')
    for end in range(1, len(folders)):
        folder = '/'.join(folders[:end])
        if folder and not _files.exists(folder):
            _files.make_folder(folder)
    if not (exist_ok and _files.isdir(name)):
        _files.make_folder(name)


def fspath(path):
    return path if isinstance(path, (str, bytes)) else path.__fspath__()


def urandom(size, /):
    import random
    return random.randbytes(size)


def _exit(status):
    raise SystemExit(status)


class _Path:
    @staticmethod
    def join(first, *others):
        path = first
        for other in others:
            if other.startswith('/'):
                path = other
            elif not path or path.endswith('/'):
                path += other
            else:
                path += '/' + other
        return path

    @staticmethod
    def basename(path):
        return path.rpartition('/')[2]

    @staticmethod
    def dirname(path):
        head = path.rpartition('/')[0]
        return head or ('/' if path.startswith('/') else '')

    @staticmethod
    def splitext(path):
        base, dot, extension = path.rpartition('.')
        if not dot or '/' in extension or not base.rpartition('/')[2]:
            return path, ''
        return base, dot + extension

    exists = staticmethod(_files.exists)
    isfile = staticmethod(_files.isfile)
    isdir = staticmethod(_files.isdir)
    getsize = staticmethod(_files.size)

    @staticmethod
    def abspath(path):
        return path if path.startswith('/') else '/home/user/' + path


path = _Path()

# os, as far as it makes sense here: there are no files and no other processes.

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

    @staticmethod
    def exists(path):
        return False

    isfile = isdir = exists

    @staticmethod
    def abspath(path):
        return path if path.startswith('/') else '/home/user/' + path


path = _Path()

# os.path

from os import _Path

sep = '/'
join = _Path.join
basename = _Path.basename
dirname = _Path.dirname
splitext = _Path.splitext
exists = _Path.exists
isfile = _Path.isfile
isdir = _Path.isdir
abspath = _Path.abspath

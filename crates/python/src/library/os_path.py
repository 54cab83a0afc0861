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
getsize = _Path.getsize
abspath = _Path.abspath

# Files: written, read, added to, gone through, and what goes wrong with them.
import io
import os

NAME = "interleaved_files_in_memory.txt"
if os.path.exists(NAME):
    os.remove(NAME)

with open(NAME, "w", encoding="utf-8") as file:
    print(file.write("첫째 줄\n"), file.writable(), file.readable())
    file.writelines(["second\n", "third"])
    print("four", 5, file=file)
print(file.closed, os.path.exists(NAME), os.path.isfile(NAME), os.path.getsize(NAME))

with open(NAME, encoding="utf-8") as file:
    print(repr(file.read()))
    print(repr(file.read()), file.tell())
    file.seek(0)
    print(repr(file.readline()), file.readlines())

with open(NAME, "a") as file:
    file.write("more\n")
for number, line in enumerate(open(NAME, encoding="utf-8"), 1):
    print(number, line.rstrip())
with open(NAME, "r+") as file:
    file.seek(4)
    file.truncate()
with open(NAME, "rb") as file:
    print(file.read(2), file.read())
with open(NAME, "wb") as file:
    print(file, file.write(b"a\r\nb\rc\n"), file.name)
print(open(NAME).read().split("\n"), open(NAME, newline="").read(3) == "a\r\n")
print(open(NAME, "w"))


def trying(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, sep=": ")


trying(lambda: open("interleaved_no_such_file"))
trying(lambda: open("interleaved_no_such_folder/file", "w"))
trying(lambda: open(NAME, "x"))
trying(lambda: open(NAME, "q"))
trying(lambda: open(NAME, "rw"))
trying(lambda: open(NAME, "rbt"))
trying(lambda: open(NAME, "rb", encoding="utf-8"))
trying(lambda: open("/"))
trying(lambda: open(None))
trying(lambda: open(NAME).write("x"))
trying(lambda: open(NAME, "w").read())
trying(lambda: open(NAME, "w").write(3))
trying(lambda: open(NAME, "wb").write("x"))
trying(lambda: open(NAME, foo=1))
trying(lambda: file.read())
trying(lambda: next(file))
trying(lambda: open(NAME).seek(1, 1))
trying(lambda: os.remove("interleaved_no_such_file"))
print(issubclass(io.UnsupportedOperation, OSError), os.remove(NAME), os.path.exists(NAME))
try:
    open(NAME)
except FileNotFoundError as error:
    print(error.errno, error.strerror, error.filename)

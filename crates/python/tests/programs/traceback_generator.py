def gen():
    yield 1
    raise OSError(2, 'No such file or directory')
for v in gen():
    print(v)

def outer():
    def inner(n):
        if n == 0:
            raise IndexError('bottom')
        inner(n - 1)
    inner(2)
outer()

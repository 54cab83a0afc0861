class Retry(Exception):
    pass


def fetch(n):
    if n == 0:
        raise ConnectionError("lost")
    try:
        fetch(n - 1)
    except ConnectionError:
        raise Retry(n)


def cleanup():
    try:
        fetch(1)
    except Retry as error:
        print("handled", error, repr(error.__context__))
        {}["missing"]


cleanup()

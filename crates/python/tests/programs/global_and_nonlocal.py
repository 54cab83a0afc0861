counter = 0


def outer():
    total = 10

    def add():
        nonlocal total
        global counter
        total += 1
        counter += 1
        return total

    def read():
        return total

    add()
    add()
    return add(), read()


print(outer(), outer(), counter)


def makes():
    global made
    made = "here"


makes()
print(made)


def early():
    print(counter)
    counter = 1


try:
    early()
except UnboundLocalError as error:
    print(error)


def free():
    def inner():
        return later
    try:
        inner()
    except NameError as error:
        print(error)
    later = 1
    return inner()


print(free())

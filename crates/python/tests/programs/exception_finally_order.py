def order(kind):
    try:
        print("try", kind)
        if kind == "error":
            raise ValueError("bad")
        if kind == "return":
            return "returned"
    except ValueError as error:
        print("except", error)
        return "handled"
    else:
        print("else")
    finally:
        print("finally")
    return "end"


for kind in ("error", "return", "plain"):
    print(order(kind))


def overrides():
    try:
        return 1
    finally:
        return 2


def loops():
    for n in range(3):
        try:
            if n == 1:
                continue
            if n == 2:
                break
            print("body", n)
        finally:
            print("after", n)
    return "done"


print(overrides(), loops())
try:
    raise ValueError("first")
except (TypeError, ValueError) as error:
    kept = error
try:
    error
except NameError as gone:
    print(gone)
print(repr(kept))
try:
    raise
except RuntimeError as error:
    print(error)
try:
    raise "text"
except TypeError as error:
    print(error)

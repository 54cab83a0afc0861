def fails():
    raise ExceptionGroup("many", [ValueError("a"), TypeError("b"), ExceptionGroup("inner", [KeyError("c"), ValueError("d")])])


try:
    fails()
except* ValueError as group:
    print("values", group.exceptions)
except* (TypeError, KeyError) as group:
    print("others", group)
try:
    fails()
except ExceptionGroup as group:
    print(group.message, len(group.exceptions), group.subgroup(ValueError), group.split(KeyError))
try:
    try:
        raise ValueError("plain")
    except* ValueError as group:
        print(repr(group))
    try:
        fails()
    except* KeyError:
        pass
except ExceptionGroup as rest:
    print(repr(rest))
error = ValueError("noted")
error.add_note("look here")
print(error.__notes__)
raise error

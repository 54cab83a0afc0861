d = {"b": 2, "a": 1}
d["c"] = 3
print(d, d["a"], d.get("x"), d.get("x", 0), list(d), d.keys(), d.values(), d.items(), len(d), "a" in d, 1 in d.values())
print(d.pop("b"), d.pop("x", None), d.setdefault("a", 9), d.setdefault("z", []), d.popitem(), d)
d.update(a=10, e=5); d.update([("f", 6)]); d |= {"g": 7}
print(d, {**d, "a": 0}, d | {"h": 8}, dict(zip("xy", [1, 2])), dict.fromkeys("ab", 0), {k: v for k, v in d.items() if v > 5})
print(sorted(d.items(), key=lambda item: -item[1]), max(d, key=d.get), list(reversed(d)), d == dict(reversed(list(d.items()))), d.keys() & {"a", "q"}, sorted(d.keys() - {"a"}))
nested = {}
nested.setdefault("x", {}).setdefault("y", []).append(1)
print(nested, {1: "int", 1.0: "float", True: "bool"}, {(1, 2): "tuple", None: 0, frozenset({1}): 2})
nested["self"] = nested
print(nested)
for action in ("d['missing']", "{[]: 1}", "d.popitem() and {}.popitem()", "{}.pop('a')", "dict([1])", "dict([(1, 2, 3)])", "d.keys()[0]"):
    try:
        eval(action)
    except Exception as error:
        print(type(error).__name__, error)
try:
    for key in d:
        d[key + "!"] = 1
except RuntimeError as error:
    print(error)
for key in list(d):
    if key.endswith("!"):
        del d[key]
print(d)

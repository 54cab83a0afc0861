import json

data = {"name": "김철수", "age": 20, "scores": [90.5, 80], "ok": True, "none": None, "nested": {"a": [{}]}}
text = json.dumps(data)
print(text)
print(json.dumps(data, ensure_ascii=False), json.loads(text) == data)
print(json.dumps(data, indent=2, ensure_ascii=False, sort_keys=True))
print(json.dumps([1, (2, 3), "q\"uote\n"]), json.dumps({1: "int key", None: 2, True: 3}), json.dumps(1e100), json.dumps(float("inf")), json.dumps("a", indent=1), json.dumps([], indent=2))
print(json.dumps({"a": [1, 2]}, separators=(",", ":")), json.loads('[1, 2.5, -3e2, "\\u00e9\\n", null, true]'), json.loads(' {"a" : {"b" : []}} '))


class Point:
    def __init__(self, x): self.x = x


print(json.dumps([Point(1)], default=lambda p: {"x": p.x}), json.loads('{"x": 5}', object_hook=lambda d: sorted(d.items())))
for bad in ("{", "[1,]", "nul", '{"a" 1}', "'a'", "", "[1] 2", '"\\x"'):
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(error)
try:
    json.dumps({"set": {1}})
except TypeError as error:
    print(error)

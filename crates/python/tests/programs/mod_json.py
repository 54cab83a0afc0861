import json

data = {"name": "김", "list": [1, 2.5, True, None, "a\"b\\\n"], "nested": {"1": {}, "e": []}, 3: (1, 2)}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False, indent=2))
print(json.dumps(data["list"], separators=(",", ":")), json.dumps({"b": 1, "a": 2}, sort_keys=True))
print(json.loads('{"a": [1, 2.5e3, -4, "\\u00e9\\n", null, true], "b": {}}'))
print(json.loads(json.dumps(data)) == {**{str(k): v for k, v in data.items()}, "3": [1, 2]})
for wrong in ("", "{", "[1,]", '{"a" 1}', "[1 2]", '"abc', "nul", '{"a": 1} x', "{'a': 1}", "\n\n [1,\n x]"):
    try:
        print(json.loads(wrong))
    except json.JSONDecodeError as error:
        print(type(error).__name__, error)
for wrong in ({1, 2}, object, {(1, 2): 3}):
    try:
        json.dumps(wrong)
    except TypeError as error:
        print(error)
class Point:
    def __init__(self, x):
        self.x = x
print(json.dumps([Point(1)], default=lambda o: o.__dict__))
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)
print(json.dumps([float("inf"), float("nan"), 1e100, 10 ** 20, "\u2028😀"]))

import functools
import json


def parse(text):
    return json.loads(text)


def loads(texts):
    return list(map(parse, texts))


try:
    parse('{"a": }')
except json.JSONDecodeError as error:
    print(error, error.pos, error.lineno, error.colno)


class Stack:
    def __init__(self): self.items = []
    def pop(self):
        if not self.items:
            raise IndexError("pop from an empty stack")
        return self.items.pop()


def run(stack, times):
    for _ in range(times):
        stack.pop()


try:
    run(Stack(), 1)
except IndexError as error:
    print(error, error.__traceback__ is not None)
result = functools.reduce(lambda a, b: a + b, [1, "2"])

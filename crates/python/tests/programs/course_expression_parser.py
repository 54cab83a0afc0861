import operator
import re

OPERATORS = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv), "^": (3, operator.pow)}


def to_postfix(text):
    output, stack = [], []
    for token in re.findall(r"\d+\.?\d*|[-+*/^()]", text):
        if token in OPERATORS:
            while stack and stack[-1] != "(" and (OPERATORS[stack[-1]][0] > OPERATORS[token][0] or (OPERATORS[stack[-1]][0] == OPERATORS[token][0] and token != "^")):
                output.append(stack.pop())
            stack.append(token)
        elif token == "(":
            stack.append(token)
        elif token == ")":
            while stack[-1] != "(":
                output.append(stack.pop())
            stack.pop()
        else:
            output.append(float(token) if "." in token else int(token))
    return output + stack[::-1]


def evaluate(text):
    stack = []
    for token in to_postfix(text):
        if isinstance(token, str):
            b, a = stack.pop(), stack.pop()
            stack.append(OPERATORS[token][1](a, b))
        else:
            stack.append(token)
    (result,) = stack
    return result


for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "10 / 4 - 1", "2 * (3 + 4) * 5", "1.5 * 2"):
    print(text, "=", evaluate(text), to_postfix(text))
for bad in ("1 +", "1 / 0"):
    try:
        evaluate(bad)
    except (IndexError, ZeroDivisionError, ValueError) as error:
        print(bad, type(error).__name__, error)

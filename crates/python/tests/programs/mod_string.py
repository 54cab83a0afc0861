import string
from string import Template

for name in ["whitespace", "ascii_lowercase", "ascii_uppercase", "ascii_letters", "digits", "hexdigits", "octdigits", "punctuation", "printable"]:
    print(name, repr(getattr(string, name)))
print(string.capwords("the  quick brown FOX"), string.capwords("a-b-c", "-"), repr(string.capwords(" x ")))


def show(call, *arguments, **keywords):
    try:
        print(repr(call(*arguments, **keywords)))
    except Exception as error:
        print(type(error).__name__, error)


for text in ["", "$a", "${a}", "$a$b", "$$a", "$", "a $ b", "${", "${a", "${}", "$1", "x\ny $ z", "$\n", "a\n\n$-", "$ab_1-", "${a b}", "한글 $a입니다",
             "\r\n$!", "$$", "$$$", "$$$a", "cost: $$5 for $a, $", "${a}}", "$missing ${gone}", "a$$\n$$b$", "$A$_x"]:
    template = Template(text)
    show(template.substitute, a="A", b=2, ab_1="C")
    show(template.substitute, {"a": "one", "A": "capital", "_x": None}, a="two")
    show(template.safe_substitute, a="A")
    show(template.is_valid)
    try:
        show(template.get_identifiers)
    except ValueError as error:
        print(error)

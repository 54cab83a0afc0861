import sys

print()
print("a", "b", sep="-", end="!\n")
print(1, 2, 3, sep="")
print(*[1, 2], sep=", ")
print("to stderr", file=sys.stderr)
print("x", end="")
print("", end="\n\n")
print("tab\tnew\\n", 'quote "', "it's", '''three
lines''')
sys.stdout.write("written\n")
print(sys.stdout.write("abc\n"))
print("unicode: 한글 é ∑ 😀", "\x41\u0042\t|", r"\raw", b"bytes", sep=" / ", flush=True)
for bad in ({"sep": 1}, {"end": 2}, {"separator": ""}):
    try:
        print("a", **bad)
    except TypeError as error:
        print(error)
print(print("inner"), None)
print([print], {"k": print}.keys())

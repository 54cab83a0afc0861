text = ""
for n in range(30_000):
    text += chr(97 + n % 26)
print(len(text), text.count("abc"))
vowels = 0
for character in text:
    if character in "aeiou":
        vowels += 1
print(vowels)
print(sum(1 for place in range(len(text)) if text[place] == "q"))
lines = []
for n in range(20_000):
    lines.append(f"{n:05d} {n / 7:.3f} {n % 13!r}")
joined = "\n".join(lines)
print(len(joined), joined.replace("1", "one").count("one"))
total = 0
for line in joined.split("\n"):
    number, share, rest = line.split()
    total += int(number) + float(share) + int(rest)
print(round(total, 3))
print(len("".join(reversed(text)).upper().lower().title()))
korean = "동시성은 순서가 정해지지 않은 일들이다. " * 400
print(sum(1 for place in range(len(korean)) if korean[place] == "이"))
print(len(" ".join(word.strip(".") for word in korean.split())))
print("%d of %s: %6.2f" % (3, "seven", 0.42857), "{:>8}|{:<8}|".format("right", "left"))
for n in range(10_000):
    str(n) + ", " + "x".ljust(5) + "%s-%s" % (n, n)

words = []
for i in range(60000):
    words.append("word" + str(i % 997))
text = " ".join(words)
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
lines = []
for i in range(60000):
    lines.append("[%s] total=%d, %s" % (words[i], i, words[i].upper()[1:4]))
joined = "\n".join(lines)
letters = 0
for letter in joined[:300000]:
    if letter == "o":
        letters += 1
print(len(joined), letters, joined.count("total"), joined.replace("word", "w").find("w996"))

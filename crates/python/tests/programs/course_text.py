text = '''The quick brown fox jumps over the lazy dog.
The dog barks; the fox runs away!
'''
words = [w.strip('.;!,').lower() for w in text.split()]
count = {}
for w in words: count[w] = count.get(w, 0) + 1
for w, c in sorted(count.items(), key=lambda kv: (-kv[1], kv[0]))[:4]: print(f'{w:<8}{c}')
print(len(text.splitlines()), max(words, key=len), ' '.join(w[::-1] for w in words[:4]), sum(len(w) for w in words) / len(words))
def caesar(s, k): return ''.join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
print(caesar('hello, world', 3), caesar(caesar('hello', 3), -3), 'level' == 'level'[::-1], ''.join(sorted('listen')) == ''.join(sorted('silent')))
문장 = '가나다 라마바 가나다'; print({w: 문장.split().count(w) for w in 문장.split()}, 문장.replace('가', 'A'), len(문장), 문장[::-1], f'{문장[:3]:>10}|')

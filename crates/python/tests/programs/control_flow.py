for i in range(3):
    for j in range(3):
        if j == 2: break
        if i == 1: continue
        print(i, j)
    else:
        print('no break')
else:
    print('done')
n = 0
while True:
    n += 1
    if n % 2: continue
    if n > 6: break
    print(n)
while n < 5: pass
else: print('while else', n)
x = 5
if x > 10: print('big')
elif x > 3: print('mid')
else: print('small')
print('yes' if x == 5 else 'no', [i if i % 2 else -i for i in range(4)])
for i in range(10, 0, -3): print(i, end=' ')
print()
for c in 'abc': print(c, end='')
else: print('!')
if (m := 10) > 5: print(m, (y := m * 2), y)
for _ in []: print('never')
else: print('empty')
while n:
    n -= 1
    if n == 3: break
else: print('not reached')
print(n, 1 if n else 2, not n, n and 'v', None or 'w', [] and 1, 0 == False)
assert x == 5, 'message'
pass

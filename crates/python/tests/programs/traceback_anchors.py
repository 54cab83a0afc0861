class A:
    b = None
a = A()
data = {'k': [1, 2]}
def run(n):
    if n == 0: return data['k'][5]
    if n == 1: return a.b.c
    if n == 2: return 1 + len('abc') + 'x'
    if n == 3: return (1 +
                       None)
    if n == 4: return data['zz']
    if n == 5: return int('abc')
    if n == 6: return undefined_name
    if n == 7: return a.missing
    if n == 8: return [x for x in [1, 0] if 1 / x]
    if n == 9: return 'abc' @ 3
    if n == 10: return -'x'
    if n == 11: return a()
    if n == 12: return 10 // 0 * 3
    if n == 13: return f'{1/0}'
    if n == 14: return data['k'].foo(1)
    if n == 15: return max([])
    if n == 16: return sorted([1, 'a'])
    if n == 17: return '한글' + 3
    if n == 18: return (lambda: 1/0)()
import traceback
for i in range(19):
    try:
        run(i)
    except Exception:
        print(traceback.format_exc())

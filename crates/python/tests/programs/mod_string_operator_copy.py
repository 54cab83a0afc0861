import string, operator, copy
print(string.ascii_lowercase, string.digits, string.punctuation, string.capwords('hello world'), string.Template('$a and ${b}').substitute(a=1, b=2))
print(operator.add(1, 2), operator.itemgetter(1)([5, 6]), operator.itemgetter('a', 'b')({'a': 1, 'b': 2}), operator.attrgetter('real')(5), operator.methodcaller('upper')('x'), sorted([(1, 'b'), (2, 'a')], key=operator.itemgetter(1)))
a = [1, [2, 3], {'k': [4]}]; s = copy.copy(a); d = copy.deepcopy(a); a[1].append(9); a[2]['k'].append(5); print(s, d, s[1] is a[1], d[1] is a[1])
class C:
    def __init__(self): self.v = [1]
c = C(); e = copy.copy(c); f = copy.deepcopy(c); c.v.append(2); print(e.v, f.v)

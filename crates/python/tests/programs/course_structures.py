class Node:
    def __init__(self, v, n=None): self.v, self.n = v, n
class LinkedList:
    def __init__(self, it=()): self.head = None; [self.add(x) for x in it]
    def add(self, v): self.head = Node(v, self.head)
    def __iter__(self):
        n = self.head
        while n: yield n.v; n = n.n
    def reverse(self):
        p, c = None, self.head
        while c: c.n, p, c = p, c, c.n
        self.head = p
    def __len__(self): return sum(1 for _ in self)
    def __repr__(self): return ' -> '.join(map(str, self)) or 'empty'
l = LinkedList('abc'); print(l, len(l)); l.reverse(); print(l, LinkedList(), 'b' in l)
class BST:
    def __init__(self): self.root = None
    def insert(self, k):
        def go(n):
            if n is None: return [k, None, None]
            if k < n[0]: n[1] = go(n[1])
            elif k > n[0]: n[2] = go(n[2])
            return n
        self.root = go(self.root)
    def walk(self):
        def go(n):
            if n: yield from go(n[1]); yield n[0]; yield from go(n[2])
        return go(self.root)
    def depth(self, n=0):
        def go(n): return 0 if n is None else 1 + max(go(n[1]), go(n[2]))
        return go(self.root)
t = BST()
for k in [5, 2, 8, 1, 9, 3]: t.insert(k)
print(list(t.walk()), t.depth(), t.root)
graph = {'A': ['B', 'C'], 'B': ['D'], 'C': ['D'], 'D': []}
def bfs(s):
    seen, q = [s], [s]
    while q:
        for n in graph[q.pop(0)]:
            if n not in seen: seen.append(n); q.append(n)
    return seen
def paths(a, b, p=()): p = p + (a,); return [p] if a == b else [x for n in graph[a] for x in paths(n, b, p)]
print(bfs('A'), paths('A', 'D')); import heapq; h = []; [heapq.heappush(h, x) for x in [5, 1, 4]]; print([heapq.heappop(h) for _ in range(3)], heapq.nlargest(2, [1, 9, 5]), heapq.nsmallest(1, [3, 2]))
memo = {}
def ways(n): 
    if n not in memo: memo[n] = 1 if n < 2 else ways(n - 1) + ways(n - 2)
    return memo[n]
print(ways(50), memo[10])

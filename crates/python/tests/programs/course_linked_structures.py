class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, *values):
        self.head, self._size = None, 0
        for value in reversed(values):
            self.push(value)

    def push(self, value):
        self.head = Node(value, self.head)
        self._size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("the list is empty")
        node, self.head = self.head, self.head.next
        self._size -= 1
        return node.value

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self): return self._size
    def __repr__(self): return " -> ".join(map(repr, self)) or "(empty)"

    def reverse(self):
        before = None
        while self.head:
            self.head.next, before, self.head = before, self.head, self.head.next
        self.head = before


class Tree:
    def __init__(self, value):
        self.value, self.left, self.right = value, None, None

    def insert(self, value):
        side = "left" if value < self.value else "right"
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Tree(value))
        else:
            child.insert(value)

    def __iter__(self):
        if self.left: yield from self.left
        yield self.value
        if self.right: yield from self.right

    def depth(self):
        return 1 + max((child.depth() for child in (self.left, self.right) if child), default=0)


items = LinkedList(1, 2, 3)
print(items, len(items), items.pop(), items, bool(LinkedList()), LinkedList())
items.push("x")
items.reverse()
print(items, 2 in items, sorted(map(str, items)))
try:
    LinkedList().pop()
except IndexError as error:
    print(error)
tree = Tree(5)
for n in (3, 8, 1, 4, 9, 7): tree.insert(n)
print(list(tree), tree.depth(), sum(tree))

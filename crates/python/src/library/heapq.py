# heapq: a list whose item at k is no larger than those at 2k + 1 and 2k + 2.


def heappush(heap, item):
    heap.append(item)
    if not _heap_up(heap, 0, len(heap) - 1):
        _sift_up(heap, 0, len(heap) - 1)


def heappop(heap):
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    first, heap[0] = heap[0], last
    if not _heap_down(heap, 0):
        _sift_down(heap, 0)
    return first


def heapreplace(heap, item):
    first, heap[0] = heap[0], item
    _sift_down(heap, 0)
    return first


def heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sift_down(heap, 0)
    return item


def heapify(x):
    for place in reversed(range(len(x) // 2)):
        if not _heap_down(x, place):
            _sift_down(x, place)


def _sift_up(heap, start, place):
    """Moves the item at a place up, past all that are larger, but not above the start."""
    item = heap[place]
    while place > start:
        parent = (place - 1) // 2
        if not item < heap[parent]:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


def _sift_down(heap, start):
    """Moves the item at the start down to a leaf, then up to where it belongs.

    CPython does it in this order, which mostly takes fewer comparisons, and so leaves
    equal items in the same places.
    """
    item = heap[start]
    place = start
    child = 2 * place + 1
    while child < len(heap):
        if child + 1 < len(heap) and not heap[child] < heap[child + 1]:
            child += 1
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _sift_up(heap, start, place)


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:n]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:n]


def merge(*iterables, key=None, reverse=False):
    waiting = []
    for number, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for value in iterator:
            waiting.append((number, iterator, value))
            break
    while waiting:
        best = 0
        for place in range(1, len(waiting)):
            one, other = waiting[place][2], waiting[best][2]
            if key is not None:
                one, other = key(one), key(other)
            if other < one if reverse else one < other:
                best = place
        number, iterator, value = waiting[best]
        yield value
        for value in iterator:
            waiting[best] = (number, iterator, value)
            break
        else:
            del waiting[best]

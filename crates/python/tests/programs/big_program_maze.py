from collections import deque
from heapq import heappop, heappush

MAZE = """
#########
#S..#...#
#.#.#.#.#
#.#...#E#
#########
""".strip().splitlines()


def find(letter):
    return next((r, c) for r, row in enumerate(MAZE) for c, cell in enumerate(row) if cell == letter)


def neighbours(place):
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        r, c = place[0] + dr, place[1] + dc
        if MAZE[r][c] != "#":
            yield r, c


def shortest(start, end):
    before, waiting = {start: None}, deque([start])
    while waiting:
        place = waiting.popleft()
        if place == end:
            path = []
            while place is not None:
                path.append(place)
                place = before[place]
            return path[::-1]
        for other in neighbours(place):
            if other not in before:
                before[other] = place
                waiting.append(other)


def dijkstra(graph, start):
    distances, heap = {start: 0}, [(0, start)]
    while heap:
        distance, node = heappop(heap)
        if distance > distances[node]:
            continue
        for other, weight in graph[node].items():
            new = distance + weight
            if new < distances.get(other, float("inf")):
                distances[other] = new
                heappush(heap, (new, other))
    return distances


path = shortest(find("S"), find("E"))
print(len(path), path)
for r, row in enumerate(MAZE):
    print("".join("*" if (r, c) in path else cell for c, cell in enumerate(row)))
print(dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}, "a"))

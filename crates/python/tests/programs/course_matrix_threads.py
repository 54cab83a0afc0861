import threading

A = [[1, 2, 3], [4, 5, 6]]
B = [[7, 8], [9, 10], [11, 12]]
C = [[0] * len(B[0]) for _ in A]


def row_times(i):
    for j in range(len(B[0])):
        C[i][j] = sum(A[i][k] * B[k][j] for k in range(len(B)))


threads = [threading.Thread(target=row_times, args=(i,)) for i in range(len(A))]
[t.start() for t in threads]
[t.join() for t in threads]
print(C, all(sum(a * b for a, b in zip(row, col)) == C[i][j] for i, row in enumerate(A) for j, col in enumerate(zip(*B))))

values = [(i * 7919) % 100003 for i in range(200000)]
ordered = sorted(values)
even = [value for value in values if value % 2 == 0]
total = 0
for i in range(0, len(values), 2):
    total += values[i] - ordered[i]
matrix = [[i * j for j in range(200)] for i in range(200)]
turned = [[row[j] for row in matrix] for j in range(200)]
stack = []
for value in even:
    stack.append(value)
while len(stack) > 10:
    total += stack.pop()
print(total, len(even), turned[7][9])

values = [1, 2, 'x']
print([v * 2 for v in values])
total = sum(v + 1 for v in values)

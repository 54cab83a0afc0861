total = 0
number = 0
while number < 300_000:
    if number % 3 == 0 or number % 5 == 0:
        total += number
    number += 1
for row in range(600):
    for column in range(600):
        if row & column:
            total -= 1
print(total)

import time
def sum(name, low, high):
    total = 0
    for i in range(low, high):
        total += i
        time.sleep(0.001)
        print(f'[{name}] total={total}')
start = time.time()
sum('A', 1, 5); sum('B', 5, 10); sum('C', 10, 15)
print('Done!!')
print(time.time() - start < 5)

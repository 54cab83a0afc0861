# 순차 실행: 합을 하나씩 차례로 구한다
import time


def sum(name, low, high):
    total = 0
    for i in range(low, high):
        total += i
        time.sleep(1)  # 오래 걸리는 일을 흉내 낸다
        print(f"[{name}] total={total}")


sum("A", 1, 5)
sum("B", 5, 10)
sum("C", 10, 15)
print("Done!!")

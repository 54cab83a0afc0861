# 스레드: 세 합을 동시에 구한다
import threading
import time


def sum(name, low, high) -> None:
    total = 0
    for i in range(low, high):
        total += i
        time.sleep(1)  # 기다리는 동안 다른 스레드가 실행된다
        print(f"[{name}] total={total}")


class MyThread(threading.Thread):
    def __init__(self, name, low, high):
        threading.Thread.__init__(self)
        self.myname = name
        self.low = low
        self.high = high

    def run(self):
        sum(self.myname, self.low, self.high)


threads = [MyThread("A", 1, 5), MyThread("B", 5, 10), MyThread("C", 10, 15)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("Done!!!")

import queue
import threading
import time

버퍼 = queue.Queue(maxsize=1)

def 생산자():
    for i in range(3):
        time.sleep(0.05)
        버퍼.put(i)
        print(f"생산: {i}")
    버퍼.put(None)

def 소비자():
    합계 = 0
    while (값 := 버퍼.get()) is not None:
        time.sleep(0.02)
        합계 += 값
        print(f"소비: {값}")
    print("합계:", 합계)

스레드 = [threading.Thread(target=생산자), threading.Thread(target=소비자)]
for t in 스레드:
    t.start()
for t in 스레드:
    t.join()

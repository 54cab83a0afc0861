import time
import threading

def io():
    time.sleep(0.2)

begin = time.perf_counter()
for _ in range(3):
    io()
sequential = time.perf_counter() - begin
begin = time.perf_counter()
threads = [threading.Thread(target=io) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
together = time.perf_counter() - begin
print(f"{sequential:.1f} {together:.1f} {sequential / together:.0f}x")

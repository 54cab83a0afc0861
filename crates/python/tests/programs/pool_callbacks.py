from concurrent.futures import ThreadPoolExecutor
import threading

def tell(future):
    print("done", future.result())

with ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker") as pool:
    f = pool.submit(lambda: threading.current_thread().name)
    print(f.result())
    f.add_done_callback(tell)
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)

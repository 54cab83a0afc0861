import queue

q = queue.Queue(maxsize=2)
q.put("a")
q.put_nowait("b")
print(q.full(), q.qsize())
try:
    q.put_nowait("c")
except queue.Full as error:
    print("Full", repr(error))
try:
    q.put("c", timeout=0.05)
except queue.Full:
    print("Full after a while")
print(q.get(), q.get_nowait())
try:
    q.get(block=False)
except queue.Empty as error:
    print("Empty", repr(error))
try:
    q.get(timeout=0.05)
except queue.Empty:
    print("Empty after a while")
try:
    q.get(timeout=-1)
except ValueError as error:
    print(error)
q.task_done()
q.task_done()
try:
    q.task_done()
except ValueError as error:
    print(error)

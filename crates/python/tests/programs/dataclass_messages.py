import queue
import threading
from dataclasses import dataclass, field

@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    parts: list = field(default_factory=list, compare=False)

jobs = queue.PriorityQueue()
for job in (Job(3, "low"), Job(1, "high", [1]), Job(2, "middle")):
    jobs.put(job)

def work():
    while not jobs.empty():
        job = jobs.get()
        print(job, job.name)

t = threading.Thread(target=work)
t.start()
t.join()

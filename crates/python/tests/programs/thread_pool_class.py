import queue
import threading

class Pool:
    def __init__(self, size):
        self.tasks = queue.Queue()
        self.threads = [threading.Thread(target=self._run, daemon=True) for _ in range(size)]
        for t in self.threads:
            t.start()

    def _run(self):
        while True:
            function, args = self.tasks.get()
            try:
                function(*args)
            except Exception as error:
                print("error:", error)
            finally:
                self.tasks.task_done()

    def submit(self, function, *args):
        self.tasks.put((function, args))

    def wait(self):
        self.tasks.join()

done = []
pool = Pool(2)
for n in range(5):
    pool.submit(done.append, n)
pool.submit(lambda: 1 / 0)
pool.wait()
print(sorted(done))

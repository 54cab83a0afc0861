from threading import Thread
import time

class Worker(Thread):
    def __init__(self, name):
        super(Worker, self).__init__(name=name)
        self.count = 0

    def run(self):
        while self.count < 3:
            self.count += 1
            time.sleep(0.02)
        print(self.name, "ends with", self.count)

a = Worker("first")
a.start()
a.join()
print(a.getName() if False else a.name)

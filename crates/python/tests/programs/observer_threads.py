import threading
import time

class Subject:
    def __init__(self):
        self.observers = []
    def notify(self, *args):
        threads = [threading.Thread(target=o, args=args) for o in self.observers]
        for t in threads:
            t.start()
            t.join()

subject = Subject()
subject.observers += [lambda x: print("first", x), lambda x: print("second", x * 2)]
subject.notify(21)

import threading
import time
from enum import Enum, auto


class State(Enum):
    IDLE = auto()
    UP = auto()
    DOWN = auto()


class Elevator(threading.Thread):
    def __init__(self):
        super().__init__(name="elevator", daemon=True)
        self.floor, self.state, self.log = 0, State.IDLE, []
        self.requests, self.ready = [], threading.Condition()

    def call(self, floor):
        with self.ready:
            self.requests.append(floor)
            self.ready.notify()

    def run(self):
        while True:
            with self.ready:
                while not self.requests:
                    self.state = State.IDLE
                    self.ready.wait()
                target = self.requests.pop(0)
            self.state = State.UP if target > self.floor else State.DOWN
            while self.floor != target:
                time.sleep(0.005)
                self.floor += 1 if self.state is State.UP else -1
            self.log.append((self.state.name, self.floor))


lift = Elevator()
lift.start()
for floor in (3, 1, 5):
    lift.call(floor)
while len(lift.log) < 3:
    time.sleep(0.01)
time.sleep(0.05)
print(lift.log, lift.state, lift.name, lift.is_alive())

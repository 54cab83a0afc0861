import threading

class Config:
    _instance = None
    _lock = threading.Lock()

    def __new__(cls):
        with cls._lock:
            if cls._instance is None:
                cls._instance = super().__new__(cls)
        return cls._instance

made = []
threads = [threading.Thread(target=lambda: made.append(Config())) for _ in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(made), all(one is made[0] for one in made))

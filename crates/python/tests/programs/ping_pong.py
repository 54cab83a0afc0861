import threading

ping, pong = threading.Semaphore(1), threading.Semaphore(0)

def play(own, other, word):
    for n in range(3):
        own.acquire()
        print(word, n)
        other.release()

threads = [threading.Thread(target=play, args=(ping, pong, "ping")),
           threading.Thread(target=play, args=(pong, ping, "pong"))]
for t in threads:
    t.start()
for t in threads:
    t.join()

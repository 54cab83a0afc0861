import threading

def work():
    print("runs in", threading.current_thread().name)

# The function is called here, and its result is the target.
t = threading.Thread(target=work())
t.start()
t.join()
print(t.name)

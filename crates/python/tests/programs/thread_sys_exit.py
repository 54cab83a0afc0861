import sys
import threading

def leaves():
    print("leaves")
    sys.exit(3)

t = threading.Thread(target=leaves)
t.start()
t.join()
print("main is still here")
sys.exit("with a message")

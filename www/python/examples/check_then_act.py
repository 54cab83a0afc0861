# One seat, two customers. Between looking and taking, the
# other one can look as well.
import threading

seats = 1
sold = []


def buy(customer):
    global seats
    if seats > 0:
        ticket = f"ticket for {customer}"
        seats -= 1
        sold.append(ticket)


threads = [threading.Thread(target=buy, args=(name,), name=name) for name in ("Ann", "Bo")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sold)
print("seats left:", seats)

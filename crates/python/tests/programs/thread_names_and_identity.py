import threading

seen = []


def who():
    t = threading.current_thread()
    seen.append((t.name, t.ident == threading.get_ident(), t is threading.main_thread(), t.native_id is not None))


class Mine(threading.Thread):
    def run(self): who()


for t in (threading.Thread(target=who), threading.Thread(target=who, name="named"), Mine(), Mine(name="own"), threading.Thread(target=lambda: who())):
    print(t.name, t.ident, t.is_alive(), t.daemon)
    t.start()
    t.join()
who()
print(seen)
t = threading.Thread(target=who)
t.name = "changed"
print(t.name, repr(t), threading.active_count())

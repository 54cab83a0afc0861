import logging
import sys
import threading
import time

logging.basicConfig(stream=sys.stdout, level=logging.INFO,
                    format="%(levelname)-8s %(threadName)s %(name)s: %(message)s")

def work(n):
    logging.debug("not shown %d", n)
    logging.info("starts %d", n)
    time.sleep(0.05 * n)
    logging.warning("ends %s", n)

threads = [threading.Thread(target=work, args=(n,), name=f"T{n}") for n in (1, 2)]
for t in threads:
    t.start()
    time.sleep(0.01)
for t in threads:
    t.join()
logging.getLogger("app").error("of a logger")

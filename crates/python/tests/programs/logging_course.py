import logging
import sys

logging.basicConfig(level=logging.INFO, format="%(levelname)-8s %(name)s %(threadName)s: %(message)s", stream=sys.stdout)
log = logging.getLogger("app.db")
log.debug("hidden")
log.info("connected to %s in %.2f s", "db", 0.5)
log.warning("slow: %(ms)d", {"ms": 250})
log.error("failed %s", [1, 2])
try:
    1 / 0
except ZeroDivisionError:
    log.exception("while dividing")
child = logging.getLogger("app.db.pool")
child.setLevel(logging.ERROR)
child.info("hidden")
child.critical("shown")
print(log.parent.name, child.parent is log, log.isEnabledFor(logging.DEBUG), logging.getLevelName(30), child.getEffectiveLevel())
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("[{levelname}] {message}", style="{"))
own = logging.getLogger("own")
own.addHandler(handler)
own.propagate = False
own.info("styled")
log.info("bad %d", 5, exc_info=False)

import io
import logging
import sys
import threading

logging.warning("before any configuration: %s", 1)
logging.info("not shown")
logging.getLogger("early").error("has the handler of the root")

out = logging.StreamHandler(sys.stdout)
logging.basicConfig(format="%(levelname)-8s|%(threadName)s|%(name)s|%(message)s", level=logging.DEBUG, handlers=[out], force=True)
log = logging.getLogger("app.part")
log.debug("debug %d of %s", 1, "two")
log.info("a dict %(key)s", {"key": "value"})
log.warning("plain")
log.error("error")
log.critical("critical")
log.log(25, "between")
logging.addLevelName(25, "NOTICE")
log.log(25, "named")
log.setLevel("ERROR")
log.warning("not shown")
print(log.level, log.getEffectiveLevel(), log.isEnabledFor(30), log, logging.getLogger("app"))
child = logging.getLogger("app.part.child")
print(child.parent is log, child.getEffectiveLevel(), log.parent is logging.getLogger("app"), logging.getLogger() is logging.root)

try:
    {}["missing"]
except KeyError:
    log.exception("caught")


def in_thread():
    logging.info("in a thread")


thread = threading.Thread(target=in_thread, name="T")
thread.start()
thread.join()

text = io.StringIO()
handler = logging.StreamHandler(text)
handler.setFormatter(logging.Formatter("{funcName}:{lineno}:{module}:{message}:{extra_one}", style="{"))
own = logging.getLogger("own")
own.propagate = False
own.addHandler(handler)
own.addFilter(lambda record: "secret" not in record.msg)


def caller():
    own.warning("where", extra={"extra_one": 5})
    own.warning("secret", extra={"extra_one": 6})


caller()
print(text.getvalue(), end="")
for wrong in [lambda: log.setLevel("LOUD"), lambda: log.setLevel(1.5), lambda: logging.basicConfig(colour=1, force=True), lambda: log.log("x", "y")]:
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="$levelname $message", style="$", force=True)
logging.info("dollars")
log.error("bad %d", "number")
print(logging.getLevelName(30), logging.getLevelName("INFO"), logging.getLevelName(7))
adapter = logging.LoggerAdapter(logging.getLogger("adapted"), {"user": "u"})
adapter.info("adapted %s", "it")
logging.disable(logging.CRITICAL)
logging.critical("not shown")

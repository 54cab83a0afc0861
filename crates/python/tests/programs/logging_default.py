import logging

logging.warning("a warning")
logging.info("not shown")
log = logging.getLogger("mine")
log.error("an error %s", [1])
log.critical("critical")

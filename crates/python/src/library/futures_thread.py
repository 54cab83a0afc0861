# concurrent.futures.thread

from concurrent.futures import BrokenThreadPool, ThreadPoolExecutor

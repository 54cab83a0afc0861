# Two locks, taken in two orders. With most seeds it ends
# well; with some, each thread holds what the other one wants.
import threading

pen = threading.Lock()
paper = threading.Lock()


def write_letter():
    with pen:
        with paper:
            print("a letter")


def draw():
    with paper:
        with pen:
            print("a drawing")


writer = threading.Thread(target=write_letter, name="writer")
painter = threading.Thread(target=draw, name="painter")
writer.start()
painter.start()
writer.join()
painter.join()
print("both have finished")

# _machine: what the machine offers its library.


def strptime(text, format):
    return _time_parse(text, format)

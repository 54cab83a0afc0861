class ConfigError(Exception):
    def __init__(self, key, *, hint=""):
        super().__init__(f"no {key}")
        self.key, self.hint = key, hint


def load(settings, key):
    try:
        return settings[key]
    except KeyError as error:
        raise ConfigError(key, hint="add it") from error


try:
    load({}, "port")
except ConfigError as error:
    print(error, error.key, error.hint, repr(error.__cause__), error.__context__ is error.__cause__, error.args)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("second")
except KeyError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
try:
    try:
        1 / 0
    finally:
        print("finally")
except ArithmeticError as error:
    print(type(error).__mro__[1].__name__, error)
load({}, "host")

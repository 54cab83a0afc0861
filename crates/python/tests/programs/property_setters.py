class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        """Degrees."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("too cold")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("deleted")
        del self._celsius

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32


t = Temperature(25)
print(t.celsius, t.fahrenheit, Temperature.celsius.__doc__)
t.celsius = 30
print(t.fahrenheit)
for action in ("t.celsius = -300", "t.fahrenheit = 1", "del t.fahrenheit"):
    try:
        exec(action)
    except Exception as error:
        print(type(error).__name__, error)
del t.celsius
try:
    t.celsius
except AttributeError as error:
    print(error)

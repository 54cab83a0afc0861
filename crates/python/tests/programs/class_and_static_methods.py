class Date:
    count = 0

    def __init__(self, year, month):
        self.year, self.month = year, month
        type(self).count += 1

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split("-")))

    @staticmethod
    def is_leap(year):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

    def __repr__(self):
        return f"{type(self).__name__}({self.year}, {self.month})"


class Birthday(Date):
    count = 0


print(Date.parse("2024-02"), Birthday.parse("1999-12"), Date.count, Birthday.count)
print(Date.is_leap(2000), Date(2000, 1).is_leap(1900))
print(Date.parse.__self__ is Date, Date.parse.__func__.__name__)
print(Date.__dict__["is_leap"].__class__.__name__, callable(Date.is_leap))

"""An inventory, as courses write it."""
from dataclasses import dataclass, field


class OutOfStock(Exception):
    def __init__(self, item, wanted, left):
        super().__init__(f"{item}: wanted {wanted}, only {left} left")
        self.item, self.wanted, self.left = item, wanted, left


@dataclass
class Item:
    name: str
    price: float
    count: int = 0
    tags: set = field(default_factory=set)

    @property
    def total(self):
        return self.price * self.count


class Inventory:
    def __init__(self):
        self._items = {}
        self.log = []

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(sorted(self._items.values(), key=lambda item: item.name))

    def __contains__(self, name):
        return name in self._items

    def __getitem__(self, name):
        return self._items[name]

    def add(self, name, price, count=1, *tags):
        item = self._items.setdefault(name, Item(name, price))
        item.count += count
        item.tags |= set(tags)
        self.log.append(f"+{count} {name}")
        return self

    def take(self, name, count=1):
        item = self._items[name]
        if item.count < count:
            raise OutOfStock(name, count, item.count)
        item.count -= count
        self.log.append(f"-{count} {name}")

    def report(self):
        print(f"{'name':<10}|{'price':>8}|{'count':>6}|{'total':>10}")
        print("-" * 37)
        for item in self:
            print(f"{item.name:<10}|{item.price:>8.2f}|{item.count:>6}|{item.total:>10,.2f}")
        print(f"{'sum':<10}|{'':>8}|{sum(i.count for i in self):>6}|{sum(i.total for i in self):>10,.2f}")


shop = Inventory()
shop.add("apple", 0.5, 100, "fruit").add("laptop", 1234.5, 3).add("apple", 0.5, 20, "green")
shop.take("apple", 7)
for name, count in [("laptop", 5), ("pear", 1)]:
    try:
        shop.take(name, count)
    except OutOfStock as error:
        print("error:", error, error.left)
    except KeyError as error:
        print("unknown:", error)
shop.report()
print(len(shop), "apple" in shop, sorted(shop["apple"].tags), shop.log)

ROOMS = {
    "hall": {"north": "kitchen", "east": "cellar", "items": ["lamp"]},
    "kitchen": {"south": "hall", "items": ["bread", "knife"]},
    "cellar": {"west": "hall", "items": [], "dark": True},
}


class Game:
    def __init__(self):
        self.room, self.bag, self.over = "hall", [], False
        self.commands = {name[3:]: getattr(self, name) for name in dir(self) if name.startswith("do_")}

    def do_go(self, way=""):
        if way not in ROOMS[self.room] or way == "items":
            return f"You can't go {way or 'nowhere'}."
        self.room = ROOMS[self.room][way]
        return self.do_look()

    def do_look(self):
        room = ROOMS[self.room]
        if room.get("dark") and "lamp" not in self.bag:
            return "It is dark."
        items = ", ".join(room["items"]) or "nothing"
        return f"You are in the {self.room}. You see {items}."

    def do_take(self, item=""):
        try:
            ROOMS[self.room]["items"].remove(item)
        except ValueError:
            return f"There is no {item}."
        self.bag.append(item)
        return f"Taken: {item}"

    def do_quit(self):
        self.over = True
        return f"Bye with {len(self.bag)} things: {self.bag}"

    def run(self, line):
        name, *args = line.split()
        command = self.commands.get(name)
        if command is None:
            return f"Unknown: {name} (try {', '.join(sorted(self.commands))})"
        try:
            return command(*args)
        except TypeError as error:
            return f"What? ({error})"


game = Game()
for line in ["look", "go east", "go west", "take lamp", "take sword", "go east", "go up", "dance", "take a b", "go west", "go north", "take bread", "quit"]:
    print(">", line)
    print(game.run(line))
    if game.over:
        break

class AppError(Exception):
    pass
class Detailed(AppError):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code
    def __str__(self):
        return f'[{self.code}] {self.args[1]}'
def work():
    raise Detailed(7, 'disk full')
work()

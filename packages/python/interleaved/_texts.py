"""What is said of a checked log, as the page says it, in English and Korean."""

from collections.abc import Callable
from dataclasses import dataclass

# Of a reason: the task that it names, the total found, and the one expected, if any.
_Sentence = Callable[[str, str, str], str]


@dataclass(frozen=True)
class Texts:
    """The words of one language."""

    verdicts: dict[str, str]
    impossible: Callable[[int], str]
    lost: Callable[[int], str]
    tasks: str
    reasons: dict[str, _Sentence]


_EN = Texts(
    verdicts={
        "sequential": "The tasks can have run one after the other: each prints all its lines before the next begins.",
        "async": "Futures on one thread can have printed this: while all waits are equal and exact, they take turns in one order. Run one after the other, the tasks can’t.",
        "interleaved": "Each line is whole, but they come neither one task after the other nor as futures with equal, exact waits print them. Tasks that take turns can have printed this: futures with unequal waits, or threads.",
        "threads": "Threads can have printed this: others wrote into the middle of a print. A future can do so only if it awaits between the writes of one print.",
        "undecided": "Undecided.",
    },
    impossible=lambda line: f"No schedule prints line {line}.",
    lost=lambda count: (
        "A newline is missing, though. Copying often loses an empty line; this holds if it did so once."
        if count == 1
        else f"{count} newlines are missing, though. Copying often loses empty lines; this holds if it did so {count} times."
    ),
    tasks="Tasks:",
    reasons={
        "unknownTask": lambda task, _found, _next: f"There is no task “{task}”.",
        "wrongTotal": lambda task, found, expected: (
            f"{task} can’t print {found} here: its next total is {expected}."
            if expected
            else f"{task} can’t print {found}: it has printed all its totals before."
        ),
        "noNewline": lambda task, _found, _next: (
            f"{task} goes on to its next text, but the newline of the last hasn’t come yet. No program does that."
        ),
        "noText": lambda *_: (
            "A newline is written here, but each text that is complete has its newline already."
        ),
        "endsBeforeNewline": lambda task, _found, _next: (
            f"The main program ends here, but {task} hasn’t written its last newline yet."
        ),
        "endsBeforeTask": lambda task, _found, _next: (
            f"The main program ends here, but {task} hasn’t printed all its totals yet."
        ),
        "afterTheEnd": lambda *_: "Something is written here, but the main program has ended.",
        "noWriter": lambda *_: "A piece of a text is written here, but no task has this to write now.",
        "pieces": lambda *_: "Some texts are in pieces, and the log alone doesn’t say whose they are. Give the tasks, such as A:1:5 B:5:10.",
        "tooTangled": lambda *_: "So many texts are in pieces, or other words are torn into them, that nobody can tell how they belong together.",
        "noTotals": lambda *_: "There is no line of the form [A] total=1.",
        "sameNames": lambda *_: "Two tasks have the same name, so nobody can tell whose a line is.",
        "tooLong": lambda *_: "The log is too long to decide: at most 4 MiB are looked at, and less where many names have brackets.",
    },
)

_KO = Texts(
    verdicts={
        "sequential": "태스크를 하나씩 차례로 실행해도 나올 수 있는 로그입니다. 한 태스크가 줄을 모두 출력한 뒤에 다음 태스크가 시작합니다.",
        "async": "스레드 하나에서 퓨처로 실행하면 나올 수 있는 로그입니다. 기다리는 시간이 모두 같고 정확하면, 퓨처들은 정해진 순서로 번갈아 출력합니다. 태스크를 하나씩 차례로 실행해서는 나올 수 없습니다.",
        "interleaved": "줄은 모두 온전하지만, 태스크를 하나씩 차례로 실행한 순서도 아니고 똑같은 시간씩 정확히 기다리는 퓨처들의 순서도 아닙니다. 태스크들이 번갈아 실행되면 나올 수 있습니다. 기다리는 시간이 서로 다른 퓨처이거나 스레드입니다.",
        "threads": "스레드로 실행하면 나올 수 있는 로그입니다. 한 태스크가 출력하는 도중에 다른 태스크가 끼어들어 썼습니다. 퓨처는 한 번의 출력을 여러 번에 나누어 쓰면서 그 사이에 await할 때만 이렇게 됩니다.",
        "undecided": "판정할 수 없습니다.",
    },
    impossible=lambda line: f"어떤 순서로 실행해도 {line}번째 줄은 나올 수 없습니다.",
    lost=lambda count: (
        f"다만 줄바꿈이 {count}개 모자랍니다. 복사하다 보면 빈 줄이 없어지곤 합니다. 빈 줄이 {count}개 없어졌다고 보면 들어맞습니다."
    ),
    tasks="태스크:",
    reasons={
        "unknownTask": lambda task, _found, _next: f"이름이 “{task}”인 태스크는 없습니다.",
        "wrongTotal": lambda task, found, expected: (
            f"{task} 태스크가 여기서 출력할 합계는 {expected}입니다(로그에는 {found})."
            if expected
            else f"{task} 태스크는 합계를 이미 모두 출력했습니다(로그에는 {found})."
        ),
        "noNewline": lambda task, _found, _next: f"{task} 태스크가 다음 텍스트를 쓰는데, 앞에 쓴 텍스트의 줄바꿈이 아직 나오지 않았습니다. 그렇게 하는 프로그램은 없습니다.",
        "noText": lambda *_: "여기에 줄바꿈이 있지만, 끝까지 쓴 텍스트에는 모두 이미 줄바꿈이 있습니다.",
        "endsBeforeNewline": lambda task, _found, _next: f"메인 프로그램이 여기서 끝나는데, {task} 태스크가 마지막 줄바꿈을 아직 쓰지 않았습니다.",
        "endsBeforeTask": lambda task, _found, _next: f"메인 프로그램이 여기서 끝나는데, {task} 태스크가 합계를 아직 다 출력하지 않았습니다.",
        "afterTheEnd": lambda *_: "메인 프로그램이 끝난 뒤에 무언가가 더 출력되었습니다.",
        "noWriter": lambda *_: "여기에 텍스트 조각이 있지만, 지금 이것을 쓸 태스크가 없습니다.",
        "pieces": lambda *_: "텍스트가 조각나 있어서, 로그만 보고는 어느 태스크가 쓴 조각인지 알 수 없습니다. A:1:5 B:5:10처럼 태스크를 적어 주세요.",
        "tooTangled": lambda *_: "조각난 텍스트가 너무 많거나 다른 말과 뒤섞여 있어서, 어떻게 이어지는지 가려낼 수 없습니다.",
        "noTotals": lambda *_: "[A] total=1 형식의 줄이 없습니다.",
        "sameNames": lambda *_: "이름이 같은 태스크가 있어서 어느 태스크의 줄인지 알 수 없습니다.",
        "tooLong": lambda *_: "로그가 너무 길어 판정할 수 없습니다. 4 MiB까지만 살펴보며, 대괄호가 든 이름이 많으면 그보다 적게 살펴봅니다.",
    },
)

LANGUAGES = {"en": _EN, "ko": _KO}

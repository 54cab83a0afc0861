"""What is said of a checked log, as the page says it, in English and Korean."""

from collections.abc import Callable
from dataclasses import dataclass

# Of a reason: the task that it names, the total found, and the one expected, if any.
_Sentence = Callable[[str, str, str], str]


@dataclass(frozen=True)
class Texts:
    """The words of one language."""

    verdicts: dict[str, str]
    torn: str
    impossible: Callable[[int], str]
    lost: Callable[[int], str]
    tasks: str
    reasons: dict[str, _Sentence]


_EN = Texts(
    verdicts={
        "sequential": "The tasks can have run one after the other: each prints all its lines before the next begins.",
        "async": "Futures on one thread can have printed this: the tasks take turns in one order, and each text has its newline at once. Run one after the other, they can’t.",
        "threads": "Only threads can have printed this: each line is whole, but the tasks come neither one after the other nor in turn.",
        "undecided": "Undecided.",
    },
    torn="Only threads can have printed this: others wrote between a text and its newline.",
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
            f"{task} goes on to its next text before it has written the newline of the last. No thread does that."
        ),
        "noText": lambda *_: (
            "A newline is written here, but every text before has its newline already."
        ),
        "endsBeforeNewline": lambda task, _found, _next: (
            f"The main program ends here, but {task} hasn’t written its last newline yet."
        ),
        "endsBeforeTask": lambda task, _found, _next: (
            f"The main program ends here, but {task} hasn’t printed all its totals yet."
        ),
        "afterTheEnd": lambda *_: "Something is written here, but the main program has ended.",
        "noTotals": lambda *_: "There is no line of the form [A] total=1.",
        "sameNames": lambda *_: "Two tasks have the same name, so nobody can tell whose a line is.",
        "tooLong": lambda *_: "The log is too long to decide: at most 4 MiB are looked at, and less where many names have brackets.",
    },
)

_KO = Texts(
    verdicts={
        "sequential": "태스크를 하나씩 차례로 실행해도 나올 수 있는 로그입니다. 앞 태스크가 줄을 모두 출력한 뒤에 다음 태스크가 시작합니다.",
        "async": "스레드 하나에서 퓨처로 실행하면 나올 수 있는 로그입니다. 태스크들이 정해진 순서로 번갈아 출력하고, 텍스트마다 줄바꿈이 바로 뒤따릅니다. 하나씩 차례로 실행해서는 나올 수 없습니다.",
        "threads": "스레드라야 나올 수 있는 로그입니다. 줄은 모두 온전하지만, 순서가 하나씩 차례로도 아니고 번갈아도 아닙니다.",
        "undecided": "판정할 수 없습니다.",
    },
    torn="스레드라야 나올 수 있는 로그입니다. 텍스트와 그 줄바꿈 사이에 다른 태스크가 썼습니다.",
    impossible=lambda line: f"어떻게 전환해도 {line}번째 줄은 나올 수 없습니다.",
    lost=lambda count: (
        f"다만 줄바꿈이 {count}개 모자랍니다. 복사하다 보면 빈 줄이 사라지곤 합니다. 빈 줄이 {count}개 사라졌다고 보면 맞는 로그입니다."
    ),
    tasks="태스크:",
    reasons={
        "unknownTask": lambda task, _found, _next: f"이런 이름의 태스크는 없습니다: “{task}”.",
        "wrongTotal": lambda task, found, expected: (
            f"여기서 {task} 태스크가 출력할 수 있는 합계는 {expected}뿐입니다(로그에는 {found})."
            if expected
            else f"{task} 태스크는 합계를 이미 모두 출력했습니다(로그에는 {found})."
        ),
        "noNewline": lambda task, _found, _next: (
            f"{task} 태스크가 앞 텍스트의 줄바꿈을 쓰기도 전에 다음 텍스트를 씁니다. 그렇게 하는 스레드는 없습니다."
        ),
        "noText": lambda *_: "여기에 줄바꿈이 있지만, 앞의 텍스트에는 모두 이미 줄바꿈이 있습니다.",
        "endsBeforeNewline": lambda task, _found, _next: (
            f"여기서 메인 프로그램이 끝나지만, {task} 태스크가 마지막 줄바꿈을 아직 쓰지 않았습니다."
        ),
        "endsBeforeTask": lambda task, _found, _next: (
            f"여기서 메인 프로그램이 끝나지만, {task} 태스크가 합계를 아직 다 출력하지 않았습니다."
        ),
        "afterTheEnd": lambda *_: "메인 프로그램이 끝난 뒤에 무언가가 더 출력되었습니다.",
        "noTotals": lambda *_: "[A] total=1 형식의 줄이 없습니다.",
        "sameNames": lambda *_: "이름이 같은 태스크가 있어서 어느 태스크의 줄인지 알 수 없습니다.",
        "tooLong": lambda *_: "로그가 너무 길어 판정할 수 없습니다. 4 MiB까지만 살펴보며, 대괄호가 든 이름이 많으면 그보다 적게 살펴봅니다.",
    },
)

LANGUAGES = {"en": _EN, "ko": _KO}

"""A Python program in a cell: its page, its frame, and the cell magic."""

import json
import re
from typing import Any

import pytest

import interleaved
from interleaved import Python

HOSTILE = "print('</script><!--<script>', \"&amp;\", '\\\\1', '한글😀')\n"


def block(page: str) -> dict[str, str]:
    blocks = re.findall(r'<script type="application/json">\n(.*?)\n</script>', page, re.DOTALL)
    assert len(blocks) == 1
    found: dict[str, str] = json.loads(blocks[0])
    return found


def test_the_program_is_in_the_page_whatever_it_is() -> None:
    shown = Python(HOSTILE, seed=[1, 2], editor=False, start_at=1.5)
    found = block(shown.html)
    assert found == {"start-at": "1.5", "seed": "1 2", "editor": "none", "program": HOSTILE}
    assert shown.html.count("<script") == Python("").html.count("<script")


def test_the_frame_is_one_line_of_html() -> None:
    output = Python("import time\n\ntime.sleep(1)\n", lang="ko")._repr_html_()
    assert output.startswith("<iframe ") and output.endswith("</iframe>")
    assert "\n" not in output
    assert 'height="760"' in output
    assert 'height="500"' in Python("", height=500)._repr_html_()


def test_what_cannot_be_used_is_refused() -> None:
    for wrong in ({"seed": "many"}, {"speed": "fast"}, {"height": 0}):
        with pytest.raises((TypeError, ValueError)):
            Python("", **wrong)
    with pytest.raises(TypeError, match="program"):
        Python(3)  # type: ignore[arg-type]


class Shell:
    """What IPython is told."""

    def register_magic_function(self, function: Any, magic_kind: str, magic_name: str) -> None:
        assert (magic_kind, magic_name) == ("cell", "interleaved")
        self.cell = function


def test_a_cell_is_a_program_of_its_own() -> None:
    shell = Shell()
    interleaved.load_ipython_extension(shell)
    shown = shell.cell("--seed 1 2 --switch gil --height 600", "print(1)\n")
    assert repr(shown) == "Python('print(1)\\n', seed='1 2', switch='gil')"
    with pytest.raises(ValueError, match=r"%%interleaved: .*--sed"):
        shell.cell("--sed 3", "")

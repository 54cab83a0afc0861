// Logs to begin with.

/** What the course's notebook printed, as it was handed down: it lacks an empty line. */
export const COURSE = `[C] total=10
[B] total=5
[A] total=1
[C] total=21[A] total=3
[B] total=11

[B] total=18
[C] total=33
[A] total=6
[B] total=26[A] total=10
[C] total=46
[B] total=35[C] total=60

Done!!!
`;

/** From Python 3.12 in Jupyter, without the lines in which tasks say that they finish. */
const JUPYTER = `[A] total = 1
[B] total = 5
[C] total = 10
[B] total = 11[C] total = 21
[A] total = 3

[C] total = 33[A] total = 6
[B] total = 18

[A] total = 10[B] total = 26
[C] total = 46

[C] total = 60[B] total = 35

Done!
`;

/** The same, but that A goes on before its newline: its 6 comes a line earlier. */
const IMPOSSIBLE = JUPYTER.replace("[A] total = 6", "").replace("[A] total = 3", "[A] total = 3[A] total = 6");

export const EXAMPLES = { course: COURSE, jupyter: JUPYTER, impossible: IMPOSSIBLE };

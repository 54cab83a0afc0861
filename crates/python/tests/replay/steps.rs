use interleaved::ids::TaskId;
use interleaved_python::replay::{Moment, Playback, Unit};

use super::*;

/// The moments that steps come to, until there is none any more.
fn moments(playback: &mut Playback, unit: Unit, thread: Option<u32>, forward: bool) -> Vec<Moment> {
    let mut moments = vec![playback.lanes()[0].moment()];
    while step(playback, unit, thread, forward) {
        moments.push(playback.lanes()[0].moment());
        assert!(moments.len() < 20_000);
    }
    moments
}

/// One step, to its end.
fn step(playback: &mut Playback, unit: Unit, thread: Option<u32>, forward: bool) -> bool {
    let before = playback.lanes()[0].moment();
    playback.step(unit, forward, thread.map(TaskId), 0);
    while playback.is_stepping() {
        playback.advance(0, 1_000);
    }
    playback.lanes()[0].moment() != before
}

fn playback(program: &str, options: Options) -> Playback {
    Playback::new(vec![(program, options)])
}

#[test]
fn each_kind_of_step_goes_back_the_way_it_went_forward() {
    for (program, seed) in [
        (HANDOUT, 0),
        (HANDOUT, 7),
        (DEADLOCK, 1),
        (QUEUE, 2),
        (COUNTER, 3),
    ] {
        let mut playback = playback(program, seeded(seed, Switch::Instruction));
        for unit in [Unit::Event, Unit::Line, Unit::Print, Unit::Switch] {
            for thread in [None, Some(1)] {
                let mut there = moments(&mut playback, unit, thread, true);
                let mut back = moments(&mut playback, unit, thread, false);
                back.reverse();
                assert_eq!(
                    back[0],
                    Moment {
                        events: 0,
                        ..back[0]
                    }
                );
                // The start is where nothing has run.
                there[0] = back[0];
                assert_eq!(there, back, "{unit:?} of {thread:?}, seed {seed}");
            }
        }
    }
}

#[test]
fn lines_are_come_to_before_anything_of_them_has_run() {
    let program = "
total = 0
for n in range(2):
    total += n
def twice(x):
    y = x * 2
    return y
z = twice(total)
print(z)
";
    let mut playback = playback(program, Options::default());
    let mut seen = Vec::new();
    while step(&mut playback, Unit::Line, None, true) {
        let look = playback.lane_mut(0).expect("a lane").look();
        let line = look.threads[0].frames.last().map(|frame| frame.line);
        let total = global(&look, "total").map(str::to_string);
        seen.push((line.unwrap_or(0), total.unwrap_or_default()));
    }
    let lines: Vec<u32> = seen.iter().map(|it| it.0).collect();
    assert_eq!(lines, [3, 4, 3, 4, 3, 5, 8, 6, 7, 9, 0]);
    let totals: Vec<_> = seen[..5].iter().map(|it| it.1.as_str()).collect();
    assert_eq!(totals, ["0", "0", "0", "0", "1"]);
}

#[test]
fn a_step_over_passes_by_what_is_called() {
    let program = "
def inner():
    a = 1
    return a
def outer():
    b = inner()
    c = inner()
    return b + c
print(outer())
";
    let mut playback = playback(program, Options::default());
    let line = |playback: &mut Playback| {
        let look = playback.lane_mut(0).expect("a lane").look();
        let thread = look.threads.first();
        thread
            .and_then(|it| it.frames.last())
            .map_or(0, |frame| frame.line)
    };
    while line(&mut playback) != 6 {
        assert!(step(&mut playback, Unit::Line, None, true));
    }
    for expected in [7, 8] {
        assert!(step(&mut playback, Unit::Over, None, true));
        assert_eq!(line(&mut playback), expected);
    }
    for expected in [7, 6] {
        assert!(step(&mut playback, Unit::Over, None, false));
        assert_eq!(line(&mut playback), expected);
    }
}

#[test]
fn a_step_to_a_print_comes_to_the_first_of_its_writes() {
    let program = "
for n in range(3):
    print('.', n, end='')
print('end', 'of it')
";
    let mut playback = playback(program, Options::default());
    let mut outputs = Vec::new();
    while step(&mut playback, Unit::Print, None, true) {
        let lane = &playback.lanes()[0];
        outputs.push(lane.log().output(lane.shown()).to_string());
    }
    assert_eq!(outputs[..4], [".", ". 0.", ". 0. 1.", ". 0. 1. 2end"]);
}

#[test]
fn a_step_by_switch_comes_to_where_another_thread_runs() {
    let mut playback = playback(HANDOUT, seeded(7, Switch::Instruction));
    let mut last = None;
    let mut switches = 0;
    while step(&mut playback, Unit::Switch, None, true) {
        let lane = &playback.lanes()[0];
        let Some(event) = lane.log().get(lane.shown() - 1) else {
            continue;
        };
        if lane.is_done() {
            break;
        }
        assert_eq!(event.kind.name(), "resumed");
        assert_ne!(last.replace(event.task), Some(event.task));
        switches += 1;
    }
    assert!(switches > 10, "{switches}");
}

#[test]
fn a_step_of_one_thread_passes_by_those_of_others() {
    let mut playback = playback(COUNTER, seeded(3, Switch::Instruction));
    let mut lines = Vec::new();
    while step(&mut playback, Unit::Line, Some(2), true) {
        let look = playback.lane_mut(0).expect("a lane").look();
        lines.extend(
            look.threads
                .get(2)
                .and_then(|it| it.frames.last())
                .map(|it| it.line),
        );
    }
    let round = [12, 7, 8, 11];
    let expected: Vec<u32> = [11]
        .into_iter()
        .chain(round.into_iter().cycle().take(12))
        .collect();
    assert_eq!(lines, expected);
}

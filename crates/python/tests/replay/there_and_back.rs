use super::*;

#[track_caller]
fn check_each_event(program: &str, options: Options) {
    let mut replay = whole(program, options);
    let count = replay.log().len();
    let there: Vec<Look> = (0..=count)
        .map(|events| look_at(&mut replay, events))
        .collect();
    for events in (0..=count).rev() {
        assert_eq!(
            look_at(&mut replay, events),
            there[events],
            "after {events}"
        );
    }
    // And from anywhere to anywhere.
    let mut events = 1;
    for _ in 0..count.min(200) {
        events = (events * 7919 + 13) % (count + 1);
        assert_eq!(
            look_at(&mut replay, events),
            there[events],
            "after {events}"
        );
    }
}

#[test]
fn each_moment_is_the_same_forward_and_back() {
    for program in [HANDOUT, SEQUENTIAL, DEADLOCK, QUEUE, COUNTER] {
        for seed in 0..4 {
            check_each_event(program, seeded(seed, Switch::Instruction));
        }
        check_each_event(program, seeded(3, Switch::Gil));
    }
}

#[test]
fn a_time_is_a_moment_too_whether_it_is_come_to_forward_or_back() {
    let mut replay = whole(COUNTER, seeded(2, Switch::Instruction));
    let end = replay.duration();
    let at = |replay: &mut Replay, time: u64| {
        replay.show_until(time);
        assert!(replay.catch_up(&mut Budget(u64::MAX)));
        assert!(replay.at().now() <= time);
        (
            replay.moment(),
            replay.at().now(),
            locals(&replay.look(), 1),
        )
    };
    let times: Vec<u64> = (0..200).map(|part| end * part / 199).collect();
    let there: Vec<_> = times.iter().map(|&time| at(&mut replay, time)).collect();
    for (&time, there) in times.iter().zip(&there).rev() {
        assert_eq!(&at(&mut replay, time), there, "at {time}");
    }
    let mut moments: Vec<_> = there.iter().map(|it| it.0).collect();
    moments.dedup();
    assert!(moments.len() > 150, "{}", moments.len());
}

#[test]
fn in_small_slices_it_comes_to_the_same() {
    let mut at_once = whole(QUEUE, seeded(5, Switch::Instruction));
    let mut sliced = Replay::new(QUEUE, seeded(5, Switch::Instruction));
    let mut slices = 0;
    while !sliced.is_known() {
        sliced.run_ahead(&mut Budget(7));
        slices += 1;
    }
    assert!(slices > 100);
    let count = at_once.log().len();
    assert_eq!(sliced.log().len(), count);
    for events in [count / 3, count / 2, 5, count] {
        sliced.show_events(events);
        while !sliced.catch_up(&mut Budget(3)) {}
        let there = look_at(&mut at_once, events);
        assert_eq!(look_at(&mut sliced, events), there);
    }
}

#[test]
fn an_endless_loop_holds_nobody() {
    let mut replay = Replay::new("while True:\n    pass\n", Options::default());
    replay.run_ahead(&mut Budget(10_000));
    assert!(!replay.is_known());
    assert!(replay.front().steps() >= 10_000 && replay.front().steps() < 40_000);
    replay.show_until(u64::MAX);
    assert!(!replay.catch_up(&mut Budget(100)));
}

/// Many events, and values that grow.
const LONG: &str = "
import threading
lock = threading.Lock()
totals = []
def work():
    for n in range(2500):
        with lock:
            totals.append(n)
threads = [threading.Thread(target=work) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
";

#[test]
fn what_is_kept_of_a_long_run_has_bounds() {
    let mut replay = whole(LONG, seeded(1, Switch::Instruction));
    let count = replay.log().len();
    assert!(count > 20_000, "{count} events");
    let (kept, bytes) = replay.kept();
    assert!((4..=128).contains(&kept), "{kept} copies");
    assert!(bytes <= 48 << 20, "{bytes} bytes");
    let last = look_at(&mut replay, count - 1);
    let before = look_at(&mut replay, count - 2);
    assert_eq!(look_at(&mut replay, count - 1), last);
    assert_eq!(look_at(&mut replay, count - 2), before);
    let (kept, bytes) = replay.kept();
    assert!(
        kept <= 160 && bytes <= 56 << 20,
        "{kept} copies, {bytes} bytes"
    );
}

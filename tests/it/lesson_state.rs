//! What the state tells of the lesson: which lines are torn, in which order the tasks print,
//! and where in its program each is.

use interleaved::trace::State;
use interleaved::{Config, Demo, EventKind, check_log, crossing};

/// A demo at its end.
fn ended(settings: &[(&str, &str)]) -> Demo {
    let mut demo = Demo::new(Config::parse(settings.iter().copied()).unwrap());
    demo.seek(100_000, 0);
    assert!(demo.ended());
    demo
}

fn last_state(demo: &mut Demo) -> State {
    demo.state(0, usize::MAX).0.clone()
}

/// Whose texts were written, in order.
fn order(demo: &Demo) -> Vec<u32> {
    let log = demo.lanes()[0].log();
    let events = log.prefix(usize::MAX);
    let texts = events.filter(|event| {
        let is_text = |text: &str| text != "\n" && !text.starts_with("Done");
        matches!(event.kind, EventKind::Wrote { text, .. } if is_text(text))
    });
    texts.map(|event| event.task.0).collect()
}

#[test]
fn as_many_lines_are_torn_as_the_checker_finds() {
    let mut counts = Vec::new();
    for seed in 0..60 {
        let mut demo = ended(&[("lanes", "threads"), ("seed", &seed.to_string())]);
        let torn = last_state(&mut demo).torn;
        assert_eq!(torn as usize, check_log(&demo.log_text(0), None).torn);
        counts.push(torn);
    }
    counts.sort_unstable();
    counts.dedup();
    assert!(counts.len() > 2, "{counts:?}");
    for lane in ["sequential", "async"] {
        assert_eq!(last_state(&mut ended(&[("lanes", lane)])).torn, 0);
    }
}

#[test]
fn the_tasks_print_in_turn_where_each_round_is_in_their_order() {
    // Each task has as many rounds as it has steps, and C begins where nobody else is left.
    let tasks = ("tasks", "A:0:2 B:0:1 C:0:3");
    let in_turn = [1, 2, 3, 1, 3, 3];
    let mut both = [false, false];
    for seed in 0..40 {
        let mut demo = ended(&[("lanes", "threads"), tasks, ("seed", &seed.to_string())]);
        let is_in_turn = order(&demo) == in_turn;
        assert_eq!(last_state(&mut demo).out_of_turn, !is_in_turn);
        both[usize::from(is_in_turn)] = true;
    }
    assert_eq!(both, [true, true]);
    assert!(!last_state(&mut ended(&[("lanes", "async"), tasks])).out_of_turn);
    assert!(last_state(&mut ended(&[("lanes", "sequential"), tasks])).out_of_turn);
}

/// What the state says of the lane's places after each event, without repetitions.
fn places(settings: &[(&str, &str)]) -> Vec<String> {
    let mut demo = ended(settings);
    let count = demo.lanes()[0].log().len();
    let mut all: Vec<String> = Vec::new();
    for events in 0..=count {
        let (state, program) = demo.state(0, events);
        let json = crossing::state(state, Some(program));
        let (_, places) = json.split_once("\"places\":[").unwrap();
        let (places, _) = places.split_once(']').unwrap();
        if all.last().is_none_or(|last| last != places) {
            all.push(places.to_owned());
        }
    }
    all
}

#[test]
fn each_task_is_at_its_line_and_the_main_program_at_its_own() {
    let found = places(&[("lanes", "sequential"), ("tasks", "A:1:2 B:1:2")]);
    let expected = [
        r#""""#,
        r#"" -1""#,
        r#""call 0","""#,
        r#""call 0","head""#,
        r#""join 0","head""#,
        r#""join 0","wait""#,
        r#""join 0","text""#,
        r#""join 0","newline""#,
        r#""join 0","""#,
        r#""call 1","","""#,
        r#""call 1","","head""#,
        r#""join 1","","head""#,
        r#""join 1","","wait""#,
        r#""join 1","","text""#,
        r#""join 1","","newline""#,
        r#""join 1","","""#,
        r#""done 1","","""#,
        r#"" 1","","""#,
    ];
    assert_eq!(found, expected);
}

#[test]
fn who_computes_is_there_from_its_first_turn_and_who_wants_the_lock_at_the_lock() {
    let computing = places(&[
        ("lanes", "async"),
        ("work", "block"),
        ("tasks", "A:1:3 B:1:2"),
    ]);
    let text = computing.join("\n");
    assert!(text.contains(r#""join 1","compute","head""#), "{text}");
    assert!(!text.contains("newline\",\"head"), "{text}");
    let locked = places(&[("lanes", "threads"), ("lock", "")]);
    let text = locked.join("\n");
    assert!(text.contains("\"lock\""), "{text}");
}

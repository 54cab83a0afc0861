//! Deadlines, ties and the order of waking.

use std::sync::{Arc, Mutex};
use std::task::{Wake, Waker};

use interleaved::Clock;
use proptest::prelude::*;

type Woken = Arc<Mutex<Vec<usize>>>;

struct Note(usize, Woken);

impl Wake for Note {
    fn wake(self: Arc<Self>) {
        self.1.lock().unwrap().push(self.0);
    }
}

/// A clock on which sleeper number `i` waits for `deadlines[i]`.
fn clock_with(deadlines: &[u64]) -> (Clock, Woken) {
    let (mut clock, woken) = (Clock::default(), Woken::default());
    for (number, &deadline) in deadlines.iter().enumerate() {
        clock.wake_at(
            deadline,
            Waker::from(Arc::new(Note(number, Arc::clone(&woken)))),
        );
    }
    (clock, woken)
}

fn wake_all(clock: &mut Clock, limit: u64) {
    while clock.advance(limit) {
        while let Some(waker) = clock.next_due() {
            waker.wake();
        }
    }
}

#[track_caller]
fn check(deadlines: &[u64], limit: u64, expected: &[usize]) {
    let (mut clock, woken) = clock_with(deadlines);
    wake_all(&mut clock, limit);
    assert_eq!(*woken.lock().unwrap(), expected);
}

#[test]
fn the_earlier_deadline_is_first() {
    check(&[30, 10, 20], 30, &[1, 2, 0]);
}

#[test]
fn equal_deadlines_keep_the_order_in_which_they_were_asked_for() {
    check(&[10, 10, 10], 10, &[0, 1, 2]);
    check(&[10, 20, 10, 20, 10], 20, &[0, 2, 4, 1, 3]);
}

#[test]
fn a_deadline_after_the_limit_stays() {
    check(&[10, 11], 10, &[0]);
    let (mut clock, _) = clock_with(&[10, 11]);
    wake_all(&mut clock, 10);
    assert_eq!((clock.now(), clock.next_deadline()), (10, Some(11)));
}

#[test]
fn time_stands_at_the_deadline_not_at_the_limit() {
    let (mut clock, _) = clock_with(&[10]);
    wake_all(&mut clock, 500);
    assert_eq!((clock.now(), clock.next_deadline()), (10, None));
}

proptest! {
    #[test]
    fn any_deadlines_wake_as_a_stable_sort_would(deadlines in prop::collection::vec(0_u64..20, 0..60)) {
        let mut expected: Vec<usize> = (0..deadlines.len()).collect();
        expected.sort_by_key(|&number| deadlines[number]);
        check(&deadlines, 20, &expected);
    }

    #[test]
    fn places_are_used_again_and_nobody_is_lost(rounds in prop::collection::vec(prop::collection::vec(1_u64..9, 0..9), 1..9)) {
        let (mut clock, woken) = clock_with(&[]);
        let mut number = 0;
        for deadlines in &rounds {
            for &after in deadlines {
                let waker = Waker::from(Arc::new(Note(number, Arc::clone(&woken))));
                clock.wake_at(clock.now() + after, waker);
                number += 1;
            }
            let limit = clock.now() + 4;
            wake_all(&mut clock, limit);
        }
        wake_all(&mut clock, u64::MAX);
        let mut woken = woken.lock().unwrap().clone();
        woken.sort_unstable();
        prop_assert_eq!(woken, (0..number).collect::<Vec<_>>());
    }
}

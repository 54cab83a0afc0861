//! Real time becomes virtual time. Real times are in microseconds.

use interleaved::Pace;
use proptest::prelude::*;

const SECOND: u64 = 1_000_000;

#[test]
fn a_paused_playhead_stands_still() {
    let pace = Pace::new(1_000);
    assert_eq!(pace.position(5 * SECOND), 0);
}

#[test]
fn pausing_keeps_what_has_gone_by_and_no_more() {
    let mut pace = Pace::new(1_000);
    pace.play(10 * SECOND);
    pace.pause(12 * SECOND);
    assert_eq!(pace.position(99 * SECOND), 2_000);
    pace.play(100 * SECOND);
    assert_eq!(pace.position(101 * SECOND), 3_000);
}

#[test]
fn a_change_of_speed_counts_from_its_moment_on() {
    let mut pace = Pace::new(1_000);
    pace.play(0);
    pace.set_speed(10_000, 2 * SECOND);
    assert_eq!(pace.position(2 * SECOND), 2_000);
    assert_eq!(pace.position(3 * SECOND), 12_000);
    pace.set_speed(100, 3 * SECOND);
    assert_eq!(pace.position(13 * SECOND), 13_000);
}

#[test]
fn a_seek_goes_on_from_there() {
    let mut pace = Pace::new(2_000);
    pace.play(0);
    pace.seek(500, 7 * SECOND);
    assert_eq!(pace.position(7 * SECOND), 500);
    assert_eq!(pace.position(8 * SECOND), 2_500);
}

#[test]
fn a_real_clock_that_jumps_back_holds_the_playhead() {
    let mut pace = Pace::new(1_000);
    pace.play(10 * SECOND);
    assert_eq!(pace.position(4 * SECOND), 0);
    assert_eq!(pace.position(11 * SECOND), 1_000);
}

proptest! {
    #[test]
    fn whoever_waits_as_long_as_told_is_not_early(
        speed in 100_u32..=100_000,
        start in 0_u64..1_000_000_000,
        elapsed in 0_u64..1_000_000_000,
        ahead in 1_u64..4_000_000,
    ) {
        let mut pace = Pace::new(speed);
        pace.play(start);
        let now = start + elapsed;
        let deadline = pace.position(now) + ahead;
        let wait = pace.micros_until(deadline, now);
        prop_assert!(pace.position(now + wait) >= deadline);
        prop_assert!(pace.position(now + wait - 1) < deadline);
    }
}

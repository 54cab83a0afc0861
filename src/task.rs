//! The program of the lesson: one summation, as a future and as a thread.

use std::ops::AddAssign;

use crate::executor::Task;

/// What a task sums: `range(low, high)`, which is empty when `high <= low`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summation {
    /// The name that stands in brackets before each total.
    pub name: String,
    /// The first number.
    pub low: i64,
    /// The number after the last one.
    pub high: i64,
}

impl Summation {
    /// How many steps the summation takes.
    #[must_use]
    pub fn steps(&self) -> u64 {
        u64::try_from(i128::from(self.high) - i128::from(self.low)).unwrap_or(0)
    }
}

/// What a summation has come to: no number of 64 bits takes every sum of such numbers.
///
/// It lies in memory as those do. Where an `i128` has to begin at a multiple of 16, so
/// has each future that holds one, which takes an allocator more time and more room.
#[derive(Debug, Default, Clone, Copy)]
#[repr(Rust, packed(8))]
pub(crate) struct Total(i128);

impl AddAssign<i64> for Total {
    fn add_assign(&mut self, number: i64) {
        self.0 += i128::from(number);
    }
}

impl From<Total> for i128 {
    fn from(total: Total) -> Self {
        total.0
    }
}

/// The summation as a future. It gives way where it awaits something that isn't
/// there yet, and nowhere else: so nobody can come between the two writes of its
/// `print`, and nobody gets a turn while it computes.
pub(crate) async fn sum(task: Task) {
    let mut total = Total::default();
    for i in task.range() {
        total += i;
        task.work().await;
        task.print(total);
    }
}

/// The summation as a thread. A thread can be interrupted anywhere; each place
/// where that would show is an `await` here, for the scheduler to decide.
pub(crate) async fn sum_in_thread(task: Task) {
    let mut total = Total::default();
    for i in task.range() {
        total += i;
        task.work().await;
        let _locked = task.lock().await;
        task.write_total(total);
        task.maybe_switch().await;
        task.write_newline();
    }
}

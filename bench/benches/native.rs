//! Events per second in virtual time, natively.

use std::time::Duration;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use interleaved::Keep;
use interleaved_bench::lane::{self, lane};
use interleaved_bench::sleepers::Sleepers;

fn lanes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("lane");
    for (name, tasks, steps, keep) in [
        ("1000-kept", 1_000, 100, Keep::Events),
        ("1000-counted", 1_000, 100, Keep::Nothing),
        ("1000000-counted", 1_000_000, 5, Keep::Nothing),
    ] {
        let events = lane::run(&mut lane(tasks, steps, 10, Keep::Nothing));
        group.throughput(Throughput::Elements(events));
        group.bench_function(name, |bencher| {
            bencher.iter_batched_ref(
                || lane(tasks, steps, 10, keep),
                lane::run,
                BatchSize::PerIteration,
            );
        });
    }
}

fn sleepers(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("sleepers");
    for (name, count) in [("10000", 10_000), ("1000000", 1_000_000)] {
        let events = 1_000_000;
        let mut sleepers = Sleepers::new(count, events);
        group.throughput(Throughput::Elements(events as u64));
        group.bench_function(name, |bencher| bencher.iter(|| sleepers.run(events)));
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .without_plots();
    targets = lanes, sleepers
}
criterion_main!(benches);

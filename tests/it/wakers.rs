//! Futures that know nothing of the kernel, whose wakers are called from other threads.

use std::cell::Cell;
use std::future::poll_fn;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, mpsc};
use std::task::{Poll, Waker};
use std::thread;

use interleaved::machine::{Executor, Machine, Outcome, Rules};
use interleaved::schedule::Schedule;
use interleaved::trace::{EventKind, Keep, Log, On};

#[test]
fn a_future_from_elsewhere_is_woken_by_its_waker() {
    let (send, receive) = mpsc::channel::<Waker>();
    let (allow, allowed) = mpsc::channel();
    let thread = thread::spawn(move || {
        let waker = receive.recv().expect("the future sends its waker");
        allowed.recv().expect("it may be called at some time");
        waker.wake();
    });
    let mut executor = Executor::new(
        Rules::FUTURES,
        &Schedule::InTurn,
        Log::default(),
        |main| async move {
            let mut send = Some(send);
            poll_fn(|context| match send.take() {
                Some(send) => {
                    let waker = context.waker().clone();
                    send.send(waker).expect("the thread listens");
                    Poll::Pending
                }
                None => Poll::Ready(()),
            })
            .await;
            main.print("woken").await;
        },
    );
    executor.run_until(u64::MAX, 100);
    let on = On::Elsewhere;
    assert!(
        executor
            .log()
            .prefix(usize::MAX)
            .any(|event| event.kind == EventKind::Waiting { on, until: None })
    );
    assert_eq!(
        executor.outcome(),
        None,
        "it waits for what it doesn't know"
    );
    allow.send(()).unwrap();
    thread.join().unwrap();
    executor.run_until(u64::MAX, 100);
    assert_eq!(executor.outcome(), Some(Outcome::Done));
    assert_eq!(executor.log().output(usize::MAX), "woken\n");
}

/// Another thread says a number and wakes the future, which then has to hear that number:
/// while it is polled for a wake-up just before, too.
#[test]
fn no_wake_up_from_another_thread_is_lost() {
    const ROUNDS: u32 = 20_000;
    let said = Arc::new(AtomicU32::new(0));
    let heard = Rc::new(Cell::new(0));
    let (send, receive) = mpsc::channel::<Waker>();
    let mut executor = {
        let (said, heard) = (Arc::clone(&said), Rc::clone(&heard));
        let log = Log::new(Keep::Nothing);
        Executor::new(Rules::FUTURES, &Schedule::InTurn, log, |_| async move {
            let mut send = Some(send);
            poll_fn(|context| {
                if let Some(send) = send.take() {
                    let waker = context.waker().clone();
                    send.send(waker).expect("the test listens");
                }
                // That it sees the number is what the wake-up has to see to.
                heard.set(said.load(Ordering::Relaxed));
                if heard.get() < ROUNDS {
                    Poll::Pending
                } else {
                    Poll::Ready(())
                }
            })
            .await;
        })
    };
    executor.run_until(u64::MAX, 100);
    let waker = receive.recv().expect("the future sends its waker");

    let (woken, checked) = (AtomicU32::new(0), AtomicU32::new(0));
    let mut lost = None;
    thread::scope(|scope| {
        scope.spawn(|| {
            for round in 1..=ROUNDS {
                waker.wake_by_ref();
                said.store(round, Ordering::Relaxed);
                waker.wake_by_ref();
                woken.store(round, Ordering::Release);
                while checked.load(Ordering::Acquire) < round {
                    thread::yield_now();
                }
            }
        });
        for round in 1..=ROUNDS {
            while woken.load(Ordering::Acquire) < round {
                executor.run_until(u64::MAX, 100);
            }
            executor.run_until(u64::MAX, 100);
            if heard.get() < round {
                lost.get_or_insert(round);
            }
            checked.store(round, Ordering::Release);
        }
    });
    assert_eq!(lost, None, "the first wake-up of which nothing came");
    assert_eq!(executor.outcome(), Some(Outcome::Done));
}

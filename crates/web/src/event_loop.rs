//! The summations as futures on the browser's own executor: the lane `event-loop`.
//!
//! This is the plainest form of an async future driven by JavaScript's timers.
//! [`spawn_local`] lets the browser's event loop poll the futures, and each wait is a
//! `setTimeout` of its own behind a promise. Nothing here is in virtual time, so nothing
//! can be stepped, and each wait ends when the browser gets round to it: a little late.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Promise, global};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Performance, Window, WorkerGlobalScope};

use interleaved::machine::Spawn;
use interleaved::summation::last_line;
use interleaved::trace::{On, Stream};
use interleaved::{Config, Event, EventKind, Pace, REAL_TIME, TaskId, Thread, crossing};

#[wasm_bindgen]
extern "C" {
    /// Whoever writes down what happens.
    pub type Recorder;

    /// An event as `record` of the player takes it, and the text written.
    #[wasm_bindgen(method)]
    fn record(this: &Recorder, numbers: &[f64], text: &str);
}

/// A run of the summations that has been started by its first [`play`](Self::play).
#[wasm_bindgen]
pub struct EventLoop {
    run: Rc<Run>,
    has_started: Cell<bool>,
}

#[wasm_bindgen]
impl EventLoop {
    /// A run that is held at its start. `settings` are those of a player that has taken
    /// them. A millisecond has so many `rounds` of computing.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(settings: &str, rounds: f64, recorder: Recorder) -> Self {
        let config = crossing::read_settings(settings).0;
        let count = config.tasks.len();
        let timers = (0..count).map(|_| RefCell::default()).collect();
        let run = Run {
            config,
            rounds,
            recorder,
            pace: RefCell::new(Pace::new(REAL_TIME)),
            late: RefCell::new(vec![Vec::new(); count]),
            timers,
            goes_on: RefCell::new(Signal::new()),
            has_ended: Cell::new(false),
        };
        Self {
            run: Rc::new(run),
            has_started: Cell::new(false),
        }
    }

    /// Lets it run.
    pub fn play(&self) {
        self.run.pace.borrow_mut().play(now_micros());
        self.run.goes_on.borrow().send();
        if !self.has_started.replace(true) {
            let main = main(Rc::clone(&self.run));
            spawn_local(async {
                // At the end of the run nobody is there any more who would want to know.
                let _ = main.await;
            });
        }
    }

    /// Holds it: timers that have been set fire, but whoever waited for one goes on only
    /// when it may run, and has waited for its whole interval by then.
    pub fn pause(&self) {
        self.run.pace.borrow_mut().pause(now_micros());
        self.run.goes_on.replace(Signal::new());
    }

    /// How late the waits have ended so far, in milliseconds: in the middle, at most, and
    /// what those of one task come to at most, since each wait begins when the one before
    /// has ended. Nothing if none has ended.
    #[must_use]
    pub fn lateness(&self) -> Vec<f64> {
        let late = self.run.late.borrow();
        let mut all = late.concat();
        all.sort_by(f64::total_cmp);
        let sums = late.iter().map(|of_task| of_task.iter().sum::<f64>());
        match all.last() {
            Some(most) => vec![all[all.len() / 2], *most, sums.fold(0.0, f64::max)],
            None => Vec::new(),
        }
    }

    /// Ends it where it is: no timer is left, and no future.
    pub fn end(&self) {
        self.run.has_ended.set(true);
        self.run.goes_on.borrow().send();
        for timer in &self.run.timers {
            // Its future is polled once more, and sees that this is the end.
            timer.take();
        }
    }
}

/// What ends a future before it has come to its end: its run has.
struct Ended;

/// The main program: it starts the summations, joins them, and says that it is done.
async fn main(run: Rc<Run>) -> Result<(), Ended> {
    let main = TaskId::MAIN;
    run.tell(main, EventKind::Created { by: main });
    run.tell(main, EventKind::Started);
    run.tell(main, EventKind::Polled);
    let started: Vec<_> = (0..run.config.tasks.len())
        .map(|index| start(&run, index))
        .collect();
    for (task, finished) in started {
        if finished.is_sent() {
            continue;
        }
        let on = On::Task(task);
        run.tell(main, EventKind::Waiting { on, until: None });
        finished.sent().await;
        run.go_on().await?;
        run.tell(main, EventKind::Woke);
        run.tell(main, EventKind::Polled);
    }
    run.print(main, last_line(Spawn::Starts));
    run.tell(main, EventKind::Finished);
    run.tell(main, EventKind::Done);
    Ok(())
}

/// Starts a summation. The signal is sent at its end.
fn start(run: &Rc<Run>, index: usize) -> (TaskId, Rc<Signal>) {
    let task = TaskId(index as u32 + 1);
    let finished = Rc::new(Signal::new());
    let by = TaskId::MAIN;
    run.tell(task, EventKind::Created { by });
    run.tell(task, EventKind::Started);
    let sum = sum(Rc::clone(run), index, task);
    let signal = Rc::clone(&finished);
    spawn_local(async move {
        // At the end of the run nobody is there any more who would want to know.
        let _ = sum.await;
        signal.send();
    });
    (task, finished)
}

/// One summation.
async fn sum(run: Rc<Run>, index: usize, task: TaskId) -> Result<(), Ended> {
    let summation = &run.config.tasks[index];
    let mut total = 0_i128;
    run.tell(task, EventKind::Polled);
    for i in summation.low..summation.high {
        total += i128::from(i);
        if run.config.work.computes(index) {
            Thread::compute(f64::from(run.config.interval) * run.rounds);
        } else {
            run.wait(index, task).await?;
        }
        run.print(task, &format!("[{}] total={total}", summation.name));
    }
    run.tell(task, EventKind::Finished);
    Ok(())
}

/// What the futures of a run share.
struct Run {
    config: Config,
    rounds: f64,
    recorder: Recorder,
    /// The time of the run: real time, less the time in which it was held.
    pace: RefCell<Pace>,
    /// How late each wait of each task has ended, in milliseconds.
    late: RefCell<Vec<Vec<f64>>>,
    /// What each task waits for.
    timers: Vec<RefCell<Option<Timer>>>,
    /// Sent when the run may go on; another one when it is held again.
    goes_on: RefCell<Signal>,
    has_ended: Cell<bool>,
}

impl Run {
    /// Waits for an interval of the run's time.
    async fn wait(&self, index: usize, task: TaskId) -> Result<(), Ended> {
        let interval = self.config.interval;
        let until = self.now() + f64::from(interval);
        let (on, span) = (On::Time, Some(interval.into()));
        self.tell(task, EventKind::Waiting { on, until: span });
        // Whoever began to wait first goes on first: timers of one length keep their order.
        // What is left of the interval by now may differ by a whole millisecond.
        let mut left = f64::from(interval);
        // A browser's timer may fire a fraction of a millisecond early. To wait once more
        // for that would let others go first who began to wait later.
        while left >= 1.0 {
            let fired = Timer::start(left, &self.timers[index]);
            fired.await;
            self.go_on().await?;
            left = until - self.now();
        }
        self.late.borrow_mut()[index].push((-left).max(0.0));
        self.tell(task, EventKind::Woke);
        self.tell(task, EventKind::Polled);
        Ok(())
    }

    /// Waits until the run may go on.
    async fn go_on(&self) -> Result<(), Ended> {
        let sent = self.goes_on.borrow().sent();
        sent.await;
        if self.has_ended.get() {
            return Err(Ended);
        }
        Ok(())
    }

    /// A print, which is two writes.
    fn print(&self, task: TaskId, text: &str) {
        let stream = Stream::Output;
        for text in [text, "\n"] {
            self.tell(task, EventKind::Wrote { stream, text });
        }
    }

    fn tell(&self, task: TaskId, kind: EventKind<'_>) {
        // What still happens after the end is nobody's business.
        if self.has_ended.get() {
            return;
        }
        let (at, line) = (0, None);
        let event = Event {
            at,
            task,
            line,
            kind,
        };
        let text = match kind {
            EventKind::Wrote { text, .. } => text,
            _ => "",
        };
        let numbers = crossing::event(event, at).map(|(_, number)| number);
        self.recorder.record(&numbers, text);
    }

    /// The time of the run, in milliseconds.
    fn now(&self) -> f64 {
        self.pace.borrow().smooth_position(now_micros())
    }
}

/// A promise that is resolved by hand.
struct Signal {
    promise: Promise,
    resolve: Function,
    is_sent: Cell<bool>,
}

impl Signal {
    fn new() -> Self {
        let mut made = None;
        let promise = Promise::new(&mut |resolve, _| made = Some(resolve));
        let resolve = made.expect("a promise calls its function at once");
        let is_sent = Cell::new(false);
        Self {
            promise,
            resolve,
            is_sent,
        }
    }

    /// Sends it, to those who wait for it and to those who will.
    fn send(&self) {
        self.is_sent.set(true);
        // To resolve a promise can't fail, and doing it once more does nothing.
        let _ = self.resolve.call0(&JsValue::UNDEFINED);
    }

    fn is_sent(&self) -> bool {
        self.is_sent.get()
    }

    /// Comes to its end when it is sent.
    fn sent(&self) -> impl Future<Output = ()> + use<> {
        let promise = JsFuture::from(self.promise.clone());
        async move {
            // Nobody rejects it.
            let _ = promise.await;
        }
    }
}

/// A timer of the browser, which is cleared where this ends before it has fired.
struct Timer {
    id: i32,
    fires: Signal,
}

impl Timer {
    /// Sets a timer, in the place of the last one there. It fires after so many
    /// milliseconds, at most an hour.
    fn start(millis: f64, place: &RefCell<Option<Self>>) -> impl Future<Output = ()> + use<> {
        let fires = Signal::new();
        let fired = fires.sent();
        // Rounded up, since whoever comes a millisecond too early has to wait once more.
        let millis = millis.ceil() as i32;
        let id =
            match scope() {
                Scope::Window(window) => window
                    .set_timeout_with_callback_and_timeout_and_arguments_0(&fires.resolve, millis),
                Scope::Worker(worker) => worker
                    .set_timeout_with_callback_and_timeout_and_arguments_0(&fires.resolve, millis),
            };
        let id = id.expect("timers can be set everywhere");
        place.replace(Some(Self { id, fires }));
        fired
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        match scope() {
            Scope::Window(window) => window.clear_timeout_with_handle(self.id),
            Scope::Worker(worker) => worker.clear_timeout_with_handle(self.id),
        }
        self.fires.send();
    }
}

/// Where this runs.
enum Scope {
    Window(Window),
    Worker(WorkerGlobalScope),
}

fn scope() -> Scope {
    match global().dyn_into() {
        Ok(window) => Scope::Window(window),
        Err(global) => Scope::Worker(global.unchecked_into()),
    }
}

/// Real time in microseconds.
fn now_micros() -> u64 {
    let performance: Option<Performance> = match scope() {
        Scope::Window(window) => window.performance(),
        Scope::Worker(worker) => worker.performance(),
    };
    let performance = performance.expect("there is a clock everywhere");
    (performance.now() * 1_000.0) as u64
}

//! The executor: polls whoever is ready, then moves the clock to the next deadline.
//!
//! One executor is one lane's single thread. Its [`Main`] program starts tasks
//! and joins them; a [`Task`] is what a summation sees: it can work and print.
//! Both are handles to the one [`World`] of the lane.

use std::cell::{Ref, RefCell, RefMut};
use std::fmt;
use std::future::Future;
use std::ops::Range;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::Wake;
use std::task::{Context, Poll, Waker};

use crate::clock::{Clock, Millis};
use crate::event::{Log, TaskId};
use crate::lane::{Program, Work};
use crate::scheduler::{Schedule, Scheduler, Why};
use crate::task::{Summation, Total};
use crate::woken::Woken;

pub(crate) type BoxedFuture = Pin<Box<dyn Future<Output = ()>>>;

/// Runs the futures of one lane.
pub(crate) struct Executor {
    world: Rc<World>,
    /// The main program, until it has ended.
    main: Option<BoxedFuture>,
    has_begun: bool,
    /// The tasks that have been started.
    started: Vec<Started>,
    woken: Arc<Woken>,
    scheduler: Scheduler,
}

/// A task that has been started.
struct Started {
    /// Until it has finished.
    future: Option<BoxedFuture>,
    waker: Waker,
}

/// What the futures of a lane share.
struct World {
    tasks: Rc<Vec<Summation>>,
    interval: u32,
    work: Work,
    /// Whether each task has a processor of its own, so that one which computes
    /// doesn't keep the others from running.
    parallel: bool,
    lock: bool,
    state: RefCell<State>,
}

struct State {
    clock: Clock,
    log: Log,
    lock: Lock,
    /// What the main program has started since it was polled.
    spawned: Vec<BoxedFuture>,
    /// For each task that has been started.
    phases: Vec<Phase>,
    /// Who has the thread for itself, and until when.
    busy: Option<(TaskId, Millis)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Runs, waits, or is ready.
    Begun,
    /// Computes: it is in the middle of a poll.
    Computing,
    Finished,
}

/// Wakes a task: says to the executor that it is worth polling again.
struct TaskWaker {
    task: TaskId,
    woken: Arc<Woken>,
}

impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.woken.push(self.task);
    }
}

impl Executor {
    pub(crate) fn new(
        program: &Program,
        schedule: &Schedule,
        parallel: bool,
        log: Log,
        main: impl FnOnce(Main) -> BoxedFuture,
    ) -> Self {
        let world = Rc::new(World {
            tasks: Rc::clone(&program.tasks),
            interval: program.interval,
            work: program.work,
            parallel,
            lock: program.lock,
            state: RefCell::new(State {
                clock: Clock::default(),
                log,
                lock: Lock::default(),
                spawned: Vec::with_capacity(program.tasks.len()),
                phases: Vec::new(),
                busy: None,
            }),
        });
        let main = main(Main {
            world: Rc::clone(&world),
        });
        Self {
            world,
            main: Some(main),
            has_begun: false,
            started: Vec::new(),
            woken: Arc::new(Woken::new(program.tasks.len())),
            scheduler: Scheduler::new(schedule),
        }
    }

    pub(crate) fn log(&self) -> Ref<'_, Log> {
        Ref::map(self.world.state.borrow(), |state| &state.log)
    }

    pub(crate) fn is_done(&self) -> bool {
        self.main.is_none()
    }

    pub(crate) fn ready(&self) -> Vec<TaskId> {
        self.scheduler.ready()
    }

    pub(crate) fn next_deadline(&self) -> Option<Millis> {
        let sleepers = || self.world.state.borrow().clock.next_deadline();
        self.busy_until().or_else(sleepers)
    }

    /// Until when a task has the thread for itself, if one does.
    pub(crate) fn busy_until(&self) -> Option<Millis> {
        self.world.state.borrow().busy.map(|(_, until)| until)
    }

    /// From now on the lock around print belongs to somebody else, who is asked
    /// for it each time that a task wants it.
    pub(crate) fn share_lock(&mut self) {
        let lock = &mut self.world.state().lock;
        lock.shared = true;
        lock.held_by = Some(SOMEBODY_ELSE);
    }

    /// Whether a task waits for the shared lock.
    pub(crate) fn wants_lock(&self) -> bool {
        let lock = &self.world.state.borrow().lock;
        lock.shared && !lock.queue.is_empty()
    }

    /// Gives the shared lock to whoever waits for it.
    pub(crate) fn grant_lock(&mut self) {
        self.world.state().lock.hand_over();
        self.collect_woken(None);
    }

    /// Whoever computes has come to the end of a step. Real computing takes as long as
    /// it takes, so that is now, be it sooner or later than it should, and the time is
    /// the same for all who wait.
    pub(crate) fn end_computing(&mut self, now: Millis) {
        let state = &mut *self.world.state();
        state.clock.pass(now);
        if let Some((_, until)) = &mut state.busy {
            *until = state.clock.now();
        }
    }

    /// See [`crate::lane::Lane::run_until`].
    pub(crate) fn run_until(&mut self, time: Millis, mut polls: u32) -> u32 {
        while polls > 0 && (self.poll_next() || self.advance(time)) {
            polls -= 1;
        }
        polls
    }

    /// See [`crate::lane::Lane::run_one`].
    pub(crate) fn run_one(&mut self) -> bool {
        let before = self.log().appended();
        while self.log().appended() == before {
            if !self.poll_next() && !self.advance(Millis::MAX) {
                return false;
            }
        }
        true
    }

    /// Polls whoever goes next. Returns whether there was anybody.
    fn poll_next(&mut self) -> bool {
        if !self.has_begun {
            // The main program runs first, and after that each time a task ends:
            // there is nothing else that it could wait for.
            self.has_begun = true;
            self.poll_main();
            return true;
        }
        let mut state = self.world.state();
        let computed = match state.thread() {
            Thread::Busy => return false,
            Thread::Computed(task) => Some(task),
            Thread::Free => None,
        };
        let Some(task) = computed.or_else(|| self.scheduler.pop()) else {
            return false;
        };
        let started = &mut self.started[task as usize];
        if let Some(future) = &mut started.future {
            state.polled(task);
            drop(state);
            let mut context = Context::from_waker(&started.waker);
            if future.as_mut().poll(&mut context).is_ready() {
                started.future = None;
                self.world.state().finished(task);
                self.poll_main();
            }
            self.collect_woken(Some(task));
        }
        true
    }

    fn poll_main(&mut self) {
        let Some(main) = &mut self.main else { return };
        let mut context = Context::from_waker(Waker::noop());
        let ended = main.as_mut().poll(&mut context).is_ready();
        let mut state = self.world.state();
        // Tasks are started in the order of their numbers, so each lands in its place.
        let spawned = std::mem::take(&mut state.spawned);
        let count = spawned.len();
        self.started.reserve(count);
        for future in spawned {
            let task = self.started.len() as TaskId;
            let waker = Waker::from(Arc::new(TaskWaker {
                task,
                woken: Arc::clone(&self.woken),
            }));
            let future = Some(future);
            self.started.push(Started { future, waker });
            state.started(task);
            self.scheduler.push(task, Why::Started);
        }
        // Each of them is going to wait, where the list of the spawned has been.
        state.clock.reserve(count);
        if ended {
            state.done();
            drop(state);
            self.main = None;
        }
    }

    /// Moves the clock to the next deadline, if it isn't after `limit`.
    fn advance(&mut self, limit: Millis) -> bool {
        let busy = self.busy_until();
        if let Some(until) = busy.filter(|&until| until <= limit) {
            self.world.state().clock.pass(until);
            return true;
        }
        if busy.is_some() || !self.world.state().clock.advance(limit) {
            return false;
        }
        while let Some(waker) = self.world.next_due() {
            waker.wake();
        }
        self.collect_woken(None);
        true
    }

    /// Puts the woken tasks among the ready ones. `running` is the task that has
    /// just been polled: if it has woken itself it didn't wait, it gave way.
    fn collect_woken(&mut self, running: Option<TaskId>) {
        let woken = self.woken.take();
        let mut state = self.world.state();
        for task in woken {
            let mut why = Why::GaveWay;
            if running != Some(task) {
                state.woke(task);
                why = Why::Woke;
            }
            self.scheduler.push(task, why);
        }
    }
}

impl fmt::Debug for Executor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Executor")
            .field("ready", &self.scheduler)
            .finish_non_exhaustive()
    }
}

impl World {
    fn state(&self) -> RefMut<'_, State> {
        self.state.borrow_mut()
    }

    /// A function of its own, so that the state is free when the waker is called.
    fn next_due(&self) -> Option<Waker> {
        self.state().clock.next_due()
    }
}

/// What the thread of a lane is doing between two polls.
enum Thread {
    Free,
    Busy,
    /// A task has computed, and goes on before all others.
    Computed(TaskId),
}

/// Everything that happens is written down here, at the clock's time.
impl State {
    fn started(&mut self, task: TaskId) {
        self.phases.push(Phase::Begun);
        self.log.started(self.clock.now(), task);
    }

    fn polled(&mut self, task: TaskId) {
        let phase = &mut self.phases[task as usize];
        // Who has computed goes on with the poll in which it began to.
        if std::mem::replace(phase, Phase::Begun) == Phase::Begun {
            self.log.polled(self.clock.now(), task);
        }
    }

    fn woke(&mut self, task: TaskId) {
        if self.phases[task as usize] == Phase::Begun {
            self.log.woke(self.clock.now(), task);
        }
    }

    /// Who has the thread.
    fn thread(&mut self) -> Thread {
        match self.busy {
            None => Thread::Free,
            Some((_, until)) if self.clock.now() < until => Thread::Busy,
            Some((task, _)) => {
                self.busy = None;
                Thread::Computed(task)
            }
        }
    }

    fn finished(&mut self, task: TaskId) {
        self.phases[task as usize] = Phase::Finished;
        self.log.finished(self.clock.now(), task);
    }

    fn done(&mut self) {
        self.log.done(self.clock.now());
    }
}

/// What the main program of a lane can do: start tasks, join them, print.
pub(crate) struct Main {
    world: Rc<World>,
}

impl Main {
    /// The tasks that are to be started.
    pub(crate) fn tasks(&self) -> impl Iterator<Item = Task> {
        (0..self.world.tasks.len() as TaskId).map(|id| Task {
            id,
            world: Rc::clone(&self.world),
        })
    }

    /// Starts the next task; what comes back waits for its end.
    pub(crate) fn spawn(&self, task: BoxedFuture) -> Join {
        let mut state = self.world.state();
        state.spawned.push(task);
        Join {
            task: state.phases.len() + state.spawned.len() - 1,
            world: Rc::clone(&self.world),
        }
    }

    pub(crate) fn print(&self, text: &str) {
        let state = &mut *self.world.state();
        state.log.main_wrote(state.clock.now(), text);
        state.log.wrote_newline(state.clock.now(), None);
    }
}

/// Waits for the end of a task. Only the main program awaits it, and that is
/// polled whenever a task ends, so there is no waker to keep.
#[must_use = "a task is joined by awaiting this"]
pub(crate) struct Join {
    task: usize,
    world: Rc<World>,
}

impl Future for Join {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        match self.world.state().phases.get(self.task) {
            Some(Phase::Finished) => Poll::Ready(()),
            _ => Poll::Pending,
        }
    }
}

/// What a summation can do: look at its range, work, print.
pub(crate) struct Task {
    id: TaskId,
    world: Rc<World>,
}

impl Task {
    fn summation(&self) -> &Summation {
        &self.world.tasks[self.id as usize]
    }

    pub(crate) fn range(&self) -> Range<i64> {
        self.summation().low..self.summation().high
    }

    /// Works for one interval: waits, or computes.
    pub(crate) fn work(&self) -> Step<'_> {
        Step {
            task: self,
            deadline: NOT_BEGUN,
        }
    }

    /// Prints the total: two writes, its text and its newline.
    pub(crate) fn print(&self, total: Total) {
        self.write_total(total);
        self.write_newline();
    }

    pub(crate) fn write_total(&self, total: Total) {
        let state = &mut *self.world.state();
        let name = &self.summation().name;
        state
            .log
            .wrote_total(state.clock.now(), self.id, name, total.into());
    }

    pub(crate) fn write_newline(&self) {
        let state = &mut *self.world.state();
        state.log.wrote_newline(state.clock.now(), Some(self.id));
    }

    /// A place where the scheduler may let another thread go first.
    pub(crate) fn maybe_switch(&self) -> MaybeSwitch {
        MaybeSwitch { gave_way: false }
    }

    /// Waits for the lock around print, where there is one.
    pub(crate) fn lock(&self) -> Acquire<'_> {
        Acquire {
            task: self,
            queued: false,
        }
    }
}

/// Ready once the interval has passed on the lane's clock.
///
/// A step that computes never gives way. It returns to the executor all the same,
/// which then lets nobody else have the thread until the step is over: so time
/// can be virtual, and whoever computes in earnest can look up now and then.
///
/// It is packed because each task that waits holds one.
#[must_use = "works when it is awaited"]
#[repr(Rust, packed(4))]
pub(crate) struct Step<'a> {
    task: &'a Task,
    deadline: Millis,
}

/// The deadline of a [`Step`] that hasn't been polled yet.
const NOT_BEGUN: Millis = Millis::MAX;

impl Future for Step<'_> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let Task { id, world } = self.task;
        let State {
            clock,
            log,
            phases,
            busy,
            ..
        } = &mut *world.state();
        let now = clock.now();
        if self.deadline == NOT_BEGUN {
            let deadline = now + Millis::from(world.interval);
            let computes = world.work.computes(*id);
            if computes {
                phases[*id as usize] = Phase::Computing;
            } else {
                log.waiting(now, *id, Some(world.interval));
            }
            if computes && !world.parallel {
                *busy = Some((*id, deadline));
                // Nobody polls it again before the executor says that the step is over.
                self.deadline = now;
            } else {
                clock.wake_at(deadline, context.waker().clone());
                self.deadline = deadline;
            }
            return Poll::Pending;
        }
        // The clock has this task's waker, which is the same at each poll.
        if now < self.deadline {
            return Poll::Pending;
        }
        Poll::Ready(())
    }
}

/// Gives way once.
#[must_use = "gives way when it is awaited"]
pub(crate) struct MaybeSwitch {
    gave_way: bool,
}

impl Future for MaybeSwitch {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.gave_way, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

/// A lock that goes to those who want it in the order in which they came.
#[derive(Debug, Default)]
struct Lock {
    held_by: Option<TaskId>,
    /// Whether it comes from somebody else, and goes back there.
    shared: bool,
    /// Short, as it holds tasks that became ready at one instant.
    queue: Vec<(TaskId, Waker)>,
}

/// Holds a shared lock while nobody here does.
const SOMEBODY_ELSE: TaskId = TaskId::MAX;

impl Lock {
    /// Gives it to the first who waits for it, if there is one.
    fn hand_over(&mut self) {
        if !self.queue.is_empty() {
            let (task, waker) = self.queue.remove(0);
            self.held_by = Some(task);
            // It only notes the task; it doesn't come back to this state.
            waker.wake();
        }
    }
}

/// Ready once this task holds the lock; at once where the lane has none.
#[must_use = "takes the lock when it is awaited"]
pub(crate) struct Acquire<'a> {
    task: &'a Task,
    queued: bool,
}

impl<'a> Future for Acquire<'a> {
    type Output = Guard<'a>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Guard<'a>> {
        let Task { id, world } = self.task;
        let State {
            clock, log, lock, ..
        } = &mut *world.state();
        if !world.lock || *lock.held_by.get_or_insert(*id) == *id {
            return Poll::Ready(Guard { world });
        }
        if !std::mem::replace(&mut self.queued, true) {
            lock.queue.push((*id, context.waker().clone()));
            log.waiting(clock.now(), *id, None);
        }
        Poll::Pending
    }
}

/// Holds the lock until it is dropped.
#[must_use = "the lock is given back when this is dropped"]
pub(crate) struct Guard<'a> {
    world: &'a World,
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        let lock = &mut self.world.state().lock;
        if lock.shared {
            lock.held_by = Some(SOMEBODY_ELSE);
            return;
        }
        // Handed over rather than let go: nobody can overtake the one who is woken.
        lock.held_by = None;
        lock.hand_over();
    }
}

//! The executor: polls whoever is ready, then moves the clock to the next deadline.
//!
//! One executor is one lane's single thread. Its [`Main`] program starts tasks
//! and joins them; a [`Task`] is what a summation sees: it can wait and print.
//! Both are handles to the one [`World`] of the lane.

use std::cell::{Ref, RefCell};
use std::collections::VecDeque;
use std::fmt;
use std::future::Future;
use std::ops::Range;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

use crate::clock::{Clock, Millis};
use crate::event::{Log, TaskId};
use crate::lane::Program;
use crate::scheduler::{Schedule, Scheduler, Why};
use crate::task::Summation;

type BoxedFuture = Pin<Box<dyn Future<Output = ()>>>;

/// Runs the futures of one lane.
pub(crate) struct Executor {
    world: Rc<World>,
    /// The main program, until it has ended.
    main: Option<BoxedFuture>,
    futures: Vec<Option<BoxedFuture>>,
    wakers: Vec<Waker>,
    woken: Arc<Woken>,
    scheduler: Scheduler,
    /// Wakers that are due: kept here so that their room is used again.
    due: Vec<Waker>,
    /// The same for the tasks that have been woken.
    woken_now: Vec<TaskId>,
}

/// What the futures of a lane share.
struct World {
    tasks: Rc<[Summation]>,
    interval: u32,
    clock: RefCell<Clock>,
    log: RefCell<Log>,
    spawned: RefCell<Vec<(TaskId, BoxedFuture)>>,
    finished: RefCell<Vec<bool>>,
    lock: Option<RefCell<Lock>>,
}

/// The tasks whose wakers have been called and that the executor hasn't seen yet.
#[derive(Debug, Default)]
struct Woken(Mutex<Vec<TaskId>>);

impl Woken {
    fn tasks(&self) -> MutexGuard<'_, Vec<TaskId>> {
        // A push can't leave the list half done, so a poisoned one is as good.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
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
        self.woken.tasks().push(self.task);
    }
}

impl Executor {
    pub(crate) fn new<F>(
        program: &Program,
        schedule: Schedule,
        log: Log,
        main: impl FnOnce(Main) -> F,
    ) -> Self
    where
        F: Future<Output = ()> + 'static,
    {
        let world = Rc::new(World {
            tasks: Rc::clone(&program.tasks),
            interval: program.interval,
            clock: RefCell::default(),
            log: RefCell::new(log),
            spawned: RefCell::default(),
            finished: RefCell::new(vec![false; program.tasks.len()]),
            lock: program.lock.then(RefCell::default),
        });
        let main = Box::pin(main(Main {
            world: Rc::clone(&world),
        }));
        Self {
            world,
            main: Some(main),
            futures: program.tasks.iter().map(|_| None).collect(),
            wakers: Vec::with_capacity(program.tasks.len()),
            woken: Arc::default(),
            scheduler: Scheduler::new(schedule),
            due: Vec::new(),
            woken_now: Vec::new(),
        }
    }

    pub(crate) fn log(&self) -> Ref<'_, Log> {
        self.world.log.borrow()
    }

    pub(crate) fn is_done(&self) -> bool {
        self.main.is_none()
    }

    pub(crate) fn ready(&self) -> Vec<TaskId> {
        self.scheduler.ready()
    }

    pub(crate) fn next_deadline(&self) -> Option<Millis> {
        self.world.clock.borrow().next_deadline()
    }

    /// See [`crate::lane::Lane::run_until`].
    pub(crate) fn run_until(&mut self, time: Millis, mut polls: u32) -> u32 {
        while polls > 0 {
            if self.poll_next() {
                polls -= 1;
            } else if !self.advance(time) {
                break;
            }
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
        if self.wakers.is_empty() && self.main.is_some() {
            // The main program runs first, and after that each time a task ends:
            // there is nothing else that it could wait for.
            self.poll_main();
            return true;
        }
        let Some(task) = self.scheduler.pop() else {
            return false;
        };
        if let Some(future) = &mut self.futures[task as usize] {
            let now = self.world.now();
            self.world.log.borrow_mut().polled(now, task);
            let mut context = Context::from_waker(&self.wakers[task as usize]);
            if future.as_mut().poll(&mut context).is_ready() {
                self.futures[task as usize] = None;
                self.world.log.borrow_mut().finished(now, task);
                self.world.finished.borrow_mut()[task as usize] = true;
                self.poll_main();
            }
            self.collect_woken(Some(task));
        }
        true
    }

    fn poll_main(&mut self) {
        let Some(main) = &mut self.main else { return };
        let ended = main
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
            .is_ready();
        let now = self.world.now();
        for (task, future) in self.world.spawned.take() {
            self.wakers.push(Waker::from(Arc::new(TaskWaker {
                task,
                woken: Arc::clone(&self.woken),
            })));
            self.futures[task as usize] = Some(future);
            self.world.log.borrow_mut().started(now, task);
            self.scheduler.push(task, Why::Started);
        }
        if ended {
            self.main = None;
            self.world.log.borrow_mut().done(now);
        }
    }

    /// Moves the clock to the next deadline, if it isn't after `limit`.
    fn advance(&mut self, limit: Millis) -> bool {
        let advanced = self.world.clock.borrow_mut().advance(limit, &mut self.due);
        self.due.drain(..).for_each(Waker::wake);
        self.collect_woken(None);
        advanced
    }

    /// Puts the woken tasks among the ready ones. `running` is the task that has
    /// just been polled: if it has woken itself it didn't wait, it gave way.
    fn collect_woken(&mut self, running: Option<TaskId>) {
        std::mem::swap(&mut self.woken_now, &mut self.woken.tasks());
        let now = self.world.now();
        for task in self.woken_now.drain(..) {
            if running == Some(task) {
                self.scheduler.push(task, Why::GaveWay);
            } else {
                self.world.log.borrow_mut().woke(now, task);
                self.scheduler.push(task, Why::Woke);
            }
        }
    }
}

impl fmt::Debug for Executor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Executor")
            .field("now", &self.world.now())
            .field("ready", &self.scheduler)
            .finish_non_exhaustive()
    }
}

impl World {
    fn now(&self) -> Millis {
        self.clock.borrow().now()
    }
}

/// What the main program of a lane can do: start tasks, join them, print.
pub(crate) struct Main {
    world: Rc<World>,
}

impl Main {
    /// The tasks that are to be started.
    pub(crate) fn tasks(&self) -> Range<TaskId> {
        0..self.world.tasks.len() as TaskId
    }

    /// Starts a task; what comes back waits for its end.
    pub(crate) fn spawn<F>(&self, task: TaskId, program: fn(Task) -> F) -> Join
    where
        F: Future<Output = ()> + 'static,
    {
        let future = Box::pin(program(Task {
            id: task,
            world: Rc::clone(&self.world),
        }));
        self.world.spawned.borrow_mut().push((task, future));
        Join {
            task,
            world: Rc::clone(&self.world),
        }
    }

    pub(crate) fn print(&self, text: &str) {
        let now = self.world.now();
        let mut log = self.world.log.borrow_mut();
        log.main_wrote(now, text);
        log.wrote_newline(now, None);
    }
}

/// Waits for the end of a task. Only the main program awaits it, and that is
/// polled whenever a task ends, so there is no waker to keep.
#[must_use = "a task is joined by awaiting this"]
pub(crate) struct Join {
    task: TaskId,
    world: Rc<World>,
}

impl Future for Join {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        match self.world.finished.borrow()[self.task as usize] {
            true => Poll::Ready(()),
            false => Poll::Pending,
        }
    }
}

/// What a summation can do: look at its range, wait, print.
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

    /// Waits one interval.
    pub(crate) fn wait(&self) -> Sleep<'_> {
        Sleep {
            task: self,
            deadline: None,
        }
    }

    /// Prints the total: two writes, its text and its newline.
    pub(crate) fn print(&self, total: i128) {
        self.write_total(total);
        self.write_newline();
    }

    pub(crate) fn write_total(&self, total: i128) {
        let now = self.world.now();
        let mut log = self.world.log.borrow_mut();
        log.wrote_total(now, self.id, &self.summation().name, total);
    }

    pub(crate) fn write_newline(&self) {
        let now = self.world.now();
        self.world
            .log
            .borrow_mut()
            .wrote_newline(now, Some(self.id));
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
#[must_use = "waits when it is awaited"]
pub(crate) struct Sleep<'a> {
    task: &'a Task,
    deadline: Option<Millis>,
}

impl Future for Sleep<'_> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let Task { id, world } = self.task;
        let mut clock = world.clock.borrow_mut();
        let now = clock.now();
        match self.deadline {
            Some(deadline) if now >= deadline => Poll::Ready(()),
            // The clock has this task's waker, which is the same at each poll.
            Some(_) => Poll::Pending,
            None => {
                let deadline = now + Millis::from(world.interval);
                clock.wake_at(deadline, context.waker().clone());
                world
                    .log
                    .borrow_mut()
                    .waiting(now, *id, Some(world.interval));
                self.deadline = Some(deadline);
                Poll::Pending
            }
        }
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
    queue: VecDeque<(TaskId, Waker)>,
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
        let Some(lock) = &world.lock else {
            return Poll::Ready(Guard { lock: None });
        };
        let mut state = lock.borrow_mut();
        if state.held_by.is_none() {
            state.held_by = Some(*id);
        }
        if state.held_by == Some(*id) {
            return Poll::Ready(Guard { lock: Some(lock) });
        }
        if !std::mem::replace(&mut self.queued, true) {
            state.queue.push_back((*id, context.waker().clone()));
            world.log.borrow_mut().waiting(world.now(), *id, None);
        }
        Poll::Pending
    }
}

/// Holds the lock until it is dropped.
#[must_use = "the lock is given back when this is dropped"]
pub(crate) struct Guard<'a> {
    lock: Option<&'a RefCell<Lock>>,
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        let Some(lock) = self.lock else { return };
        let mut state = lock.borrow_mut();
        // Handed over rather than let go: nobody can overtake the one who is woken.
        let next = state.queue.pop_front();
        state.held_by = next.as_ref().map(|(task, _)| *task);
        drop(state);
        if let Some((_, waker)) = next {
            waker.wake();
        }
    }
}

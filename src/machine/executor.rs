//! The executor: polls whoever is ready, then moves the time to the next deadline.

use std::cell::{Ref, RefCell, RefMut};
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};

use super::kernel::Kernel;
use super::operation::{Guard, Operation};
use super::{Machine, Outcome, Rules, Spawn};
use crate::ids::{ResourceId, TaskId};
use crate::schedule::Schedule;
use crate::time::Time;
use crate::trace::{Log, ResourceInfo, Stream};

/// What a task runs.
pub type BoxedFuture = Pin<Box<dyn Future<Output = ()>>>;

/// Runs futures on a kernel.
///
/// # Examples
/// Two tasks that sleep at the same time take as long as the longer:
/// ```
/// use interleaved::machine::{Executor, Machine, Rules, Task};
/// use interleaved::schedule::Schedule;
/// use interleaved::trace::Log;
///
/// async fn sleeper(task: Task, span: u64) {
///     task.sleep(span).await;
///     task.print("awake").await;
/// }
///
/// let mut machine = Executor::new(Rules::FUTURES, &Schedule::InTurn, Log::default(), |main| async move {
///     let short = main.spawn("short", |task| sleeper(task, 10)).await;
///     let long = main.spawn("long", |task| sleeper(task, 25)).await;
///     main.join(short).await;
///     main.join(long).await;
/// });
/// machine.run_until(u64::MAX, u32::MAX);
/// assert_eq!(machine.kernel().now(), 25);
/// assert_eq!(machine.log().output(usize::MAX), "awake\nawake\n");
/// ```
pub struct Executor {
    shared: Rc<Shared>,
    /// The tasks by their numbers, each until it has ended.
    tasks: Vec<Option<Polled>>,
    woken: Woken,
}

/// What a task's handle and the executor share.
struct Shared {
    kernel: RefCell<Kernel>,
    /// What has been spawned since the executor last looked: in the order of the numbers.
    spawned: RefCell<Vec<BoxedFuture>>,
}

struct Polled {
    future: BoxedFuture,
    waker: Waker,
}

/// The tasks whose wakers have been called. The operations of the kernel need no waker;
/// futures from elsewhere call theirs from wherever they are, other threads included.
type Woken = Arc<Mutex<Vec<TaskId>>>;

/// Wakes a task: says to the executor that it is worth polling again.
struct TaskWaker {
    task: TaskId,
    woken: Woken,
}

impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        // A list of numbers is never half changed, whoever panicked meanwhile.
        let woken = self.woken.lock();
        woken
            .unwrap_or_else(PoisonError::into_inner)
            .push(self.task);
    }
}

impl Executor {
    /// An executor of which nothing has run yet; `main` makes the main program.
    pub fn new<F: Future<Output = ()> + 'static>(
        rules: Rules,
        schedule: &Schedule,
        log: Log,
        main: impl FnOnce(Task) -> F,
    ) -> Self {
        let shared = Rc::new(Shared {
            kernel: RefCell::new(Kernel::new(rules, schedule, log)),
            spawned: RefCell::default(),
        });
        let main = main(Task {
            id: TaskId::MAIN,
            shared: Rc::clone(&shared),
        });
        let mut executor = Self {
            shared,
            tasks: Vec::new(),
            woken: Woken::default(),
        };
        executor.add(Box::pin(main));
        executor
    }

    /// The kernel, to look at.
    #[must_use]
    pub fn kernel(&self) -> Ref<'_, Kernel> {
        self.shared.kernel.borrow()
    }

    /// The kernel, to act on from outside of all tasks.
    pub fn kernel_mut(&mut self) -> RefMut<'_, Kernel> {
        self.shared.kernel.borrow_mut()
    }

    /// Polls whoever goes next. Returns whether there was anybody.
    fn poll_next(&mut self) -> bool {
        self.take_woken();
        let Some(task) = self.kernel_mut().next_turn() else {
            return false;
        };
        if let Some(polled) = &mut self.tasks[task.index()] {
            let mut context = Context::from_waker(&polled.waker);
            match polled.future.as_mut().poll(&mut context) {
                Poll::Ready(()) => {
                    self.tasks[task.index()] = None;
                    self.kernel_mut().finish(task);
                }
                Poll::Pending => self.wait_elsewhere(task),
            }
        }
        let spawned = self.shared.spawned.take();
        if !spawned.is_empty() {
            self.tasks.reserve(spawned.len());
            // Each of them is going to wait.
            self.kernel_mut().reserve(spawned.len());
            spawned.into_iter().for_each(|future| self.add(future));
        }
        true
    }

    fn add(&mut self, future: BoxedFuture) {
        let waker = Waker::from(Arc::new(TaskWaker {
            task: TaskId(self.tasks.len() as u32),
            woken: Arc::clone(&self.woken),
        }));
        self.tasks.push(Some(Polled { future, waker }));
    }

    /// Of a task that is pending without an operation of the kernel it is somebody else
    /// who knows when it goes on.
    fn wait_elsewhere(&mut self, task: TaskId) {
        let kernel = &mut *self.kernel_mut();
        if kernel.is_running(task) && kernel.busy_until().is_none() {
            let _ = kernel.wait_elsewhere(task);
        }
    }

    fn take_woken(&mut self) {
        let woken = {
            let mut woken = self.woken.lock().unwrap_or_else(PoisonError::into_inner);
            std::mem::take(&mut *woken)
        };
        for task in woken {
            self.kernel_mut().wake_from_elsewhere(task);
        }
    }
}

impl Machine for Executor {
    fn log(&self) -> Ref<'_, Log> {
        Ref::map(self.kernel(), Kernel::log)
    }

    fn outcome(&self) -> Option<Outcome> {
        self.kernel().outcome().cloned()
    }

    fn next_deadline(&self) -> Option<Time> {
        self.kernel().next_deadline()
    }

    fn run_until(&mut self, time: Time, mut turns: u32) -> u32 {
        while turns > 0 && (self.poll_next() || self.kernel_mut().advance(time)) {
            turns -= 1;
        }
        turns
    }

    fn run_one(&mut self) -> bool {
        let before = self.log().appended();
        while self.log().appended() == before {
            if !self.poll_next() && !self.kernel_mut().advance(Time::MAX) {
                return false;
            }
        }
        true
    }
}

impl fmt::Debug for Executor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Executor")
            .field("kernel", &self.kernel())
            .finish_non_exhaustive()
    }
}

/// A task as its own program sees it: what it can do.
///
/// A task waits for one thing at a time. What is to wait for two things at once is two
/// tasks.
#[derive(Clone)]
pub struct Task {
    id: TaskId,
    shared: Rc<Shared>,
}

impl Task {
    /// Its number.
    #[must_use]
    pub fn id(&self) -> TaskId {
        self.id
    }

    /// The current virtual time.
    #[must_use]
    pub fn now(&self) -> Time {
        self.kernel().now()
    }

    /// By which rules the machine goes.
    #[must_use]
    pub fn rules(&self) -> Rules {
        self.kernel().rules()
    }

    /// Starts another task. What comes back gives its number: at once, or at its end if
    /// it is the machine's rule that one who starts joins.
    pub fn spawn<'a, P, F>(
        &'a self,
        name: &str,
        program: P,
    ) -> impl Future<Output = TaskId> + use<'a, P, F>
    where
        P: FnOnce(Self) -> F,
        F: Future<Output = ()> + 'static,
    {
        let id = self.kernel().create(name);
        let future = program(Self {
            id,
            shared: Rc::clone(&self.shared),
        });
        self.shared.spawned.borrow_mut().push(Box::pin(future));
        self.kernel().start(id);
        async move {
            if self.rules().spawn == Spawn::Joins {
                self.join(id).await;
            }
            id
        }
    }

    /// Waits for the end of another task.
    pub fn join(&self, other: TaskId) -> impl Future<Output = ()> {
        Operation::new(self, move |kernel: &mut Kernel, task| {
            kernel.join(task, other, None)
        })
    }

    /// Waits for so long, and lets others run.
    pub fn sleep(&self, span: Time) -> impl Future<Output = ()> {
        Operation::new(self, move |kernel: &mut Kernel, task| {
            kernel.sleep(task, span)
        })
    }

    /// Computes for so long, and doesn't give way.
    pub fn compute(&self, span: Time) -> impl Future<Output = ()> {
        Operation::new(self, move |kernel: &mut Kernel, task| {
            kernel.compute(task, span)
        })
    }

    /// A place where a thread could be interrupted; a future goes on.
    pub fn checkpoint(&self) -> impl Future<Output = ()> {
        Operation::new(self, Kernel::checkpoint)
    }

    /// Prints a line as Python does: its text, then the newline. A thread can be
    /// interrupted between the two.
    pub async fn print(&self, text: &str) {
        self.print_with(|output| output.push_str(text)).await;
    }

    /// As [`print`](Self::print), for a text that is made where it is written.
    pub async fn print_with(&self, write: impl FnOnce(&mut String)) {
        self.kernel().print(self.id, write);
        self.checkpoint().await;
        self.kernel().print(self.id, |output| output.push('\n'));
    }

    /// Writes a text, by one write.
    pub fn write(&self, text: &str) {
        self.kernel().write(self.id, Stream::Output, text);
    }

    /// Makes a resource.
    #[must_use]
    pub fn create_resource(&self, info: ResourceInfo) -> ResourceId {
        self.kernel().create_resource(info)
    }

    /// See [`Kernel::run_elsewhere`].
    pub fn run_elsewhere(&self, resource: ResourceId) {
        self.kernel().run_elsewhere(resource);
    }

    /// Waits for a permit of a resource, which is given back when the guard is dropped.
    pub async fn lock(&self, resource: ResourceId) -> Guard<'_> {
        self.acquire(resource).await;
        Guard::new(self, resource)
    }

    /// Waits for a permit of a resource, and keeps it.
    pub fn acquire(&self, resource: ResourceId) -> impl Future<Output = ()> {
        Operation::new(self, move |kernel: &mut Kernel, task| {
            kernel.acquire(task, resource, None)
        })
    }

    /// Gives a permit to a resource.
    pub fn release(&self, resource: ResourceId) {
        self.kernel().release(self.id, resource);
    }

    pub(super) fn kernel(&self) -> RefMut<'_, Kernel> {
        self.shared.kernel.borrow_mut()
    }
}

impl fmt::Debug for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Task").field(&self.id).finish()
    }
}

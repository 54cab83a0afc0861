//! Futures that sleep by another crate.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;

#[cfg(feature = "gloo")]
async fn sleep(millis: u32) {
    gloo_timers::future::TimeoutFuture::new(millis).await;
}

#[cfg(feature = "wasmtimer")]
async fn sleep(millis: u32) {
    wasmtimer::tokio::sleep(std::time::Duration::from_millis(millis.into())).await;
}

#[cfg(feature = "tokio")]
async fn sleep(millis: u32) {
    let duration = std::time::Duration::from_millis(millis.into());
    tokio_with_wasm::alias::time::sleep(duration).await;
}

#[cfg(not(feature = "tokio"))]
async fn run_all(tasks: impl Iterator<Item = impl Future<Output = ()>>) {
    futures_util::future::join_all(tasks).await;
}

#[cfg(feature = "tokio")]
async fn run_all(tasks: impl Iterator<Item = impl Future<Output = ()> + 'static>) {
    let spawn = tokio_with_wasm::alias::spawn;
    for task in tasks.map(spawn).collect::<Vec<_>>() {
        let _ = task.await;
    }
}

/// Where prints go: to the page's function, or on a list.
struct Output {
    lines: RefCell<Vec<String>>,
    print: Option<Function>,
}

impl Output {
    fn print(&self, line: String) {
        match &self.print {
            // The page's function doesn't throw.
            Some(print) => drop(print.call1(&JsValue::NULL, &line.into())),
            None => self.lines.borrow_mut().push(line),
        }
    }
}

async fn sum(name: String, low: i64, steps: u32, interval: u32, output: Rc<Output>) {
    let mut total = 0;
    for i in low..low + i64::from(steps) {
        total += i;
        sleep(interval).await;
        output.print(format!("[{name}] total={total}"));
    }
}

/// Runs the tasks to their end, and returns how many lines are on the list.
#[wasm_bindgen]
pub async fn run(tasks: u32, steps: u32, interval: u32, print: Option<Function>) -> usize {
    let output = Rc::new(Output {
        lines: RefCell::default(),
        print,
    });
    let task = |task: u32| {
        let name = format!("T{task}");
        sum(name, task.into(), steps, interval, Rc::clone(&output))
    };
    run_all((0..tasks).map(task)).await;
    output.lines.borrow().len()
}

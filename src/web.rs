//! The browser boundary: the only file that names JavaScript.
//!
//! A [`Player`] is a [`Demo`] with a timer. Whatever the number of tasks, there
//! is one outstanding `setTimeout`, for the earliest deadline; when it fires the
//! lanes run up to the playhead and the page is told that something has changed.
//! The page then asks for what it shows. Nothing else calls JavaScript.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::clock::Millis;
use crate::config::{Autoplay, Config, Lang, Theme};
use crate::demo::{Demo, Progress};
use crate::error::Error;
use crate::event::{Event, EventKind};

/// The longest delay of `setTimeout`; a longer one would fire at once. The timer
/// that fires too early finds nothing due and is set again.
const MAX_DELAY_MILLIS: u64 = 2_147_483_647;
/// How long a turn of the event loop may catch up before the page gets its own.
const SLICE_MICROS: u64 = 8_000;
/// After how many polls the real clock is looked at.
const SLICE_POLLS: u32 = 2_000;

#[wasm_bindgen]
extern "C" {
    // Not through `Window`, so that it works in a worker and in Node as well.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &Function, millis: f64) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
}

fn now_micros() -> u64 {
    (performance_now() * 1_000.0) as u64
}

/// Settings, read one by one.
#[wasm_bindgen]
#[derive(Default)]
pub struct Settings(Config);

#[wasm_bindgen]
impl Settings {
    /// The defaults.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets one setting from text.
    ///
    /// # Errors
    /// An object with `code`, `setting`, `value` and `allowed`, as in [`Error`].
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), JsValue> {
        self.0.set(name, value).map_err(|error| describe(&error))
    }

    /// `"off"`, `"load"` or `"visible"`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn autoplay(&self) -> String {
        let name = match self.0.autoplay {
            Autoplay::Off => "off",
            Autoplay::OnLoad => "load",
            Autoplay::Visible => "visible",
        };
        name.to_owned()
    }

    /// Whether the controls are shown.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn controls(&self) -> bool {
        self.0.controls
    }

    /// `"ko"`, `"en"`, or `undefined` where it is left to the page.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn lang(&self) -> Option<String> {
        let name = match self.0.lang? {
            Lang::Ko => "ko",
            Lang::En => "en",
        };
        Some(name.to_owned())
    }

    /// `"auto"`, `"light"` or `"dark"`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn theme(&self) -> String {
        let name = match self.0.theme {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        name.to_owned()
    }

    /// Where to start, in virtual milliseconds.
    #[wasm_bindgen(getter, js_name = startAt)]
    #[must_use]
    pub fn start_at(&self) -> f64 {
        self.0.start_at as f64
    }
}

/// A demo with a timer. Times are in virtual milliseconds.
#[wasm_bindgen]
pub struct Player(Rc<State>);

struct State {
    demo: RefCell<Demo>,
    /// Called without arguments after each change that the timer has made.
    changed: Function,
    timer: RefCell<Option<JsValue>>,
    /// The one callback that every `setTimeout` gets.
    on_timer: RefCell<Option<Closure<dyn FnMut()>>>,
    /// Whether a seek still has lanes to run.
    behind: Cell<bool>,
}

#[wasm_bindgen]
impl Player {
    /// A paused player at 0.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(settings: &Settings, changed: Function) -> Self {
        let state = Rc::new(State {
            demo: RefCell::new(Demo::new(&settings.0)),
            changed,
            timer: RefCell::default(),
            on_timer: RefCell::default(),
            behind: Cell::default(),
        });
        // Weak, because the state owns the callback: a player that is dropped
        // takes its timer along.
        let weak = Rc::downgrade(&state);
        let on_timer = Closure::new(move || {
            if let Some(state) = weak.upgrade() {
                state.on_timer();
            }
        });
        *state.on_timer.borrow_mut() = Some(on_timer);
        Self(state)
    }

    /// Starts the playhead; at the end, from the beginning.
    pub fn play(&self) {
        self.0.demo.borrow_mut().play(now_micros());
        self.0.catch_up();
    }

    /// Stops the playhead.
    pub fn pause(&self) {
        self.0.demo.borrow_mut().pause(now_micros());
        self.0.catch_up();
    }

    /// Back to 0, with new futures.
    pub fn reset(&self) {
        self.0.demo.borrow_mut().reset(now_micros());
        self.0.arm();
    }

    /// Puts the playhead at `millis`. What takes longer than a slice is shown
    /// later, by the timer.
    pub fn seek(&self, millis: f64) {
        let now = now_micros();
        self.0.demo.borrow_mut().start_seek(millis as Millis, now);
        self.0.catch_up();
    }

    /// Shows one more event. Returns whether there was one.
    #[wasm_bindgen(js_name = stepForward)]
    pub fn step_forward(&self) -> bool {
        let stepped = self.0.demo.borrow_mut().step_forward(now_micros());
        self.0.arm();
        stepped
    }

    /// Hides the last event. Returns whether there was one.
    #[wasm_bindgen(js_name = stepBack)]
    pub fn step_back(&self) -> bool {
        let stepped = self.0.demo.borrow_mut().step_back(now_micros());
        self.0.arm();
        stepped
    }

    /// Changes the speed, in thousandths, from now on.
    #[wasm_bindgen(js_name = setSpeed)]
    pub fn set_speed(&self, settings: &Settings) {
        let speed = settings.0.speed;
        self.0.demo.borrow_mut().set_speed(speed, now_micros());
        self.0.arm();
    }

    /// How many times faster than real time.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn speed(&self) -> f64 {
        f64::from(self.0.demo.borrow().speed()) / 1_000.0
    }

    /// Whether the playhead stands still.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn paused(&self) -> bool {
        self.0.demo.borrow().paused()
    }

    /// Whether every lane is shown to its end.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn ended(&self) -> bool {
        self.0.demo.borrow().ended()
    }

    /// Whether the lanes haven't come as far as the playhead yet.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn behind(&self) -> bool {
        self.0.behind.get()
    }

    /// Where the playhead is.
    #[wasm_bindgen(getter, js_name = currentTime)]
    #[must_use]
    pub fn current_time(&self) -> f64 {
        self.0.demo.borrow().current_time(now_micros())
    }

    /// The longest lane's duration.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn duration(&self) -> f64 {
        self.0.demo.borrow().duration() as f64
    }

    /// How long a step waits.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn interval(&self) -> f64 {
        f64::from(self.0.demo.borrow().program().interval)
    }

    /// The names of the lanes.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn lanes(&self) -> Vec<String> {
        let demo = self.0.demo.borrow();
        let names = demo.lanes().iter().map(|lane| lane.kind().name());
        names.map(str::to_owned).collect()
    }

    /// The tasks in the form `name:low:high`.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn tasks(&self) -> Vec<String> {
        let demo = self.0.demo.borrow();
        let tasks = demo.program().tasks.iter();
        tasks.map(ToString::to_string).collect()
    }

    /// How many steps each task takes.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn steps(&self) -> Vec<f64> {
        let demo = self.0.demo.borrow();
        let tasks = demo.program().tasks.iter();
        tasks.map(|task| task.steps() as f64).collect()
    }

    /// How long a lane takes.
    #[wasm_bindgen(js_name = laneDuration)]
    #[must_use]
    pub fn lane_duration(&self, lane: usize) -> f64 {
        self.0.demo.borrow().lanes()[lane].duration() as f64
    }

    /// Whether a lane is shown to its end.
    #[wasm_bindgen(js_name = laneIsDone)]
    #[must_use]
    pub fn lane_is_done(&self, lane: usize) -> bool {
        self.0.demo.borrow().lane_is_done(lane)
    }

    /// What a lane has printed, byte for byte.
    #[wasm_bindgen(js_name = logText)]
    #[must_use]
    pub fn log_text(&self, lane: usize) -> String {
        self.0.demo.borrow().log_text(lane)
    }

    /// How many events of a lane are shown.
    #[must_use]
    pub fn shown(&self, lane: usize) -> usize {
        self.0.demo.borrow().shown(lane)
    }

    /// One event of a lane as a plain object.
    #[must_use]
    pub fn event(&self, lane: usize, index: usize) -> JsValue {
        let demo = self.0.demo.borrow();
        let log = demo.lanes()[lane].log();
        match log.get(index) {
            Some(event) => event_object(&demo, event).into(),
            None => JsValue::UNDEFINED,
        }
    }

    /// The texts that a lane wrote among its events `from..to`, as pairs of the
    /// time and the task's place; the main program's place is -1.
    #[must_use]
    pub fn marks(&self, lane: usize, from: usize, to: usize) -> Vec<f64> {
        let demo = self.0.demo.borrow();
        let log = demo.lanes()[lane].log();
        (from..to)
            .filter_map(|index| log.get(index))
            .filter(|event| matches!(event.kind, EventKind::Wrote(text) if text != "\n"))
            .flat_map(|event| [event.at as f64, event.task.map_or(-1.0, f64::from)])
            .collect()
    }

    /// How many lines a lane has begun to print.
    #[wasm_bindgen(js_name = lineCount)]
    #[must_use]
    pub fn line_count(&self, lane: usize) -> usize {
        let demo = self.0.demo.borrow();
        demo.lanes()[lane].log().line_count(demo.shown(lane))
    }

    /// The events that wrote one line of a lane, in order.
    #[must_use]
    pub fn line(&self, lane: usize, line: usize) -> Array {
        let demo = self.0.demo.borrow();
        let log = demo.lanes()[lane].log();
        log.line_events(line, demo.shown(lane))
            .filter_map(|index| log.get(index))
            .filter(|event| matches!(event.kind, EventKind::Wrote(_)))
            .map(|event| event_object(&demo, event))
            .collect()
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        self.0.disarm();
    }
}

impl State {
    fn on_timer(&self) {
        *self.timer.borrow_mut() = None;
        self.catch_up();
        // The demo is free again: whoever is told will ask it.
        let _ = self.changed.call0(&JsValue::UNDEFINED);
    }

    /// Runs the lanes up to the playhead, but no longer than a slice.
    fn catch_up(&self) {
        let start = now_micros();
        let mut now = start;
        let behind = loop {
            let progress = self.demo.borrow_mut().advance(now, SLICE_POLLS);
            now = now_micros();
            match progress {
                Progress::Caught => break false,
                Progress::Behind if now.saturating_sub(start) > SLICE_MICROS => break true,
                Progress::Behind => {}
            }
        };
        self.behind.set(behind);
        self.arm();
    }

    /// Sets the one timer for what is due next.
    fn arm(&self) {
        self.disarm();
        let micros = match self.behind.get() {
            true => Some(0),
            false => self.demo.borrow().micros_until_next(now_micros()),
        };
        let Some(micros) = micros else { return };
        // Rounded up, so that the timer finds its deadline due.
        let millis = micros.div_ceil(1_000).min(MAX_DELAY_MILLIS);
        if let Some(on_timer) = &*self.on_timer.borrow() {
            let callback = on_timer.as_ref().unchecked_ref();
            *self.timer.borrow_mut() = Some(set_timeout(callback, millis as f64));
        }
    }

    fn disarm(&self) {
        if let Some(timer) = self.timer.borrow_mut().take() {
            clear_timeout(&timer);
        }
    }
}

/// `{at, kind, task?, index?, until?, text?}`: times in virtual milliseconds,
/// `task` the name, `index` its place; without them it is the main program's.
fn event_object(demo: &Demo, event: Event<'_>) -> Object {
    let object = Object::new();
    let put = |key: &str, value: JsValue| {
        // A plain object takes any property.
        let _ = Reflect::set(&object, &key.into(), &value);
    };
    put("at", (event.at as f64).into());
    put("kind", event.kind.name().into());
    if let Some(task) = event.task {
        put(
            "task",
            demo.program().tasks[task as usize].name.as_str().into(),
        );
        put("index", task.into());
    }
    match event.kind {
        EventKind::Waiting { until } => {
            let until = until.map_or(JsValue::NULL, |until| (until as f64).into());
            put("until", until);
        }
        EventKind::Wrote(text) => put("text", text.into()),
        _ => {}
    }
    object
}

fn describe(error: &Error) -> JsValue {
    let object = Object::new();
    let put = |key: &str, value: JsValue| {
        let _ = Reflect::set(&object, &key.into(), &value);
    };
    put("code", error.code().into());
    put("setting", error.setting().into());
    put("value", error.value().into());
    let allowed: Array = error.allowed().iter().map(JsValue::from).collect();
    put("allowed", allowed.into());
    object.into()
}

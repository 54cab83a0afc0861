//! Runs are repeated by their schedules, may be cut into pieces, and are told as JSON.

use interleaved::trace::Log;
use interleaved_python::driver::{BadOption, Driver, Options, Outcome, Stdout, Switch};
use interleaved_python::refusal::Language;
use interleaved_python::told;

const THREADS: &str = include_str!("handout/threads.py");

/// Threads that compute, print, and wait for a lock and for each other.
const RACE: &str = "
import threading

total = 0
lock = threading.Lock()

def add(name):
    global total
    for i in range(30):
        total += 1
        if i % 10 == 0:
            with lock:
                print(name, i)

threads = [threading.Thread(target=add, args=(name,)) for name in 'AB']
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)
";

fn options(names: &[(&str, &str)]) -> Options {
    let mut options = Options::default();
    for (name, value) in names {
        options.set(name, value).expect("it can be used");
    }
    options
}

fn ended(text: &str, options: Options) -> Driver {
    let mut driver = Driver::new(text, options);
    while driver.turn() {}
    driver
}

fn events(driver: &Driver) -> String {
    told::events(driver.log(), 0, driver.log().len())
}

#[test]
fn a_seeds_run_is_repeated_by_its_schedule() {
    let (mut torn, mut interrupted) = (0, 0);
    for text in [THREADS, RACE] {
        for switch in ["instruction", "gil"] {
            for seed in 1..20 {
                let seed = seed.to_string();
                let with = [("switch", switch), ("seed", seed.as_str())];
                let run = ended(text, options(&with));
                assert_eq!(run.outcome(), Some(&Outcome::Done));
                let again = ended(text, options(&[("schedule", &run.schedule())]));
                assert_eq!(events(&again), events(&run), "{with:?}: {}", run.schedule());
                assert_eq!(again.schedule(), run.schedule());
                torn += usize::from(run.log().output(usize::MAX).contains("\n\n"));
                interrupted += usize::from(run.schedule().contains('/'));
            }
        }
    }
    assert!(torn > 5 && interrupted > 5, "{torn} {interrupted}");
}

#[test]
fn a_run_in_turn_has_no_schedule() {
    assert_eq!(ended(THREADS, Options::default()).schedule(), "");
    let empty = options(&[("schedule", " ")]);
    assert_eq!(
        events(&ended(THREADS, empty)),
        events(&ended(THREADS, Options::default()))
    );
}

#[test]
fn a_run_in_pieces_is_the_same_run() {
    for switch in ["instruction", "gil"] {
        for seed in ["0", "3"] {
            let with = options(&[("switch", switch), ("seed", seed)]);
            let whole = ended(RACE, with.clone());
            for piece in [1, 7, 1_000] {
                let mut driver = Driver::new(RACE, with.clone());
                let mut before = 0;
                while driver.turn_within(piece) {
                    assert!(driver.machine().steps - before <= piece);
                    before = driver.machine().steps;
                }
                assert_eq!(events(&driver), events(&whole));
            }
        }
    }
}

fn kinds(log: &Log) -> Vec<&'static str> {
    let kinds = log.prefix(log.len()).map(|event| event.kind.name());
    kinds.collect()
}

#[test]
fn what_happened_is_told_as_json() {
    let driver = ended("print('\"가\"\\t', end='')", Options::default());
    assert_eq!(
        told::answer(&driver, Language::English),
        format!(
            "{{\"output\":\"\\\"가\\\"\\t\",\"errors\":\"\",\"outcome\":\"done\",\"status\":0,\
             \"duration\":{},\"schedule\":\"\"}}",
            driver.now() as f64 / 1e6
        )
    );
    let told = events(&driver);
    assert!(told.starts_with("[{\"at\":0,\"kind\":\"created\",\"index\":0,\"task\":\"main\""));
    let text = "\"stream\":\"output\",\"text\":\"\\\"가\\\"\\t\"}";
    assert!(told.contains(text), "{told}");
    assert_eq!(told.matches("\"kind\"").count(), kinds(driver.log()).len());
    assert_eq!(told::events(driver.log(), 0, 0), "[]");
}

#[test]
fn an_end_that_is_not_the_programs_own_says_why() {
    let check = |text: &str, language, part: &str| {
        let driver = ended(text, options(&[("limits.steps", "1000000")]));
        let told = told::answer(&driver, language);
        assert!(told.contains(part), "{told}");
    };
    let refused = "import socket\nimport subprocess";
    check(
        refused,
        Language::English,
        "\"outcome\":\"refused\",\"status\":2",
    );
    check(
        refused,
        Language::English,
        "{\"line\":2,\"word\":\"subprocess\",\"reason\":\"programs here are one process\"}]",
    );
    check(refused, Language::Korean, "\"reason\":\"여기의 프로그램은");
    check(
        "while True: pass",
        Language::English,
        "\"outcome\":\"limit\",\"status\":1",
    );
    check("while True: pass", Language::English, "\"limit\":\"steps\"");
    let stuck = "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()";
    check(
        stuck,
        Language::English,
        "\"waits\":[{\"thread\":\"MainThread\",\"on\":\"a Lock\",\"holder\":\"MainThread\",\"line\":4,",
    );
}

#[track_caller]
fn refuses(name: &str, value: &str, told: &str) {
    let refused = Options::default().set(name, value);
    assert_eq!(
        refused.as_ref().map_err(BadOption::to_string),
        Err(told.to_string())
    );
}

#[test]
fn an_option_that_can_not_be_used_says_what_would_be_right() {
    let seed = "is not a whole number from 0 to 4294967295.";
    refuses("seed", "-1", &format!("seed: “-1” {seed}"));
    refuses("seed", "4294967296", &format!("seed: “4294967296” {seed}"));
    refuses("schedule", "0,가", &format!("schedule: “가” {seed}"));
    refuses(
        "switch",
        "line",
        "switch: “line” is not one of instruction, gil.",
    );
    refuses("stdout", "", "stdout: “” is not one of notebook, terminal.");
    refuses(
        "limits.memory",
        "0",
        "limits.memory: “0” is not a whole number from 1 to 2147483647.",
    );
    let long = "x".repeat(1000);
    let quoted = format!("seed: “{}…” {seed}", "x".repeat(60));
    refuses("seed", &long, &quoted);
    let unknown = Options::default().set("sed", "1").unwrap_err().to_string();
    assert!(unknown.starts_with("options: “sed” is not one of seed, schedule, switch,"));
}

#[test]
fn options_are_set_by_their_names() {
    let set = options(&[
        ("seed", "4294967295"),
        ("schedule", "1,0*2/5"),
        ("switch", "gil"),
        ("stdout", "terminal"),
        ("input", "가\nb\n"),
        ("limits.steps", "5"),
        ("limits.events", "6"),
        ("limits.output", "7"),
        ("limits.memory", "8"),
    ]);
    assert_eq!(
        (set.seed, set.switch, set.stdout),
        (u32::MAX, Switch::Gil, Stdout::Terminal)
    );
    assert_eq!(set.input, ["가", "b"]);
    let chosen = set.schedule.expect("there is one");
    assert_eq!(
        (&chosen.choices[..], &chosen.interruptions[..]),
        (&[1, 0, 0][..], &[5][..])
    );
    let bounds = set.bounds;
    assert_eq!(
        (bounds.steps, bounds.events, bounds.output, bounds.memory),
        (5, 6, 7, 8)
    );
}

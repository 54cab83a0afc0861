//! What the core must do to the letter wherever it runs: hashes of whole event
//! logs, the same natively and in each browser. Included by both test binaries.

use interleaved::{Config, Demo, EventKind};

type Settings = &'static [(&'static str, &'static str)];

/// Settings, and the hash of each lane's events.
const GOLDEN: &[(Settings, [u64; 3])] = &[
    (
        &[],
        [
            3998121839295401748,
            11915094248535175042,
            3837256198456294309,
        ],
    ),
    (
        &[("seed", "2")],
        [
            3998121839295401748,
            11915094248535175042,
            17679352390188146355,
        ],
    ),
    (
        &[("seed", "4294967295"), ("lock", "")],
        [
            3998121839295401748,
            11915094248535175042,
            6854536067827106801,
        ],
    ),
    (
        &[
            (
                "tasks",
                "가:1:4 <b>:-3:2 x:y:9007199254740989:9007199254740991 e:5:1",
            ),
            ("interval", "7"),
        ],
        [
            4968913305624091186,
            10215408642317957751,
            2000773207660811912,
        ],
    ),
    (
        &[
            (
                "tasks",
                "t0:0:0 t1:1:2 t2:2:4 t3:3:6 t4:4:8 t5:5:10 t6:6:12 t7:7:7 t8:8:9 t9:9:11 t10:10:13 t11:11:15",
            ),
            ("interval", "3600000"),
            ("seed", "77"),
        ],
        [
            16904838209291840929,
            12796996188465696196,
            5001280243590735946,
        ],
    ),
];

/// Runs each configuration to its end and compares.
pub fn check_all() {
    for (settings, expected) in GOLDEN {
        let settings = settings
            .iter()
            .copied()
            .chain([("lanes", "sequential async threads")]);
        let config = Config::parse(settings.clone()).expect("the settings are right");
        let mut demo = Demo::new(config);
        demo.seek(demo.duration(), 0);
        let hashes = [0, 1, 2].map(|lane| hash(&demo, lane));
        assert_eq!(hashes, *expected, "{:?}", settings.collect::<Vec<_>>());
    }
}

/// FNV-1a over all that an event says.
fn hash(demo: &Demo, lane: usize) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |bytes: &[u8]| {
        for byte in bytes {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    let log = demo.lanes()[lane].log();
    for event in log.prefix(usize::MAX) {
        add(&event.at.to_le_bytes());
        add(&event.task.unwrap_or(u32::MAX).to_le_bytes());
        add(event.kind.name().as_bytes());
        match event.kind {
            EventKind::Waiting { until } => add(&until.unwrap_or(0).to_le_bytes()),
            EventKind::Wrote(text) => add(text.as_bytes()),
            _ => {}
        }
    }
    hash
}

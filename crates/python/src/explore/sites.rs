//! Where in a program it matters who goes on: at instructions that touch what several
//! threads touch, and one of them writes.
//!
//! They are found by running. Once one is found that wasn't known, the search begins anew;
//! when it has come to its end without, no run has any other.

use std::collections::{HashMap, HashSet};

use super::touch::{Key, Place, Touch};

/// A place in a program: its code, by its address, and its instruction.
pub type Site = (usize, u32);

/// How an object is touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Way {
    ReadsPart,
    WritesPart,
    Reads,
    Writes,
}

/// Between which ways it makes a difference who comes first.
const CONFLICTS: [(Way, Way); 5] = [
    (Way::ReadsPart, Way::Writes),
    (Way::WritesPart, Way::Reads),
    (Way::WritesPart, Way::Writes),
    (Way::Reads, Way::Writes),
    (Way::Writes, Way::Writes),
];

/// Who has touched something in one way, and where.
#[derive(Clone, Debug, Default)]
struct Seen {
    threads: HashSet<u32>,
    sites: HashSet<Site>,
}

/// See the module.
#[derive(Debug, Default)]
pub struct Sites {
    known: HashSet<Site>,
    seen: HashMap<Place, HashMap<Way, Seen>>,
    told: HashSet<(Place, Way, u32, Site)>,
}

impl Sites {
    /// Whether it matters who goes on here.
    pub fn has(&self, site: Site) -> bool {
        self.known.contains(&site)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.known.len()
    }

    /// A thread touches something, in the step that has begun at a site.
    pub fn add(&mut self, thread: u32, site: Site, touch: Touch) {
        let way = if touch.writes {
            Way::Writes
        } else {
            Way::Reads
        };
        self.note(touch.place, way, thread, site);
        if let Place::Part(object, _) = touch.place {
            let way = if touch.writes {
                Way::WritesPart
            } else {
                Way::ReadsPart
            };
            self.note(Place::Whole(object), way, thread, site);
        }
    }

    fn note(&mut self, place: Place, way: Way, thread: u32, site: Site) {
        if !self.told.insert((place, way, thread, site)) {
            return;
        }
        let ways = self.seen.entry(place).or_default();
        let seen = ways.entry(way).or_default();
        seen.threads.insert(thread);
        seen.sites.insert(site);
        for (a, b) in CONFLICTS {
            if (a == way || b == way)
                && let (Some(a), Some(b)) = (ways.get(&a), ways.get(&b))
                && a.threads.union(&b.threads).nth(1).is_some()
            {
                self.known.extend(a.sites.iter().chain(&b.sites));
            }
        }
    }
}

/// A place as it is called in all runs. Objects that were made since threads began lie
/// elsewhere in each, so they are told apart only by who has made them.
pub fn common(place: Place, places: u32, resources: u32, maker: impl Fn(u32) -> u32) -> Place {
    let object = |id: crate::values::ObjId| crate::values::ObjId(u32::MAX - maker(id.0));
    match place {
        Place::Part(id, key) if id.0 >= places => {
            let key = match key {
                Key::Index(_) | Key::Hash(_) => Key::Index(0),
                other => other,
            };
            Place::Part(object(id), key)
        }
        Place::Whole(id) if id.0 >= places => Place::Whole(object(id)),
        Place::Resource(number) if number >= resources => Place::Resource(u32::MAX),
        other => other,
    }
}

//! Where in a program it matters who goes on: at instructions that touch what several
//! threads touch, and one of them writes, unless all who do hold the same lock: then
//! nobody else comes between before that is released, where it matters anyway.
//!
//! They are found by running. Once one is found that wasn't known, the search begins anew;
//! when it has come to its end without, no run has any other.

use std::collections::{BTreeSet, HashMap, HashSet};

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
    /// Touched as a whole when all others have ended: whoever has changed a part, the order in
    /// which they did may be seen then.
    Later,
}

/// Between which ways it makes a difference who comes first.
const CONFLICTS: [(Way, Way); 5] = [
    (Way::ReadsPart, Way::Writes),
    (Way::WritesPart, Way::Reads),
    (Way::WritesPart, Way::Writes),
    (Way::Reads, Way::Writes),
    (Way::Writes, Way::Writes),
];

/// Locks, by their numbers.
pub type Locks = BTreeSet<u32>;

/// Who does a step.
#[derive(Debug)]
pub struct By {
    pub thread: u32,
    pub site: Site,
    /// The locks that it holds.
    pub locks: Locks,
    /// Whether all others have ended, or none has begun yet.
    pub is_alone: bool,
}

/// Who has touched something in one way, and where.
#[derive(Clone, Debug)]
struct Seen {
    threads: HashSet<u32>,
    sites: HashSet<Site>,
    /// Those that all of them held.
    locks: Locks,
}

/// See the module.
#[derive(Debug, Default)]
pub struct Sites {
    known: HashSet<Site>,
    seen: HashMap<Place, HashMap<Way, Seen>>,
    told: HashMap<(Place, Way, u32, Site), Locks>,
    /// Those that somebody has released who didn't hold them: they keep nobody out.
    loose: Locks,
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
    pub fn add(&mut self, by: &By, touch: Touch) {
        if by.is_alone {
            // What comes before all others have begun, or after they have ended, is in order.
            if matches!(touch.place, Place::Whole(_)) {
                self.note(touch.place, Way::Later, by);
            }
            return;
        }
        let way = if touch.writes {
            Way::Writes
        } else {
            Way::Reads
        };
        self.note(touch.place, way, by);
        if let Place::Part(object, _) = touch.place {
            let way = if touch.writes {
                Way::WritesPart
            } else {
                Way::ReadsPart
            };
            self.note(Place::Whole(object), way, by);
        }
    }

    /// A lock is released by somebody who doesn't hold it.
    pub fn loosen(&mut self, lock: u32) {
        if self.loose.insert(lock) {
            let places: Vec<_> = self.seen.keys().copied().collect();
            for place in places {
                self.compare(place);
            }
        }
    }

    fn note(&mut self, place: Place, way: Way, by: &By) {
        let locks = &by.locks;
        let key = (place, way, by.thread, by.site);
        if self
            .told
            .get(&key)
            .is_some_and(|told| told.is_subset(locks))
        {
            return;
        }
        let told = self.told.entry(key).or_insert_with(|| locks.clone());
        told.retain(|lock| locks.contains(lock));
        let ways = self.seen.entry(place).or_default();
        let seen = ways.entry(way).or_insert_with(|| Seen {
            threads: HashSet::new(),
            sites: HashSet::new(),
            locks: locks.clone(),
        });
        seen.threads.insert(by.thread);
        seen.sites.insert(by.site);
        seen.locks.retain(|lock| locks.contains(lock));
        self.compare(place);
    }

    /// Whether it makes a difference who comes first to a place, and where it does.
    fn compare(&mut self, place: Place) {
        let Some(ways) = self.seen.get(&place) else {
            return;
        };
        if let Place::Held(lock) = place
            && self.loose.contains(&lock)
        {
            // Who lets go of what nobody holds gets an error.
            let sites = ways.values().flat_map(|seen| &seen.sites);
            self.known.extend(sites);
        }
        let parts = Some((Way::WritesPart, Way::WritesPart));
        let parts = parts.filter(|_| ways.contains_key(&Way::Later));
        for (a, b) in CONFLICTS.into_iter().chain(parts) {
            let (Some(a), Some(b)) = (ways.get(&a), ways.get(&b)) else {
                continue;
            };
            let is_of_several = a.threads.union(&b.threads).nth(1).is_some();
            let mut common = a.locks.intersection(&b.locks);
            if is_of_several && common.all(|lock| self.loose.contains(lock)) {
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
        Place::Resource(number) => Place::Resource(common_resource(number, resources)),
        Place::Held(number) => Place::Held(common_resource(number, resources)),
        other => other,
    }
}

/// A resource as it is called in all runs: of those made since threads began only that they
/// are.
pub fn common_resource(number: u32, resources: u32) -> u32 {
    if number < resources { number } else { u32::MAX }
}

//! Where objects live: pages that clones of a machine share until one of them
//! writes.

use std::rc::Rc;

use crate::values::{ObjId, Object};

/// So many objects stand in a page.
pub const PAGE: usize = 64;
/// No free place.
pub const NONE: u32 = u32::MAX;

type Page = [Object; PAGE];

/// All objects.
#[derive(Clone, Debug)]
pub struct Heap {
    pages: Vec<Rc<Page>>,
    /// The first free place; each free place names the next one.
    free: u32,
    /// How many objects there are.
    live: usize,
    /// About how many bytes have been asked for since the last collection.
    pub charged: usize,
    /// When the next collection is due.
    pub collect_at: usize,
    /// How many bytes were in use after the last collection.
    pub used: usize,
    /// How many bytes there may be.
    pub limit: usize,
}

impl Default for Heap {
    fn default() -> Self {
        Heap {
            pages: Vec::new(),
            free: NONE,
            live: 0,
            charged: 0,
            collect_at: 8 << 20,
            used: 0,
            limit: 512 << 20,
        }
    }
}

impl Heap {
    /// Puts an object somewhere.
    pub fn add(&mut self, object: Object) -> ObjId {
        if self.free == NONE {
            self.add_page();
        }
        let id = ObjId(self.free);
        let place = self.get_mut(id);
        let Object::Free(next) = *place else {
            unreachable!("a free place is free");
        };
        *place = object;
        self.free = next;
        self.live += 1;
        self.charged += size_of::<Object>() + 32;
        id
    }

    fn add_page(&mut self) {
        let first = (self.pages.len() * PAGE) as u32;
        let page: Page = std::array::from_fn(|place| {
            let next = first + place as u32 + 1;
            Object::Free(if place + 1 == PAGE { NONE } else { next })
        });
        self.pages.push(Rc::new(page));
        self.free = first;
    }

    /// An object.
    #[inline]
    pub fn get(&self, id: ObjId) -> &Object {
        &self.pages[id.0 as usize / PAGE][id.0 as usize % PAGE]
    }

    /// An object to be changed.
    #[inline]
    pub fn get_mut(&mut self, id: ObjId) -> &mut Object {
        let page = &mut self.pages[id.0 as usize / PAGE];
        &mut Rc::make_mut(page)[id.0 as usize % PAGE]
    }

    /// How many places there are, free ones included.
    pub fn places(&self) -> usize {
        self.pages.len() * PAGE
    }

    /// How many objects there are.
    pub fn live(&self) -> usize {
        self.live
    }

    /// Frees all objects that are not marked, and threads the free places anew, so
    /// that the same run always uses the same places.
    pub fn sweep(&mut self, marked: &[bool]) {
        let mut next = NONE;
        let mut live = 0;
        for (number, page) in self.pages.iter_mut().enumerate().rev() {
            let marks = &marked[number * PAGE..(number + 1) * PAGE];
            if marks.iter().all(|&mark| mark) {
                live += PAGE;
                continue;
            }
            let page = Rc::make_mut(page);
            for place in (0..PAGE).rev() {
                if marks[place] {
                    live += 1;
                } else {
                    page[place] = Object::Free(next);
                    next = (number * PAGE + place) as u32;
                }
            }
        }
        self.free = next;
        self.live = live;
    }

    /// Where the next objects come, exchanged with another such place: so each of several
    /// can have places of its own.
    pub fn exchange_free(&mut self, other: &mut u32) {
        std::mem::swap(&mut self.free, other);
    }

    /// The objects of a page.
    pub fn page(&self, number: usize) -> &[Object] {
        &self.pages[number][..]
    }

    /// The numbers of the pages of an earlier copy that have been written to since.
    pub fn pages_apart<'a>(&'a self, earlier: &'a Heap) -> impl Iterator<Item = usize> + 'a {
        let both = earlier.pages.iter().zip(&self.pages).enumerate();
        both.filter(|(_, (a, b))| !Rc::ptr_eq(a, b))
            .map(|(number, _)| number)
    }

    /// About how many bytes it takes that another one doesn't share.
    pub fn bytes_apart(&self, other: &Heap) -> usize {
        let places = self.pages.len() * size_of::<Rc<Page>>();
        let shared = |number: usize, page: &Rc<Page>| {
            let same = other.pages.get(number);
            same.is_some_and(|same| Rc::ptr_eq(page, same))
        };
        let pages = self.pages.iter().enumerate();
        let own = pages.filter(|&(number, page)| !shared(number, page));
        let bytes = |page: &Page| page.iter().map(Object::own_bytes).sum::<usize>();
        places + own.map(|(_, page)| bytes(page)).sum::<usize>()
    }

    /// Whether so many more bytes would be too many.
    pub fn is_too_much(&self, bytes: usize) -> bool {
        self.used.saturating_add(self.charged).saturating_add(bytes) > self.limit
    }
}

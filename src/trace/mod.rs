//! What happened: a closed set of events, the log that keeps them, and the state that
//! follows from any prefix of it.

mod event;
mod keep;
mod log;
mod record;
mod resource;
mod state;
#[cfg(test)]
mod tests;
mod texts;

pub use event::{Event, EventKind, On, Stream};
pub use keep::Keep;
pub use log::Log;
pub use resource::{ResourceInfo, ResourceKind};
pub use state::{Did, History, Phase, ReadyBecause, ResourceState, State, TaskState};

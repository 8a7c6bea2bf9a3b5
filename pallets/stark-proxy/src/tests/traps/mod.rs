//! The traps of the original (specification, section 15), one test each, named by its number. T28 is about an audit and
//! cannot be shown.

mod exchange;
mod governance;
mod lending;

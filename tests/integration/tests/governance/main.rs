//! Governance as a whole: what the council decides, what the timelock makes of it, and what gets around neither.
//!
//! `council`: how decisions are made. `bypasses`: attempts to do without the delay. `windows`: the delays of production.
//! `processes` and `emergencies`: the sequences of the governance specification, sections 7 and 9, from the first motion
//! to the last unit. `stops`: decisions that are stopped or happen in part.

mod attempts;
mod bypasses;
mod council;
mod emergencies;
mod processes;
mod stops;
mod windows;

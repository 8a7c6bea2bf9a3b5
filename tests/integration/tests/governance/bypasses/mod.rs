//! Attempts to get around the delay (governance specification, section 5). Each is made for real, on the runtime of
//! production; the test asserts why it is refused and that nothing has changed.
//!
//! | bypass | what stops it | test |
//! |---|---|---|
//! | signing for the account of a track, as `sudo_as` would | `EnsureSignedNotTrack` in `RoleOrigin` and `CreateOrigin` | `signing::the_account_of_a_track_never_signs_for_a_role` |
//! | a pallet Sudo, or another one that dispatches for others | there is none; the list of pallets is fixed | `signing::the_pallets_with_calls_are_known_and_none_is_sudo` |
//! | a guardian call by any account, the council or another track | `MissingRole`, `BadOrigin` | `signing::nobody_but_the_right_track_uses_the_powers_of_a_guardian`, `signing::no_signer_at_all_is_a_guardian` |
//! | a role of the pool used by anybody but its holder | `RoleOrigin`, `MissingRole` | `signing::nobody_but_the_right_track_uses_the_roles_of_the_pool` |
//! | root, or the origin of the council, as guardian | guardian calls know no root | `signing::root_and_the_council_are_no_guardians` |
//! | the restriction without a delay | `EmergencyOrigin` is nobody | `signing::the_restriction_without_a_delay_is_switched_off` |
//! | `dispatch_as`, `dispatch_as_fallible` with the origin of a track, root or an owner | they need root, which no such call ever is | `forged_origins::nobody_dispatches_as_somebody_else` |
//! | the same in a batch of the Long track, beside a call that it makes as root | only a call that is alone becomes root | `forged_origins::a_batch_with_a_call_for_root_forges_nothing` |
//! | `with_weight` | needs root | `forged_origins::nobody_claims_another_weight` |
//! | `as_derivative` | needs a signature; the derived account is a hash | `forged_origins::tracks_and_the_council_derive_no_accounts`, `forged_origins::a_derived_account_is_no_guardian` |
//! | `batch_all`, `if_else` around a guardian call | the origin stays that of the caller | `forged_origins::every_wrapper_keeps_the_origin_of_its_caller` |
//! | a call for root inside another one | `RootCalls` looks at the outermost call | `root::a_wrapped_call_does_not_become_root` |
//! | an upgrade authorized by anybody but the Long track | `authorize_upgrade` needs root | `root::only_the_long_track_authorizes_an_upgrade` |
//! | `set_code`, storage written or killed | need root and are not listed | `root::code_and_storage_are_written_by_nobody` |
//! | other code than was authorized | its hash | `root::only_the_authorized_code_is_applied` |
//! | a scheduled upgrade | the task is the track, not root | `root::a_scheduled_upgrade_is_not_authorized` |
//! | forced transfers and balances; the team of USDC | root is needed; `ForceOrigin` is the Short track | `root::nobody_moves_or_makes_money_by_force`, `root::only_the_short_track_changes_the_team_of_an_asset` |
//! | turning the clock | an inherent has no sender | `root::nobody_turns_the_clock` |
//! | scheduling by anybody but the Long track | `ScheduleOrigin` | `scheduler::only_the_long_track_schedules_and_unschedules` |
//! | a task of the Long track as the Short one or as root | a task keeps the origin of who scheduled it | `scheduler::a_task_of_the_long_track_is_neither_the_short_one_nor_root` |
//! | Guardian for a person, a multisig, the Instant track, any other account | `NotTimelocked` | `roles::only_tracks_that_wait_become_guardians` |
//! | VetoGuardian for anybody but a track | `NotTimelocked` | `roles::only_tracks_become_veto_guardians` |
//! | a proxy without a guardian | `LastHolder` | `roles::a_proxy_never_loses_its_last_guardian` |
//! | a proxy guarded by its creator, or owned by a track | the runtime names the guardians; `InvalidAccount` | `roles::a_new_proxy_is_guarded_by_tracks`, `roles::no_track_becomes_a_borrower_by_creation_or_recovery` |
//! | replacing the council | only the Long track can | `membership::only_the_long_track_replaces_the_council` |
//! | deciding faster with a new council | the delay does not depend on who decides | `membership::a_council_of_one_waits_as_long` |
//! | votes of former members | they are removed | `membership::the_votes_of_former_members_are_void` |
//! | lowering the delay of another track | only the track itself can | `delays::only_a_track_itself_sets_its_delay` |
//! | lowering it too far, also inside a batch | `DelayOutOfBounds`, and the batch fails as a whole | `delays::no_delay_falls_below_the_hard_minimum` |
//! | lowering it for what waits already | operations keep their time | `delays::a_lower_delay_does_not_apply_to_what_waits`, `delays::a_batch_cannot_lower_the_delay_of_its_own_calls` |
//! | lowering it first | takes longer than not to | `delays::lowering_the_delay_first_is_no_faster` |
//! | queueing with a shorter delay | `DelayTooShort` | `delays::nothing_is_queued_with_a_shorter_delay_than_the_track_has_now` |
//! | executing early: in a batch, through a proxy, a multisig or a derived account | `TooEarly`, whoever asks | `execution::no_detour_executes_before_the_time`, `execution::a_proxy_or_a_multisig_executes_no_earlier` |
//! | executing early: the council, a track, the scheduler | `execute` needs a signature | `execution::neither_the_council_nor_a_track_executes`, `execution::the_scheduler_executes_nothing` |
//! | an operation that queues, cancels or executes another one | a track is neither the council nor a signer | `execution::an_operation_neither_queues_nor_cancels_nor_repeats_another` |
//! | executing twice | it is closed before its call runs | `execution::an_operation_succeeds_once` |
//! | executing late, reviving what has expired | `Expired` | `execution::what_has_expired_cannot_be_revived` |
//! | silent members counted as ayes | `AbstainIsNay` | `votes::three_of_five_are_not_two_thirds_however_long_the_others_are_silent`, `votes::two_of_five_are_no_majority_however_long_the_others_are_silent` |
//! | a prime member | the same | `votes::the_prime_member_speaks_for_nobody_else` |
//! | a member alone; votes counted twice or of strangers | the proportion of the origin; the council's own checks | `votes::a_member_alone_carries_nothing`, `votes::a_member_votes_once_and_others_not_at_all` |
//! | a preimage taken away or exchanged by a stranger | the operation requests it; its hash | `preimages::a_stranger_removes_no_preimage_of_an_operation`, `preimages::who_noted_the_call_first_cannot_take_it_back_while_it_waits`, `preimages::other_bytes_are_another_preimage` |
//! | a preimage taken away by the Short track | stops the operation, as cancelling does; nothing replaces it | `preimages::without_its_preimage_an_operation_does_nothing` |
//! | a proxy of a track | a track cannot appoint one | `acting_for::nobody_is_a_proxy_of_a_track`, `acting_for::a_track_cannot_appoint_a_proxy` |
//! | a multisig with a track, or of the whole council | its account is a hash, and a person | `acting_for::a_multisig_with_a_track_is_not_that_track`, `acting_for::the_members_together_in_a_multisig_have_no_power` |
//! | genesis: guardians that need not wait, delays that are none | checked when the chain is built | `genesis::every_initial_guardian_is_a_track_that_waits`, `genesis::a_chain_with_a_guardian_that_need_not_wait_is_not_built` |
//! | filling the queue of operations | a majority cancels | `flooding::a_full_queue_is_emptied_by_a_majority` |
//! | a member who makes as many motions as there may be, or occupies one | closing and proposing in one transaction; other words | `flooding::a_hostile_member_does_not_keep_the_council_from_motions`, `flooding::a_hostile_member_does_not_occupy_a_motion` |
//! | executing from so deep that the call of the operation finds no room | a call that fails leaves the operation open | `nesting::an_operation_of_one_call_or_of_batch_all_survives` |
//! | the same with an operation that forgives failures | the filter of all calls: `execute` with more than 16 layers above it is refused | `nesting::an_operation_that_forgives_failures_survives`, `nesting::nobody_but_the_chain_chooses_a_fallback` |
//! | closing a carried motion from so deep | the same filter | `nesting::a_carried_motion_survives` |
//! | wasting what a delegate has announced or a multisig approved: from so deep, or as a proxy that may not | the same filter, which looks inside | `nesting::what_is_announced_or_approved_stays_while_the_decision_inside_it_has_no_room`, `nesting::a_stranger_wastes_no_announcement` |
//! | a council that nobody is in, or with somebody twice | the filter of all calls | `membership::no_council_is_empty_or_too_large_or_counts_anybody_twice` |
//!
//! That all these calls would work for the right caller, `powers::the_guardians_can_do_all_this_after_their_delay` and
//! `forged_origins::what_would_be_forged_works_with_the_true_origin` make sure of.

mod acting_for;
mod delays;
mod execution;
mod flooding;
mod forged_origins;
mod genesis;
mod membership;
mod nesting;
pub mod powers;
mod preimages;
mod roles;
mod root;
mod scheduler;
mod signing;
mod votes;

/**
 * What the development chain must look like. Typed here from its description, not read from the node: the
 * tests compare the node with it.
 */
import { dydx, usdc } from './amounts.js';
import { palletAccount } from './pallet-account.js';

export const SS58_PREFIX = 42;

/** Asset ids. */
export const USDC = 1;
export const STK_USDC = 2;

/** Epoch zero: 2026-01-01 00:00:00 UTC, in seconds. */
export const EPOCH_ZERO = 1_767_225_600n;
export const EPOCH_LENGTH = 600n;
export const BLACKOUT_WINDOW = 300n;
/** What no change of the schedule can go beyond. */
export const MIN_BLACKOUT_WINDOW = 60n;
export const MAX_EPOCH_LENGTH = 92n * 86_400n;

/** Base units of DYDX per second. */
export const REWARDS_PER_SECOND = 158_548_961_900_000_000n;

export const TREASURY_ENDOWMENT = dydx(25_000_000);

/** What each of the known people holds at genesis. */
export const GENESIS_DYDX = dydx(1_000_000);
export const GENESIS_USDC = usdc(1_000_000);
/** Alice to Ferdie and the five owners of borrowers have USDC. */
export const USDC_SUPPLY = 11n * GENESIS_USDC;

/** Milliseconds between two blocks. */
export const SLOT = 6_000n;

/** Rewards are paid for the seconds from the start on, the end excluded. */
export const DISTRIBUTION_START = EPOCH_ZERO;
/** 2126-01-01 00:00:00 UTC. */
export const DISTRIBUTION_END = 4_922_899_200n;

/** Keyless accounts. */
export const POOL = palletAccount('lsm/pool');
export const TREASURY = palletAccount('lsm/trea');
export const EXCHANGE = palletAccount('lsm/xchg');

/** Blocks of a session. */
export const SESSION_LENGTH = 600;

/** Blocks in which the council can vote on a motion. */
export const MOTION_DURATION = 100n;
/** Seconds in which an operation of the timelock can be executed once its delay is over. */
export const OPERATION_GRACE = 3_600n;

/** The tracks of the timelock: their accounts, and how many seconds each waits. */
export const TRACKS = {
	Instant: { account: palletAccount('lsm/tmlk', [0]), delay: 0n },
	Short: { account: palletAccount('lsm/tmlk', [1]), delay: 60n },
	Long: { account: palletAccount('lsm/tmlk', [2]), delay: 180n },
};
/** Holds the roles of the pool and guards the proxies. */
export const GOVERNANCE = TRACKS.Short.account;

/** The account of a proxy of a borrower. @param {number} proxy */
export const proxyAccount = (proxy) => palletAccount('lsm/stpx', [proxy & 0xff, proxy >> 8, 0, 0]);

/** The borrowers by proxy: whose it is, and its share of the pool in 1/10,000. */
export const BORROWERS = [
	['Wintermute', 2_500],
	['AmberGroup', 2_500],
	['WooNetwork', 2_000],
	['Sixtant', 2_000],
	['DatTrading', 1_000],
];

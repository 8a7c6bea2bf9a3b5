/** Every query of the proxies, in states whose answers are known, as runtime API and as view function. */
import assert from 'node:assert/strict';
import { account, alice, bob, charlie, ferdie } from '../lib/accounts.js';
import { dydx, usdc } from '../lib/amounts.js';
import { govern } from '../lib/council.js';
import { BLACKOUT_WINDOW, BORROWERS, proxyAccount, TRACKS, USDC } from '../lib/development.js';
import { clock, ManualChain } from '../lib/manual-chain.js';
import { BorrowerOracle } from '../lib/oracle/borrower.js';
import { Queries } from '../lib/query-table.js';
import { operate, queuedTradeHash, registrationOf, starkKey } from '../lib/stark.js';

const chain = new ManualChain().use();
const queries = new Queries(chain, 'starkProxyApi', 'StarkProxy');
const pool = () => chain.api.tx.liquidityStaking;
const proxies = () => chain.api.tx.starkProxy;

const owners = BORROWERS.map(([name]) => account(`//${name}`));
const [owner] = owners;
const ACCOUNT = proxyAccount(0);
/** The proxy that Ferdie creates, and one that nobody ever does. */
const [NEW, NONE] = [5, 6];
const DEPOSIT = dydx(10);
const ADMINS = {
	Guardian: 'Guardian',
	VetoGuardian: 'Guardian',
	Owner: 'Owner',
	DelegationAdmin: 'Owner',
	Borrower: 'DelegationAdmin',
	ExchangeOperator: 'DelegationAdmin',
	WithdrawalOperator: 'DelegationAdmin',
};
const ROLES = Object.keys(ADMINS);
const NOTHING = { pendingDeposits: 0n, equity: 0n, pendingWithdrawals: 0n };
const key = starkKey('Wintermute');
const charliesKey = starkKey('Charlie');

const loan = new BorrowerOracle(BORROWERS[0][1]);
/** What is expected of the first proxy, and of the chain, beside the loan. */
const state = {
	created: false,
	info: {
		deposit: null,
		borrowingRestricted: false,
		approvedAmount: 0n,
		approvalExpiresAt: null,
		stakingAllowance: null,
		exchangeAllowance: null,
		recipients: 0n,
		starkKeys: 0n,
		queuedTrades: 0n,
	},
	token: 0n,
	exposure: { ...NOTHING },
	usableApproval: 0n,
	queuedAt: null,
	/** Who beside the owner may borrow. */
	helper: null,
};

const FRESH = { ...state.info };

/** A trade that the owner of the first proxy queues; no other field matters to the queries. */
const TRADE = {
	keyA: key.key,
	keyB: charliesKey.key,
	positionA: 1n,
	positionB: 2n,
	syntheticAssetId: 2n ** 120n - 1n,
	amountCollateral: 2n ** 64n - 1n,
	amountSynthetic: 1n,
	aIsBuyingSynthetic: false,
	submissionExpiration: 4_000_000_000n,
	nonce: 9n,
};

/** Who holds a role. */
function holders(proxy, role) {
	if (proxy > NEW || (proxy === NEW && !state.created)) return [];
	if (role === 'Guardian') return [TRACKS.Short.account];
	if (role === 'VetoGuardian') return [TRACKS.Instant.account];
	const holder = proxy === NEW ? ferdie : owners[proxy];
	const helpers = proxy === 0 && role === 'Borrower' && state.helper ? [state.helper] : [];
	return [holder.address, ...helpers];
}

/** Arguments and expected answer of every query now. @returns {import('../lib/query-table.js').Table} */
function answers() {
	const inBlackout = clock.inBlackout(chain.head.now);
	const money = loan.answers({ token: state.token, inBlackout, exposure: state.exposure });
	const others = (proxy) => {
		const oracle = new BorrowerOracle(BORROWERS[proxy]?.[1] ?? 0);
		Object.assign(oracle, { active: loan.active, borrowedByOthers: loan.borrowed });
		return oracle.answers({ token: 0n, inBlackout, exposure: NOTHING });
	};
	const created = state.created ? { ...FRESH, deposit: [ferdie.address, DEPOSIT] } : null;
	const each = (value) => [0, 1, 4, NEW, NONE].map((proxy) => [[proxy], value(proxy)]);
	const ofLoan = (name) => each((proxy) => (proxy === 0 ? money[name] : others(proxy)[name]));
	return {
		proxyAccount: each((proxy) => proxyAccount(proxy)),
		proxyOfAccount: [
			[[ACCOUNT], 0n],
			[[proxyAccount(4)], 4n],
			[[proxyAccount(NEW)], state.created ? BigInt(NEW) : null],
			[[owner.address], null],
		],
		proxyInfo: [
			[[0], state.info],
			[[1], FRESH],
			[[NEW], created],
			[[NONE], null],
		],
		hasRole: ROLES.flatMap((role) =>
			[0, 1, NEW, NONE].flatMap((proxy) =>
				[owner, ferdie, charlie].map(({ address }) => [
					[proxy, role, address],
					holders(proxy, role).includes(address),
				]),
			),
		),
		roleMembers: ROLES.flatMap((role) => [0, 4, NEW, NONE].map((proxy) => [[proxy, role], holders(proxy, role)])),
		roleAdmin: Object.entries(ADMINS).map(([role, admin]) => [[role], admin]),
		isRecipientAllowed: [
			[[0, bob.address], state.info.recipients > 0n],
			[[0, owner.address], false],
			[[1, bob.address], false],
			[[NONE, bob.address], false],
		],
		isStarkKeyAllowed: [
			[[0, key.key], state.info.starkKeys > 0n],
			[[0, charliesKey.key], false],
			[[1, key.key], false],
		],
		isBorrowingRestricted: ofLoan('isBorrowingRestricted'),
		approvedAmount: [
			[
				[0],
				{
					usable: state.usableApproval,
					stored: state.info.approvedAmount,
					expiresAt: state.info.approvalExpiresAt,
				},
			],
			[[1], { usable: 0n, stored: 0n, expiresAt: null }],
			[[NONE], { usable: 0n, stored: 0n, expiresAt: null }],
		],
		queuedForcedTrade: [
			[[0, queuedTradeHash(0, TRADE)], state.queuedAt && { args: TRADE, queuedAt: state.queuedAt }],
			[[1, queuedTradeHash(0, TRADE)], null],
			[[1, queuedTradeHash(1, TRADE)], null],
		],
		forcedTradeArgsHash: [0, 1, 200].map((proxy) => [[proxy, TRADE], queuedTradeHash(proxy, TRADE)]),
		tokenBalance: ofLoan('tokenBalance'),
		borrowedBalance: ofLoan('borrowedBalance'),
		debtBalance: ofLoan('debtBalance'),
		borrowedAndDebtBalance: ofLoan('borrowedAndDebtBalance'),
		allocatedBalanceCurrent: ofLoan('allocatedBalanceCurrent'),
		allocatedBalanceNext: ofLoan('allocatedBalanceNext'),
		borrowableAmount: ofLoan('borrowableAmount'),
		withdrawableAmount: ofLoan('withdrawableAmount'),
		exchangeExposure: ofLoan('exchangeExposure'),
		previewAutoPay: each((proxy) => {
			if (proxy === 0) return money.previewAutoPay;
			const exists = proxy < NEW || (proxy === NEW && state.created);
			return exists ? others(proxy).previewAutoPay : 'starkProxy.ProxyNotFound';
		}),
	};
}

const assertAnswers = () => queries.assertAnswers(answers());

chain.test('the table knows every query, and every one is also a view function', async () => {
	queries.assertComplete(answers());
});

chain.test('at genesis', assertAnswers);

chain.test('with a sixth proxy, a helper, lists, limits and a queued trade', async () => {
	await chain.succeed(ferdie, proxies().createProxy(ferdie.address));
	state.created = true;
	await chain.succeed(owner, proxies().grantRole(0, 'Borrower', charlie.address));
	state.helper = charlie.address;
	const consent = registrationOf(chain, ACCOUNT, key);
	await chain.succeed(owner, proxies().registerUserOnExchange(0, key.key, consent));
	await chain.succeed(owner, proxies().allowStarkKey(0, key.key));
	await chain.succeed(owner, proxies().allowExternalRecipient(0, bob.address));
	await chain.succeed(owner, proxies().setStakingAllowance(0, usdc(500)));
	await chain.succeed(owner, proxies().setExchangeAllowance(0, usdc(300)));
	const queued = await chain.succeed(owner, proxies().queueForcedTradeRequest(0, TRADE));
	state.queuedAt = queued.block.now;
	Object.assign(state.info, {
		stakingAllowance: usdc(500),
		exchangeAllowance: usdc(300),
		recipients: 1n,
		starkKeys: 1n,
		queuedTrades: 1n,
	});
	await assertAnswers();
});

chain.test('with stake, a loan and money on the exchange', async () => {
	await chain.succeed(alice, pool().stake(usdc(1_001)));
	loan.stake(usdc(1_001));
	// A quarter of 1,001 USDC, less the half unit.
	loan.borrowed = usdc(250);
	await chain.succeed(charlie, proxies().borrow(0, loan.borrowed));
	await chain.succeed(owner, proxies().depositToExchange(0, key.key, 1, usdc(100)));
	state.token = usdc(150);
	state.info.exchangeAllowance = usdc(200);
	state.exposure.pendingDeposits = usdc(100);
	await assertAnswers();

	const withdrawals = [{ key: key.key, position: 1n, amount: usdc(10) }];
	const deposits = [{ key: key.key, position: 1n, amount: usdc(60) }];
	await operate(chain, { deposits, withdrawals });
	state.exposure = { pendingDeposits: usdc(40), equity: usdc(50), pendingWithdrawals: usdc(10) };
	await assertAnswers();
});

chain.test('with an excess, an approval and a restriction', async () => {
	await chain.succeed(owner, chain.api.tx.assets.transferKeepAlive(USDC, ACCOUNT, usdc(107)));
	state.token += usdc(107);
	const { utility } = chain.api.tx;
	const granted = await govern(
		chain,
		utility.batchAll([
			proxies().increaseApprovedAmount(0, usdc(33), 120),
			proxies().guardianSetBorrowingRestriction(0, true),
		]),
	);
	assert.equal(granted.result, 'ok');
	const approvalExpiresAt = granted.block.now + 120n;
	Object.assign(state.info, { approvedAmount: usdc(33), approvalExpiresAt, borrowingRestricted: true });
	state.usableApproval = usdc(33);
	loan.barred.byGuardian = true;
	await assertAnswers();

	await chain.travelTo(approvalExpiresAt);
	await assertAnswers();
	await chain.block();
	state.usableApproval = 0n;
	await assertAnswers();
});

chain.test('with an approval that does not expire, and a repayment due', async () => {
	await chain.enterNextEpoch();
	const { utility } = chain.api.tx;
	await govern(
		chain,
		utility.batchAll([
			proxies().increaseApprovedAmount(0, usdc(8), null),
			proxies().guardianSetBorrowingRestriction(0, false),
		]),
	);
	// What had expired does not come back.
	Object.assign(state.info, { approvedAmount: usdc(8), approvalExpiresAt: null, borrowingRestricted: false });
	state.usableApproval = usdc(8);
	loan.barred.byGuardian = false;
	await chain.succeed(alice, pool().requestWithdrawal(usdc(401)));
	loan.requestWithdrawal(usdc(401));
	await assertAnswers();

	await chain.travelTo(clock.startOf(clock.epoch(chain.head.now) + 1n) - BLACKOUT_WINDOW);
	assert.deepEqual(answers().previewAutoPay[0], [
		[0],
		{ borrowed: 0n, repaidBorrow: usdc(100), repaidDebt: 0n },
	]);
	await assertAnswers();
});

chain.test('overdue', async () => {
	await chain.enterNextEpoch();
	loan.roll();
	state.usableApproval = 0n;
	await assertAnswers();
});

chain.test('with debt, in the epoch that marks it and in the blackout window', async () => {
	await chain.succeed(alice, pool().requestWithdrawal(usdc(500)));
	loan.requestWithdrawal(usdc(500));
	await chain.enterNextEpoch();
	loan.roll();
	await chain.succeed(bob, pool().markDebt([ACCOUNT]));
	assert.equal(loan.markDebt(), usdc(150));
	await assertAnswers();

	await chain.travelTo(clock.startOf(clock.epoch(chain.head.now) + 1n) - BLACKOUT_WINDOW);
	assert.deepEqual(answers().previewAutoPay[0], [
		[0],
		{ borrowed: 0n, repaidBorrow: usdc(75), repaidDebt: usdc(150) },
	]);
	await assertAnswers();
});

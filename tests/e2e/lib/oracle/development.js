import * as development from '../development.js';
import { PoolOracle } from './pool.js';

/** An oracle with the parameters of the development chain and nobody staked. */
export const developmentOracle = () =>
	new PoolOracle({
		interval: development.EPOCH_LENGTH,
		offset: development.EPOCH_ZERO,
		blackout: development.BLACKOUT_WINDOW,
		rate: development.REWARDS_PER_SECOND,
		distributionStart: development.DISTRIBUTION_START,
		distributionEnd: development.DISTRIBUTION_END,
	});

import {isOutcome, type Outcome} from '../job/ending.ts';
import {type Look, signs} from './theme.ts';

type OutcomeLook = readonly [look: Look, sign: string];

const looks: {readonly [Name in Outcome]: OutcomeLook} = {
	confirmed: ['good', signs.good],
	accepted: ['good', signs.good],
	unseen: ['warning', signs.unseen],
	unknown: ['warning', signs.warning],
	cancelled: ['warning', signs.warning],
	stopped: ['warning', signs.warning],
	failed: ['error', signs.error],
	refused: ['error', signs.error],
};

/** Returns how an outcome looks wherever it is shown. One that this version does not know looks like a warning. */
export function outcomeLook(outcome: string): OutcomeLook {
	return isOutcome(outcome) ? looks[outcome] : ['warning', signs.warning];
}

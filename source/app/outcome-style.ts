import {isOutcome, type Outcome} from '../job/ending.ts';
import {type Style, signs} from './theme.ts';

type OutcomeStyle = readonly [look: Style, sign: string];

const styles: {readonly [Name in Outcome]: OutcomeStyle} = {
	confirmed: ['good', signs.good],
	accepted: ['good', signs.good],
	unchanged: ['good', signs.good],
	unseen: ['warning', signs.unseen],
	unknown: ['warning', signs.warning],
	cancelled: ['warning', signs.warning],
	stopped: ['warning', signs.warning],
	failed: ['error', signs.error],
	refused: ['error', signs.error],
};

/** Returns the style and the sign of an outcome. An outcome that this version does not know is shown as a warning. */
export function outcomeStyle(outcome: string): OutcomeStyle {
	return isOutcome(outcome) ? styles[outcome] : ['warning', signs.warning];
}

import type {UndoStep} from '../records/undo-step.ts';
import type {FixChoice} from './fixes.ts';
import type {Session} from './session.ts';

const maxSteps = 4;

/**
Applies the chosen fixes as long as records are written as a whole: a new record can have problems that depend on other rows. Yields
each undo step before the next one is made.
*/
export function* fixRepeatedly(session: Session, choice: FixChoice): Generator<UndoStep, void, void> {
	for (let count = 0; count < maxSteps; count++) {
		const step = session.fixAll(choice);
		if (step === undefined) return;
		yield step;
		if (!hasNewRecords(step)) return;
	}
}

function hasNewRecords({changes, later}: UndoStep): boolean {
	return [changes, later].some(rows => rows.some(({after}) => after?.kind === 'rewritten'));
}

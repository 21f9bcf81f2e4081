import {count} from '../text/format.ts';
import {nameText} from './name-text.ts';
import type {PlanDifference} from './plan-difference.ts';

/** Returns how a plan differs from the one that was approved, as sentences. */
export function differencesText(differences: readonly PlanDifference[] | undefined): string {
	if (differences === undefined)
		return 'The file or the catalog has changed since then; the approved plan is not stored here, so it is unknown how.';
	if (differences.length === 0) return 'It creates and hides the same pages, but at another target.';
	return `Since then: ${differences.map(differenceText).join('; ')}.`;
}

function differenceText({action, entity, kind, count: number, names}: PlanDifference): string {
	const what = `${count(number)}${kind === 'more' ? ' more' : ''} ${number === 1 ? entity.singular : entity.plural}`;
	const verb = kind === 'more' ? `would be ${action}` : `would no longer be ${action}`;
	return `${what} ${verb} (${names.map(nameText).join(', ')}${number > names.length ? ', …' : ''})`;
}

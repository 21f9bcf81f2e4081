import type {Cause} from '../../source/plan/causes/cause.ts';
import {betweenInventories, diff} from '../../source/plan/changes/diff.ts';
import {type ExplainedChanges, explainChanges} from '../../source/plan/explain-changes.ts';
import {causeText} from '../../source/report/plan/cause-texts.ts';
import type {CanonicalFile} from './canonical-file.ts';

/** Compares a file with another one, which the catalog shows. */
export function explain(before: CanonicalFile, after: CanonicalFile, earlierKind?: string): ExplainedChanges {
	return explainChanges(diff(betweenInventories(after.inventory, before.inventory)), {
		after,
		before,
		values: before.inventory,
		earlierKind,
	});
}

/** Returns a cause and its options as text. */
export function textOf(cause: Cause): string {
	const fix = cause.fix.map(({option, value}) => `${option} ${value}`).join(' ');
	return [causeText(cause).problem, ...(fix === '' ? [] : [fix])].join(' ');
}

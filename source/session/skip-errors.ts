import type {Bundle} from './bundle.ts';
import type {Session} from './session.ts';

/** Skips the rows with errors, then those that have errors without them, such as a reference to one. Returns how many are skipped. */
export function skipErrors({sessions}: Bundle): number {
	let skipped = 0;
	for (let before = -1; before < skipped; ) {
		before = skipped;
		for (const session of sessions) {
			const rows = rowsWithErrors(session);
			session.skipRows('rows with errors', rows);
			skipped += rows.length;
		}
	}

	return skipped;
}

function rowsWithErrors(session: Session): readonly number[] {
	const {findings, kind} = session;
	if (session.problemCount('error') === 0) return [];
	return [...findings.rows()].filter(row =>
		findings.at(row).some(({code, severity = kind.codes.get(code)?.severity}) => severity === 'error'),
	);
}

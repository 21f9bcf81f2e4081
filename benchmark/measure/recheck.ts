import {Session} from '../../source/session/session.ts';
import {type Figures, milliseconds} from '../figures.ts';

const cells = 150_000;

/** Changes many cells at once, undoes that, and goes to the last problem. */
export async function measure(path: string): Promise<Figures> {
	const session = await Session.open(path, new AbortController().signal);
	const column = session.header.mapping['is_view'] ?? 0;
	const every = Math.max(1, Math.floor((session.records.lastRow - 1) / cells));
	const values = new Map([[column, 'true']]);
	const edits = Array.from(
		{length: Math.min(cells, session.records.lastRow - 1)},
		(_, at) => [2 + at * every, values] as const,
	);
	const count = edits.length.toLocaleString('en');
	const figures = {
		[`${count} cells changed, ms`]: milliseconds(() => session.setCells('many', edits)),
		[`${count} cells undone, ms`]: milliseconds(() => session.undo()),
		'step to the last problem, ms': milliseconds(() => session.findings.previousRow(session.records.lastRow + 1)),
	};
	await session.close();
	return figures;
}

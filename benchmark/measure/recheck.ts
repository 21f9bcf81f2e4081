import {Session} from '../../source/session/session.ts';

const cells = 150_000;

/** Many cells changed at once, taken back, and a step to the last problem; each with its time. */
export async function measure(path: string): Promise<string> {
	const session = await Session.open(path, new AbortController().signal);
	const column = session.header.mapping['is_view'] ?? 0;
	const every = Math.max(1, Math.floor((session.records.lastRow - 1) / cells));
	const values = new Map([[column, 'true']]);
	const edits = Array.from(
		{length: Math.min(cells, session.records.lastRow - 1)},
		(_, at) => [2 + at * every, values] as const,
	);
	const changing = timed(() => session.setCells('many', edits));
	const undoing = timed(() => session.undo());
	const stepping = timed(() => session.findings.previousRow(session.records.lastRow + 1));
	await session.close();
	return `${edits.length} cells changed in ${changing}, taken back in ${undoing}, a step to the last problem in ${stepping}`;
}

function timed(work: () => unknown): string {
	const start = performance.now();
	work();
	return `${(performance.now() - start).toFixed(1)} ms`;
}

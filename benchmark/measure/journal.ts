import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {journalsOf} from '../../source/commands/app-services/journals.ts';
import type {Journal} from '../../source/session/journal.ts';
import {Session} from '../../source/session/session.ts';
import {openState} from '../../source/state/state.ts';

const cells = 150_000;

/** Many cells changed at once while they are recorded in a journal, and restored from it; each with its time. */
export async function measure(path: string): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'secoda-upload-bench-'));
	const state = await openState(folder);
	const open = () => Session.open(path, new AbortController().signal);
	try {
		const session = await open();
		const {header, recordColumns} = session;
		const file = {path, encoding: 'utf-8', header: header.labels, recordColumns} as const;
		const opened = await journalsOf(state).open(file);
		let recorded = '';
		const journal: Journal = {
			...opened.journal,
			record(...entry) {
				recorded = timed(() => opened.journal.record(...entry));
			},
		};
		const column = header.mapping['is_view'] ?? 0;
		const values = new Map([[column, 'true']]);
		const count = Math.min(cells, session.records.lastRow - 1);
		const edits = Array.from({length: count}, (_, at) => [2 + at, values] as const);
		const plain = timed(() => session.setCells('many', edits));
		session.undo();
		session.keepJournal(journal);
		const changing = timed(() => session.setCells('many', edits));
		opened.release();
		await session.close();

		const again = await open();
		const {earlierEdits: left} = await journalsOf(state).open(file);
		const restoring = timed(() => again.restore(left.flatMap(edits => edits.entries())));
		await again.close();
		return `${count} cells changed in ${plain}, with a journal in ${changing}; of that, ${recorded} until they are durable; restored in ${restoring}`;
	} finally {
		state.close();
		await rm(folder, {recursive: true});
	}
}

function timed(work: () => unknown): string {
	const start = performance.now();
	work();
	return `${(performance.now() - start).toFixed(1)} ms`;
}

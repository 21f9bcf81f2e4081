import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {journalsOf} from '../../source/commands/app-services/journals.ts';
import type {Journal} from '../../source/session/journal.ts';
import {Session} from '../../source/session/session.ts';
import {openState} from '../../source/state/state.ts';
import {type Figures, milliseconds} from '../figures.ts';

const cells = 150_000;

/** Changes many cells at once with a journal, and restores them from it. */
export async function measure(path: string): Promise<Figures> {
	const folder = await mkdtemp(join(tmpdir(), 'secoda-upload-bench-'));
	const state = await openState(folder);
	const open = () => Session.open(path, new AbortController().signal);
	try {
		const session = await open();
		const {header, recordColumns} = session;
		const file = {path, encoding: 'utf-8', header: header.labels, recordColumns} as const;
		const opened = await journalsOf(state).open(file);
		let recorded = Number.NaN;
		const journal: Journal = {
			...opened.journal,
			record(...entry) {
				recorded = milliseconds(() => opened.journal.record(...entry));
			},
		};
		const column = header.mapping['is_view'] ?? 0;
		const values = new Map([[column, 'true']]);
		const count = Math.min(cells, session.records.lastRow - 1);
		const edits = Array.from({length: count}, (_, at) => [2 + at, values] as const);
		const plain = milliseconds(() => session.setCells('many', edits));
		session.undo();
		session.keepJournal(journal);
		const changing = milliseconds(() => session.setCells('many', edits));
		opened.release();
		await session.close();

		const again = await open();
		const {earlierEdits: left} = await journalsOf(state).open(file);
		const restoring = milliseconds(() => again.restore(left.flatMap(edits => edits.entries())));
		await again.close();
		const label = `${count.toLocaleString('en')} cells`;
		return {
			[`${label} changed without a journal, ms`]: plain,
			[`${label} changed with a journal, ms`]: changing,
			'of that, until durable, ms': recorded,
			[`${label} restored, ms`]: restoring,
		};
	} finally {
		state.close();
		await rm(folder, {recursive: true});
	}
}

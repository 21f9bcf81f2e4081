import {basename} from 'node:path';
import {errorLine, UserError} from '../../errors/user-error.ts';
import type {Session} from '../../session/session.ts';
import {ago, plural} from '../../text/format.ts';
import type {Clock} from '../clock.ts';
import {keyOf} from '../keys.ts';
import {browseKeys} from '../screens/review/keys.ts';
import type {Notice} from '../screens/review/state.ts';
import type {FileJournal, OpenTarget, UnsavedEditsOnDisk} from '../services.ts';
import type {Stage} from '../stage.ts';
import {Prompter} from './prompter.ts';

/** The journal of an open file, and the edits of earlier openings that are to be restored. */
export type UnsavedEdits = {readonly journal: FileJournal; readonly restore: readonly UnsavedEditsOnDisk[]};

/**
Opens the journal of a file and asks about edits that were not saved. Returns `undefined` when the file is open elsewhere and
the user goes back; then, or when it throws, the session is closed. @throws Left
*/
export async function openUnsavedEdits(
	session: Session,
	{journals, reading}: OpenTarget,
	stage: Stage,
): Promise<UnsavedEdits | undefined> {
	const {header, recordColumns, records} = session;
	const path = records.file.realPath;
	const encoding = reading.encoding ?? 'utf-8';
	const journal = await journals.open({path, encoding, header: header.labels, recordColumns});
	let edits: UnsavedEdits | undefined;
	try {
		const prompter = new Prompter(stage, basename(path));
		if (journal.otherProcess === undefined || (await opensAnyway(journal.otherProcess, prompter, stage.clock)))
			edits = {journal, restore: session.readable ? await chosen(journal.earlierEdits, prompter, stage.clock) : []};
		return edits;
	} finally {
		if (edits === undefined) {
			journal.end();
			await session.close();
		}
	}
}

/** Asks what to do with the edits that were left; discards some. Returns those to restore. */
async function chosen(
	all: readonly UnsavedEditsOnDisk[],
	prompter: Prompter,
	clock: Clock,
): Promise<readonly UnsavedEditsOnDisk[]> {
	const restore: UnsavedEditsOnDisk[] = [];
	const discard: UnsavedEditsOnDisk[] = [];
	for (const [at, left] of all.entries()) {
		const which = all.length === 1 ? '' : ` (${at + 1} of ${all.length})`;
		const answer = await ask(`Restore unsaved edits?${which}`, left, prompter, clock);
		switch (answer) {
			case 'restore':
				restore.push(left);
				break;
			case 'discard':
				discard.push(left);
				break;
			case 'keep':
				break;
			default:
				answer satisfies never;
		}
	}

	for (const left of discard) left.discard();
	return restore;
}

/** Restores edits into a checked session, and records those that follow. Returns the notice about it. */
export function restoreEdits(session: Session, {journal, restore}: UnsavedEdits): Notice | undefined {
	const {overlay} = session.records;
	let rows = 0;
	let lost = 0;
	try {
		for (const left of restore) {
			const restored = session.restore(left.entries(), left.recordColumns);
			left.adopt(overlay.atStake);
			rows += restored.rows;
			lost += restored.lost;
		}
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {
			tone: 'error',
			text: `Not all unsaved edits were restored; they are offered again the next time. ${errorLine(error)}`,
		};
	} finally {
		session.keepJournal(journal.journal);
	}

	if (restore.length === 0) return undefined;
	const text = `Restored unsaved edits in ${plural(rows, 'row')}. ${keyOf(browseKeys, 'undo')} undoes the last one.`;
	if (lost === 0) return {tone: 'good', text};
	return {
		tone: 'error',
		text: `Edits in ${plural(lost, 'row')} could not be restored: the file holds other values there now. ${text}`,
	};
}

/** Returns the notice for edits that cannot be kept, or can be again. */
export function journalNotice(problem: string | undefined): Notice {
	if (problem === undefined) return {tone: 'good', text: 'Edits are protected against a crash again.'};
	return {
		tone: 'error',
		text: `Edits are not protected: if this program is killed before you save, they are lost. ${problem}`,
	};
}

async function opensAnyway(
	{pid, since, rows}: NonNullable<FileJournal['otherProcess']>,
	prompter: Prompter,
	clock: Clock,
): Promise<boolean> {
	const answer = await prompter.ask({
		prompt: 'This file is open in another window',
		lines: [
			`Process ${pid} opened it ${ago(since, clock.now())}${rows > 0 ? ` and has unsaved edits in ${plural(rows, 'row')}` : ''}.`,
			'Edits made here are kept apart from those made there. Only the window that saves first can save to the file itself; the other one can save a copy.',
		],
		question: {
			kind: 'choice',
			search: false,
			items: [
				{id: 'back', label: 'Go back', detail: 'and edit in the other window'},
				{id: 'open', label: 'Open it here too', detail: 'for example to look something up'},
			],
		},
	});
	return answer.kind === 'picked' && answer.id === 'open';
}

type RestoreAnswer = 'restore' | 'keep' | 'discard';

async function ask(
	prompt: string,
	{at, rows, change}: UnsavedEditsOnDisk,
	prompter: Prompter,
	clock: Clock,
): Promise<RestoreAnswer> {
	const answers: ReadonlyArray<{readonly id: RestoreAnswer; readonly label: string; readonly detail: string}> = [
		{id: 'restore', label: 'Restore', detail: `make the edits again; ${keyOf(browseKeys, 'undo')} undoes each`},
		{id: 'keep', label: 'Keep for later', detail: 'ask again at the next opening'},
		{id: 'discard', label: 'Discard', detail: 'remove these edits'},
	];
	const answer = await prompter.ask({
		prompt,
		lines: [
			`Edits in ${plural(rows, 'row')} were not saved when this file was closed. The last one was made ${ago(at, clock.now())}.`,
			...changeLines[change],
		],
		question: {
			kind: 'choice',
			search: false,
			items: change === 'columns' ? answers.filter(({id}) => id !== 'restore') : answers,
		},
		back: 'keep for later',
	});
	return answer.kind === 'picked' ? (answers.find(({id}) => id === answer.id)?.id ?? 'keep') : 'keep';
}

const changeLines: {readonly [Change in UnsavedEditsOnDisk['change']]: readonly string[]} = {
	none: [],
	content: ['The file has changed since. Edits are restored in rows that still hold what they held then.'],
	columns: ['The header of the file has changed since, so the edits cannot be restored now.'],
};

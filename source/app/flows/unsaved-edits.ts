import {basename} from 'node:path';
import type {Clock} from '../../clock.ts';
import {errorLine, UserError} from '../../errors/user-error.ts';
import type {Session} from '../../session/session.ts';
import {ago} from '../../text/format.ts';
import {keyOf} from '../keys.ts';
import {browseKeys} from '../screens/review/keys.ts';
import type {Notice} from '../screens/review/state.ts';
import type {FileJournal, UnsavedEditsOnDisk} from '../services/journals.ts';
import type {OpenTarget} from '../services/open-target.ts';
import type {Stage} from '../stage.ts';
import {Prompter} from './prompter.ts';
import {otherWindowTexts, journalTexts as texts} from './texts.ts';

/** The journal of an open file, and the edits of earlier sessions to restore. */
export type UnsavedEdits = {readonly journal: FileJournal; readonly restore: readonly UnsavedEditsOnDisk[]};

/**
Opens the journal of a file and asks about edits that were not saved; with `restore`, the latest are restored without a question, and
earlier ones are kept. If the file is open in another window and the user goes back, returns `undefined`. @throws AppClosed
*/
export async function openUnsavedEdits(
	session: Session,
	{journals, reading}: OpenTarget,
	stage: Stage,
	answer: 'ask' | 'restore' = 'ask',
): Promise<UnsavedEdits | undefined> {
	const {header, recordColumns, records} = session;
	const path = records.file.realPath;
	const encoding = reading.encoding ?? 'utf-8';
	const journal = await journals.open({path, encoding, header: header.labels, recordColumns});
	let edits: UnsavedEdits | undefined;
	try {
		const prompter = new Prompter(stage, basename(path));
		if (journal.otherProcess === undefined || (await opensAnyway(journal.otherProcess, prompter, stage.clock)))
			edits = {journal, restore: session.canCheckRows ? await restored(journal, answer, prompter, stage.clock) : []};
		return edits;
	} finally {
		if (edits === undefined) journal.end();
	}
}

function restored(
	{earlierEdits}: FileJournal,
	answer: 'ask' | 'restore',
	prompter: Prompter,
	clock: Clock,
): Promise<readonly UnsavedEditsOnDisk[]> {
	if (answer === 'ask') return chosen(earlierEdits, prompter, clock);
	return Promise.resolve(earlierEdits.toSorted((one, other) => other.at.localeCompare(one.at)).slice(0, 1));
}

/** Asks what to do with the edits of each earlier session, and discards some. Returns those to restore. */
async function chosen(
	all: readonly UnsavedEditsOnDisk[],
	prompter: Prompter,
	clock: Clock,
): Promise<readonly UnsavedEditsOnDisk[]> {
	const restore: UnsavedEditsOnDisk[] = [];
	const discard: UnsavedEditsOnDisk[] = [];
	for (const [at, edits] of all.entries()) {
		const answer = await ask(texts.restorePrompt(at + 1, all.length), edits, prompter, clock);
		switch (answer) {
			case 'restore':
				restore.push(edits);
				break;
			case 'discard':
				discard.push(edits);
				break;
			case 'keep':
				break;
			default:
				answer satisfies never;
		}
	}

	for (const edits of discard) edits.discard();
	return restore;
}

/** Restores edits into a checked session, and starts the journal of new ones. Returns the notice about the restored edits. */
export function restoreEdits(session: Session, {journal, restore}: UnsavedEdits): Notice | undefined {
	const {overlay} = session.records;
	let rows = 0;
	let lost = 0;
	try {
		for (const edits of restore) {
			const restored = session.restore(edits.entries(), edits.recordColumns);
			edits.adopt(overlay.saved.unsavedRows);
			rows += restored.rows;
			lost += restored.lost;
		}
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {
			tone: 'error',
			text: texts.notAllRestored(errorLine(error)),
		};
	} finally {
		session.keepJournal(journal.journal);
	}

	if (restore.length === 0) return undefined;
	const text = texts.restored(rows, keyOf(browseKeys, 'undo'));
	if (lost === 0) return {tone: 'good', text};
	return {
		tone: 'error',
		text: texts.changedRows(lost, text),
	};
}

/** Returns the notice that the journal cannot be written (`problem`), or can be again. */
export function journalNotice(problem: string | undefined): Notice {
	if (problem === undefined) return {tone: 'good', text: texts.protected};
	return {
		tone: 'error',
		text: texts.unprotected(problem),
	};
}

async function opensAnyway(
	{pid, since, rows}: NonNullable<FileJournal['otherProcess']>,
	prompter: Prompter,
	clock: Clock,
): Promise<boolean> {
	const picked = await prompter.pick({
		prompt: otherWindowTexts.prompt,
		lines: [otherWindowTexts.opened(pid, since, clock.now(), rows), otherWindowTexts.about],
		items: [
			{id: 'back', label: otherWindowTexts.back, detail: otherWindowTexts.backDetail},
			{id: 'open', label: otherWindowTexts.open, detail: otherWindowTexts.openDetail},
		],
	});
	return picked === 'open';
}

type RestoreAnswer = 'restore' | 'keep' | 'discard';

async function ask(
	prompt: string,
	{at, rows, change}: UnsavedEditsOnDisk,
	prompter: Prompter,
	clock: Clock,
): Promise<RestoreAnswer> {
	const answers: ReadonlyArray<{readonly id: RestoreAnswer; readonly label: string; readonly detail: string}> = [
		{id: 'restore', label: texts.restore, detail: texts.restoreDetail(keyOf(browseKeys, 'undo'))},
		{id: 'keep', label: texts.keep, detail: texts.keepDetail},
		{id: 'discard', label: texts.discard, detail: texts.discardDetail},
	];
	const picked = await prompter.pick({
		prompt,
		lines: [texts.restoreAbout(rows, ago(at, clock.now())), ...changeLines[change]],
		items: change === 'columns' ? answers.filter(({id}) => id !== 'restore') : answers,
		back: texts.keepKey,
	});
	return picked ?? 'keep';
}

const changeLines: {readonly [Change in UnsavedEditsOnDisk['change']]: readonly string[]} = {
	none: [],
	content: [texts.contentChanged],
	columns: [texts.columnsChanged],
};

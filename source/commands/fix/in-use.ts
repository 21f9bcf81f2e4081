import {existsSync} from 'node:fs';
import {realpath} from 'node:fs/promises';
import {join} from 'node:path';
import {UserError} from '../../errors/user-error.ts';
import {appFolders} from '../../profiles/folders.ts';
import type {StoredJournal} from '../../state/journal.ts';
import {openState} from '../../state/state.ts';
import {isStateError} from '../../state/state-error.ts';
import {plural} from '../../text/format.ts';
import {visible} from '../../text/visible.ts';

/**
Rejects a file that another window has unsaved edits of: these could no longer be saved.

@throws UserError `file-in-use`
*/
export async function assertNotEdited(path: string, env: NodeJS.ProcessEnv): Promise<void> {
	const editor = await findEditor(path, appFolders(env).state);
	if (editor === undefined) return;
	const {owner, rows} = editor;
	throw new UserError(
		'file-in-use',
		`${visible(path)} is open in another window (process ${owner.pid}), with unsaved edits in ${plural(rows, 'row')}. Nothing was changed.`,
		'Save or discard them there and run the command again, or write to another file with -o <file>.',
	);
}

/** Returns the journal of a window with unsaved edits; `undefined` without one, or without a usable state folder. */
async function findEditor(path: string, folder: string): Promise<StoredJournal | undefined> {
	if (!existsSync(join(folder, 'state.db'))) return undefined;
	try {
		const state = await openState(folder);
		try {
			return state.journals.openElsewhere(await realpath(path).catch(() => path)).find(({rows}) => rows > 0);
		} finally {
			state.close();
		}
	} catch (error) {
		if (isStateError(error)) return undefined;
		throw error;
	}
}

import {basename} from 'node:path';
import {errorLine, hasCode, UserError} from '../../errors/user-error.ts';
import {fixedCopyPath, type Saved, type SaveTarget} from '../../records/save/save.ts';
import {savePlace} from '../../records/save/save-place.ts';
import type {OwnCopies} from '../../records/source/own-copies.ts';
import type {Session} from '../../session/session.ts';
import {visible} from '../../text/visible.ts';
import {pathKeys} from '../components/path-field/keys.ts';
import {keyOf} from '../keys.ts';
import type {PathServices} from '../services.ts';
import type {Stage} from '../stage.ts';
import {Prompter} from './prompter.ts';

export type SaveAsOptions = {
	readonly session: Session;
	readonly paths: PathServices;
	/** The copies that were saved before: they are replaced without a question. */
	readonly copies: OwnCopies;
	save(target: SaveTarget, signal: AbortSignal): Promise<Saved>;
};

/** Asks for a name and saves under it; `undefined` when the person goes back. @throws Left */
export async function saveAs({session, paths, copies, save}: SaveAsOptions, stage: Stage): Promise<Saved | undefined> {
	const prompter = new Prompter(stage, `Save ${basename(session.path)} as`, text => paths.complete(text), {
		ctrlC: 'back',
	});
	let typed = fixedCopyPath(session.path);
	let error: string | undefined;
	for (;;) {
		const candidates = await paths.complete(typed).catch(() => []);
		const answer = await prompter.ask({
			prompt: 'Save as',
			lines: [`The open file stays as it is. ${keyOf(pathKeys, 'complete')} completes.`],
			error,
			question: {kind: 'path', value: typed, candidates},
			enter: 'save',
		});
		if (answer.kind !== 'typed') return undefined;
		typed = answer.text;
		if (typed.trim() === '') {
			error = 'Type the path of the file to write.';
			continue;
		}

		error = undefined;
		try {
			// Messages show the path as the user typed it.
			const path = paths.expand(typed);
			const place = await savePlace(path, session.records.file);
			if (place === 'open-file') {
				error = openFileError(session);
				continue;
			}

			const isForeign = place === 'file' && (await copies.lookUp(path)) === 'foreign';
			if (isForeign && !(await mayReplace(path, prompter))) continue;
			const work = (signal: AbortSignal) => save({kind: 'copy', path, replace: place === 'file'}, signal);
			const saved = await prompter.wait('Saving', work, [path]);
			if (saved.kind === 'done') return saved.value;
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
			// What was opened is gone: no other name helps.
			if (hasCode(thrown, ['file-changed', 'not-readable'])) throw thrown;
			error = errorLine(thrown);
		}
	}
}

function openFileError({records}: Session): string {
	return records.file.isCopy
		? 'This is the open file. Type another name.'
		: 'This is the open file. Type another name, or go back and save in place: Esc, Ctrl+S, i.';
}

async function mayReplace(path: string, prompter: Prompter): Promise<boolean> {
	const answer = await prompter.ask({
		prompt: `Replace ${visible(basename(path))}?`,
		lines: [`${path} exists.`, 'Its content is lost when it is replaced.'],
		question: {kind: 'keys'},
		keys: [{keys: ['r'], action: 'replace', label: 'replace it', help: ''}],
	});
	return answer.kind === 'key';
}

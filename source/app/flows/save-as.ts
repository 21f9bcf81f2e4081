import {basename} from 'node:path';
import {errorLine, hasCode, UserError} from '../../errors/user-error.ts';
import {fixedCopyPath, type SaveResult, type SaveTarget} from '../../records/save/save.ts';
import {findSaveDestination} from '../../records/save/save-destination.ts';
import type {SavedCopies} from '../../records/source/saved-copies.ts';
import type {Session} from '../../session/session.ts';
import {visible} from '../../text/visible.ts';
import {pathKeys} from '../components/path-field/keys.ts';
import {keyOf} from '../keys.ts';
import type {PathServices} from '../services/files.ts';
import type {Stage} from '../stage.ts';
import {Prompter} from './prompter.ts';
import {saveAsTexts as texts} from './texts.ts';

export type SaveAsOptions = {
	readonly session: Session;
	readonly paths: PathServices;
	/** Copies that this session saved before: they are replaced without asking. */
	readonly copies: SavedCopies;
	save(target: SaveTarget, signal: AbortSignal): Promise<SaveResult>;
};

/** Asks for a path and saves there. Returns `undefined` if the user goes back. @throws AppClosed */
export async function saveAs(
	{session, paths, copies, save}: SaveAsOptions,
	stage: Stage,
): Promise<SaveResult | undefined> {
	const prompter = new Prompter(stage, texts.title(basename(session.path)), text => paths.complete(text), {
		ctrlC: 'back',
	});
	let typed = fixedCopyPath(session.path);
	let error: string | undefined;
	for (;;) {
		const candidates = await paths.complete(typed).catch(() => []);
		const answer = await prompter.ask({
			prompt: texts.prompt,
			lines: [texts.about(keyOf(pathKeys, 'complete'))],
			error,
			question: {kind: 'path', value: typed, candidates},
			enter: texts.save,
		});
		if (answer.kind !== 'typed') return undefined;
		typed = answer.text;
		if (typed.trim() === '') {
			error = texts.missing;
			continue;
		}

		error = undefined;
		try {
			// Messages show the path as typed.
			const path = paths.expand(typed);
			const place = await findSaveDestination(path, session.records.file);
			if (place === 'open-file') {
				error = openFileError(session);
				continue;
			}

			const isForeign = place === 'file' && (await copies.lookUp(path)) === 'foreign';
			if (isForeign && !(await mayReplace(path, prompter))) continue;
			const work = (signal: AbortSignal) => save({kind: 'copy', path, replace: place === 'file'}, signal);
			const saved = await prompter.wait(texts.saving, work, [path]);
			if (saved.kind === 'done') return saved.value;
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
			// The opened file is gone: another name does not help.
			if (hasCode(thrown, ['file-changed', 'not-readable'])) throw thrown;
			error = errorLine(thrown);
		}
	}
}

function openFileError({records}: Session): string {
	return records.file.isCopy ? texts.openFile : texts.openFileInPlace;
}

/** Asks whether an existing file may be replaced. */
export async function mayReplace(path: string, prompter: Prompter): Promise<boolean> {
	const answer = await prompter.ask({
		prompt: texts.replacePrompt(visible(basename(path))),
		lines: [texts.exists(path), texts.replaceAbout],
		question: {kind: 'keys'},
		keys: [{keys: ['r'], action: 'replace', label: texts.replace, help: ''}],
	});
	return answer.kind === 'key';
}

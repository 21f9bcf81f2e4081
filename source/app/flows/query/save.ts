import {errorLine, hasCode, UserError} from '../../../errors/user-error.ts';
import type {SaveResult} from '../../../records/save/save.ts';
import {defaultRunFiles} from '../../../sql/index.ts';
import {pathKeys} from '../../components/path-field/keys.ts';
import {keyOf} from '../../keys.ts';
import {mayReplace} from '../save-as.ts';
import {saveAsTexts} from '../texts.ts';
import type {QueryContext} from './answers.ts';
import {queryTexts as texts} from './texts.ts';

/** Asks for a path and saves a query there; its text depends on the path. Returns `undefined` if the user goes back. */
export async function saveQuery(
	textFor: (path: string) => string,
	context: QueryContext,
): Promise<SaveResult | undefined> {
	const {prompter, files, answers} = context;
	let error: string | undefined;
	for (;;) {
		const value = answers.path ?? defaultRunFiles.query;
		const answer = await prompter.ask({
			prompt: texts.path,
			lines: [texts.pathAbout(keyOf(pathKeys, 'complete'))],
			error,
			question: {kind: 'path', value, candidates: await files.complete(value).catch(() => [])},
			enter: saveAsTexts.save,
		});
		if (answer.kind !== 'typed') return undefined;
		if (answer.text.trim() === '') {
			error = saveAsTexts.missing;
			continue;
		}

		error = undefined;
		answers.path = answer.text;
		try {
			const saved = await save(files.expand(answer.text), textFor, context);
			if (saved !== undefined) return saved;
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
			error = errorLine(thrown);
		}
	}
}

/** Saves a query. An existing file is replaced only if the user confirms it; otherwise, and after a stop, returns `undefined`. */
async function save(
	path: string,
	textFor: (path: string) => string,
	{prompter, files}: QueryContext,
): Promise<SaveResult | undefined> {
	const write = (existing: 'refuse' | 'replace') =>
		prompter.wait(saveAsTexts.saving, signal => files.saveText(path, textFor(path), existing, signal), [path]);
	const result = await write('refuse').catch(error => {
		if (hasCode(error, ['already-exists'])) return undefined;
		throw error;
	});
	if (result !== undefined) return result.kind === 'done' ? result.value : undefined;
	if (!(await mayReplace(path, prompter))) return undefined;
	const replaced = await write('replace');
	return replaced.kind === 'done' ? replaced.value : undefined;
}

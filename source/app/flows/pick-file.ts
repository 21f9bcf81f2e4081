import {errorLine, UserError} from '../../errors/user-error.ts';
import type {FileServices, InspectedFile} from '../services.ts';
import type {Prompter} from './prompter.ts';
import {sharedTexts, pickFileTexts as texts} from './texts.ts';

/** Asks for a file until one can be read. Returns `undefined` if the user goes back. */
export async function pickFile(
	prompter: Prompter,
	files: FileServices,
	{
		value = '',
		lines,
		back = 'back',
	}: {readonly value?: string; readonly lines: readonly string[]; readonly back?: string},
): Promise<InspectedFile | undefined> {
	let text = value;
	let error: string | undefined;
	for (;;) {
		const candidates = text === '' ? files.recent() : await files.complete(text).catch(() => []);
		const answer = await prompter.ask({
			prompt: texts.prompt,
			lines,
			error,
			question: {kind: 'path', value: text, candidates},
			enter: texts.open,
			back,
		});
		if (answer.kind !== 'typed') return undefined;
		text = answer.text;
		if (text.trim() === '') {
			error = texts.missing;
			continue;
		}

		try {
			const path = files.resolve(text);
			const result = await prompter.wait(sharedTexts.readingFile, signal => files.inspect(path, signal), [path]);
			if (result.kind === 'done') return result.value;
			error = undefined;
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
			error = errorLine(thrown);
		}
	}
}

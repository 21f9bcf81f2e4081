import {errorLine, UserError} from '../../errors/user-error.ts';
import type {FileServices, InspectedFile} from '../services.ts';
import type {Prompter} from './prompter.ts';

/** Asks for a file until one is named that can be read. `undefined` when the person goes back. */
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
			prompt: 'Which file?',
			lines,
			error,
			question: {kind: 'path', value: text, candidates},
			enter: 'open',
			back,
		});
		if (answer.kind !== 'typed') return undefined;
		text = answer.text;
		if (text.trim() === '') {
			error = 'Type the path of a file, or drop the file here.';
			continue;
		}

		try {
			const path = files.resolve(text);
			const looked = await prompter.wait('Looking at the file', signal => files.inspect(path, signal), [path]);
			if (looked.kind === 'done') return looked.value;
			error = undefined;
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
			error = errorLine(thrown);
		}
	}
}

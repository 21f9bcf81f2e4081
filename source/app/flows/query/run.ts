import {saveNotes, saveSummary} from '../../../report/saved.ts';
import type {DeliveredQuery, QueryContext} from './answers.ts';
import {runTexts as texts} from './texts.ts';

/** Shows how to run a query. Returns true if the user continues, false if the user goes back. */
export async function showRun(query: DeliveredQuery, {prompter, files}: QueryContext): Promise<boolean> {
	const {how, client, commands, csv} = query;
	let copied: readonly string[] = [];
	for (;;) {
		const lines =
			how.kind === 'copied'
				? [texts.copied, texts.ignored, '', texts.anyClient, `  ${files.resolve(csv)}`]
				: [
						`${saveSummary(how.saved)}.`,
						...saveNotes(how.saved),
						texts.client(client),
						...commands.map(command => `  ${command}`),
						...copied,
						'',
						...(commands.some(hasPlaceholder) ? [texts.placeholders] : []),
					];
		const answer = await prompter.ask({
			prompt: texts.prompt,
			lines: [...lines, texts.next(csv)],
			question: {kind: 'keys'},
			keys: [
				...(commands.length > 0 && prompter.canCopy
					? [{keys: ['c'], action: 'copy', label: texts.copyCommands, help: ''}]
					: []),
				{keys: ['enter'], action: 'next', label: texts.continue, help: ''},
			],
		});
		if (answer.kind !== 'key') return false;
		if (answer.action === 'next') return true;
		prompter.copy(commands.join('\n'));
		copied = [texts.copied];
	}
}

function hasPlaceholder(command: string): boolean {
	return /<\w+>/.test(command);
}

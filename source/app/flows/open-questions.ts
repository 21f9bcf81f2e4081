import {basename} from 'node:path';
import {encodingNames} from '../../records/source/encoding.ts';
import {type OpenedFile, openRecords} from '../../session/open-records.ts';
import type {ReadOptions} from '../../session/read-options.ts';
import {visible} from '../../text/visible.ts';
import type {Stage} from '../stage.ts';
import {type PageContent, Prompter} from './prompter.ts';
import {companionTexts, encodingTexts, sharedTexts} from './texts.ts';

/** Opens a file. Returns `undefined` if the user stops its conversion. */
export async function openAs(file: string, reading: ReadOptions, stage: Stage): Promise<OpenedFile | undefined> {
	if (reading.encoding === undefined) return openRecords(file, reading, stage.signal);
	const opened = await new Prompter(stage, basename(file)).wait(
		encodingTexts.reading(encodingNames[reading.encoding]),
		signal => openRecords(file, reading, signal),
		[sharedTexts.fileUnchanged],
	);
	return opened.kind === 'done' ? opened.value : undefined;
}

/** Asks whether to read a file in the encoding that was recognized. */
export async function confirmEncoding(message: string, back: string, stage: Stage): Promise<boolean> {
	const answer = await new Prompter(stage, sharedTexts.program).ask({
		prompt: encodingTexts.prompt,
		lines: [message, '', encodingTexts.about],
		question: {kind: 'keys'},
		keys: [
			{keys: ['enter'], action: 'yes', label: encodingTexts.read, help: ''},
			{keys: ['q', 'n'], action: 'no', help: ''},
		],
		back,
	});
	return answer.kind === 'key' && answer.action === 'yes';
}

/** Asks whether to open the file too that is usually sent together with another. */
export async function askForCompanion(path: string, other: string, stage: Stage): Promise<boolean> {
	const answer = await new Prompter(stage, basename(path)).ask({
		...companionPage(companionTexts.openPrompt, path, other),
		back: companionTexts.openOne,
	});
	return answer.kind === 'picked' && answer.id === 'both';
}

/** Returns the question whether to use a file and the one beside it: `both` or `one`. */
export function companionPage(prompt: string, path: string, other: string): PageContent {
	const name = visible(basename(path));
	return {
		prompt,
		lines: [companionTexts.about(visible(basename(other)), name)],
		question: {
			kind: 'choice',
			search: false,
			items: [
				{id: 'both', label: companionTexts.both, detail: companionTexts.bothDetail},
				{id: 'one', label: companionTexts.only(name), detail: companionTexts.onlyDetail},
			],
		},
	};
}

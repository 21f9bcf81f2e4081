import {basename} from 'node:path';
import type {MappingOverrides} from '../../kinds/header.ts';
import {encodingNames} from '../../records/source/encoding.ts';
import {FormatError} from '../../session/format-error.ts';
import {type OpenedFile, openRecords} from '../../session/open-records.ts';
import type {ReadOptions} from '../../session/read-options.ts';
import {Session} from '../../session/session.ts';
import type {Stage} from '../stage.ts';
import {askColumns, labelsToChoose} from './ask-columns.ts';
import {Prompter} from './prompter.ts';
import type {ReviewOptions} from './review/options.ts';
import {reviewFile} from './review-file.ts';
import {columnTexts, encodingTexts, sharedTexts} from './texts.ts';
import {openUnsavedEdits} from './unsaved-edits.ts';

/**
Opens a file and shows it until it is closed. A file in another encoding is converted with the user's consent and opened
again. The columns of missing required fields are asked for. @throws FileError, FormatError, AppClosed
*/
export async function openFile(options: Omit<ReviewOptions, 'edits'>, stage: Stage): Promise<void> {
	let {reading} = options.target;
	let mapping: MappingOverrides | undefined;
	for (;;) {
		try {
			const file = await openFileAs(options.target.file, reading, stage);
			if (file === undefined) return;
			const session = await startSession(file, async () => (mapping ??= await askMapping(file, reading, stage)));
			const opened = {...options.target, reading};
			const edits = await openUnsavedEdits(session, opened, stage);
			if (edits === undefined) return;
			const result = await reviewFile(session, {...options, target: opened, edits}, stage);
			if (result.kind === 'closed') return;
			reading = {...reading, encoding: result.encoding};
		} catch (error) {
			if (!(error instanceof FormatError) || error.wrong.encoding === undefined) throw error;
			if (!(await consents(error, stage))) throw error;
			reading = {...reading, encoding: error.wrong.encoding};
		}
	}
}

/** Starts a session on an open file. If that fails, the file is closed. */
async function startSession(file: OpenedFile, mapping: () => Promise<MappingOverrides>): Promise<Session> {
	try {
		return new Session(file, await mapping());
	} catch (error) {
		await file.records.close();
		throw error;
	}
}

/** Returns the mapping, with the user's choice for required fields that no header names. */
async function askMapping(
	{kind, records}: OpenedFile,
	{mapping = {}}: ReadOptions,
	stage: Stage,
): Promise<MappingOverrides> {
	const {labels, missing} = kind.readHeader(records.labels, mapping);
	if (missing.length === 0 || labelsToChoose({kind, labels}).length === 0) return mapping;
	const prompter = new Prompter(stage, basename(records.file.path));
	return {...mapping, ...(await askColumns(prompter, {kind, labels, missing}, {back: columnTexts.skip}))};
}

/** Opens a file. Returns `undefined` if the user stops its conversion. */
async function openFileAs(file: string, reading: ReadOptions, stage: Stage): Promise<OpenedFile | undefined> {
	if (reading.encoding === undefined) return openRecords(file, reading, stage.signal);
	const opened = await new Prompter(stage, basename(file)).wait(
		encodingTexts.reading(encodingNames[reading.encoding]),
		signal => openRecords(file, reading, signal),
		[sharedTexts.fileUnchanged],
	);
	return opened.kind === 'done' ? opened.value : undefined;
}

async function consents({message}: FormatError, stage: Stage): Promise<boolean> {
	const answer = await new Prompter(stage, sharedTexts.program).ask({
		prompt: encodingTexts.prompt,
		lines: [message, '', encodingTexts.about],
		question: {kind: 'keys'},
		keys: [
			{keys: ['enter'], action: 'yes', label: encodingTexts.read, help: ''},
			{keys: ['q', 'n'], action: 'no', help: ''},
		],
		back: encodingTexts.cancel,
	});
	return answer.kind === 'key' && answer.action === 'yes';
}

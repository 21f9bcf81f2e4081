import {basename} from 'node:path';
import type {NamedColumns} from '../../kinds/header.ts';
import {encodingNames} from '../../records/source/encoding.ts';
import {FormatError} from '../../session/format-error.ts';
import {type OpenedFile, openRecords} from '../../session/open-records.ts';
import type {Reading} from '../../session/reading.ts';
import {Session} from '../../session/session.ts';
import type {Stage} from '../stage.ts';
import {askColumns, labelsToChoose} from './ask-columns.ts';
import {Prompter} from './prompter.ts';
import type {ReviewOptions} from './review/options.ts';
import {reviewFile} from './review-file.ts';
import {openUnsavedEdits} from './unsaved-edits.ts';

/**
Opens a file and shows it until it is closed. A file in another encoding is converted when the person consents, and opened
anew; columns whose headers say nothing are asked for. @throws FileError, FormatError, Left
*/
export async function openFile(options: Omit<ReviewOptions, 'edits'>, stage: Stage): Promise<void> {
	let {reading} = options.target;
	let mapping: NamedColumns | undefined;
	for (;;) {
		try {
			const file = await openedFile(options.target.file, reading, stage);
			if (file === undefined) return;
			const session = await sessionOn(file, async () => (mapping ??= await columnsOf(file, reading, stage)));
			const opened = {...options.target, reading};
			const edits = await openUnsavedEdits(session, opened, stage);
			if (edits === undefined) return;
			const end = await reviewFile(session, {...options, target: opened, edits}, stage);
			if (end.kind === 'closed') return;
			reading = {...reading, encoding: end.encoding};
		} catch (error) {
			if (!(error instanceof FormatError) || error.wrong.encoding === undefined) throw error;
			if (!(await consents(error, stage))) throw error;
			reading = {...reading, encoding: error.wrong.encoding};
		}
	}
}

/** Begins a session on an open file, which is closed if there can be none. */
async function sessionOn(file: OpenedFile, mapping: () => Promise<NamedColumns>): Promise<Session> {
	try {
		return new Session(file, await mapping());
	} catch (error) {
		await file.records.close();
		throw error;
	}
}

/** Which columns hold what, with what a person says of those that are needed and that no header names. */
async function columnsOf({kind, records}: OpenedFile, {mapping = {}}: Reading, stage: Stage): Promise<NamedColumns> {
	const {labels, missing} = kind.readHeader(records.labels, mapping);
	if (missing.length === 0 || labelsToChoose({kind, labels}).length === 0) return mapping;
	const prompter = new Prompter(stage, basename(records.file.path));
	return {...mapping, ...(await askColumns(prompter, {kind, labels, missing}, {back: 'leave it so'}))};
}

/** Opens it; `undefined` when the person does not want to wait until it is converted. */
async function openedFile(file: string, reading: Reading, stage: Stage): Promise<OpenedFile | undefined> {
	if (reading.encoding === undefined) return openRecords(file, reading, stage.signal);
	const opened = await new Prompter(stage, basename(file)).wait(
		`Reading it as ${encodingNames[reading.encoding]}`,
		signal => openRecords(file, reading, signal),
		['The file itself stays as it is.'],
	);
	return opened.kind === 'done' ? opened.value : undefined;
}

async function consents({message}: FormatError, stage: Stage): Promise<boolean> {
	const answer = await new Prompter(stage, 'secoda-upload').ask({
		prompt: 'Another encoding',
		lines: [message, '', 'Shall it be read as that? The file itself stays as it is; what is saved and sent is UTF-8.'],
		question: {kind: 'keys'},
		keys: [
			{keys: ['enter'], action: 'yes', label: 'read it so', help: ''},
			{keys: ['q', 'n'], action: 'no', help: ''},
		],
		back: 'leave it',
	});
	return answer.kind === 'key' && answer.action === 'yes';
}

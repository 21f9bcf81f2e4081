import {basename} from 'node:path';
import type {MappingOverrides} from '../../kinds/header.ts';
import {type Encoding, encodingNames} from '../../records/source/encoding.ts';
import {Bundle} from '../../session/bundle.ts';
import {FormatError} from '../../session/format-error.ts';
import {likelyHeaderEncoding} from '../../session/header-encoding.ts';
import type {OpenedFile} from '../../session/open-records.ts';
import type {ReadOptions} from '../../session/read-options.ts';
import {Session} from '../../session/session.ts';
import {inUploadOrder} from '../../session/upload-order.ts';
import {visible} from '../../text/visible.ts';
import type {OpenTarget} from '../services.ts';
import type {Stage} from '../stage.ts';
import {askColumns, labelsToChoose} from './ask-columns.ts';
import {askForCompanion, confirmEncoding, openAs} from './open-questions.ts';
import {Prompter} from './prompter.ts';
import type {ReviewOptions, ReviewResult} from './review/options.ts';
import {reviewFiles} from './review-files.ts';
import {columnTexts, encodingTexts} from './texts.ts';
import {openUnsavedEdits, type UnsavedEdits} from './unsaved-edits.ts';

/** The choices that the user has made about files, by their paths; they hold when the files are opened again. */
type Choices = {
	readonly encodings: Map<string, Encoding>;
	readonly mappings: Map<string, MappingOverrides>;
	/** The files to open. */
	paths: readonly string[];
	/** True if the user was asked about the file beside the only one. */
	isCompanionAsked: boolean;
};

/**
Opens the files of an upload and shows them until they are closed. A file in another encoding is converted with the user's consent and
opened again. The columns of missing required fields are asked for. @throws FileError, FormatError, AppClosed
*/
export async function openFile(options: Omit<ReviewOptions, 'edits'>, stage: Stage): Promise<void> {
	const {files} = options.target;
	const choices: Choices = {encodings: new Map(), mappings: new Map(), paths: files, isCompanionAsked: false};
	for (;;) {
		try {
			const opened = await openAll(options.target, choices, stage);
			const result = opened && (await review(opened, options, choices, stage));
			if (result === undefined || result.kind === 'closed') return;
			choices.encodings.set(result.path, result.encoding);
		} catch (error) {
			if (!(error instanceof FormatError) || error.wrong.encoding === undefined) throw error;
			if (!(await confirmEncoding(error.message, encodingTexts.cancel, stage))) throw error;
			choices.encodings.set(error.path, error.wrong.encoding);
		}
	}
}

function readingOf(path: string, {reading}: OpenTarget, {encodings}: Choices): ReadOptions {
	const encoding = encodings.get(path);
	return encoding === undefined ? reading : {...reading, encoding};
}

/** Opens all files, and the file beside the only one if the user wants to. Returns `undefined` if the user stops a conversion. */
async function openAll(target: OpenTarget, choices: Choices, stage: Stage): Promise<readonly OpenedFile[] | undefined> {
	const opened: OpenedFile[] = [];
	try {
		for (let at = 0; at < choices.paths.length; at++) {
			const path = choices.paths[at] ?? '';
			const file = await openAs(path, readingOf(path, target, choices), stage);
			if (file === undefined) return await closeAll(opened);
			opened.push(file);
			if (await isOtherEncoding(file, target, choices, stage)) {
				await closeAll(opened.splice(-1));
				at--;
				continue;
			}

			if (choices.paths.length > 1 || choices.isCompanionAsked) continue;
			choices.isCompanionAsked = true;
			const other = target.findCompanion?.(path, file.kind);
			if (other !== undefined && (await askForCompanion(path, other, stage))) choices.paths = [path, other];
		}

		return inUploadOrder(opened.map(file => ({...file, path: file.records.file.path})));
	} catch (error) {
		await closeAll(opened);
		throw error;
	}
}

/**
Asks how to read a file whose header is not UTF-8, before its columns are mapped by their labels. Returns true if the file must be
opened again.
*/
async function isOtherEncoding(
	{records}: OpenedFile,
	target: OpenTarget,
	choices: Choices,
	stage: Stage,
): Promise<boolean> {
	const {path} = records.file;
	const encoding = likelyHeaderEncoding(records);
	if (encoding === undefined || readingOf(path, target, choices).encoding !== undefined) return false;
	const message = encodingTexts.header(visible(basename(path)), encodingNames[encoding]);
	const isConfirmed = await confirmEncoding(message, encodingTexts.keep, stage);
	choices.encodings.set(path, isConfirmed ? encoding : 'utf-8');
	return isConfirmed;
}

async function closeAll(files: readonly OpenedFile[]): Promise<undefined> {
	for (const {records} of files) await records.close();
}

/** Shows open files until they are closed. Returns `undefined` if the user goes back before. */
async function review(
	files: readonly OpenedFile[],
	options: Omit<ReviewOptions, 'edits'>,
	choices: Choices,
	stage: Stage,
): Promise<ReviewResult | undefined> {
	const sessions: Session[] = [];
	const reviewed: ReviewOptions[] = [];
	let isShown = false;
	try {
		for (const file of files) {
			const {path} = file.records.file;
			const reading = readingOf(path, options.target, choices);
			const mapping = choices.mappings.get(path) ?? (await askMapping(file, reading, stage));
			choices.mappings.set(path, mapping);
			sessions.push(new Session(file, mapping));
		}

		for (const session of sessions) {
			const target = {...options.target, reading: readingOf(session.path, options.target, choices)};
			const edits = await openUnsavedEdits(session, target, stage);
			if (edits === undefined) return undefined;
			reviewed.push({...options, target, edits});
		}

		const [first, ...others] = sessions;
		if (first === undefined) return undefined;
		isShown = true;
		return await reviewFiles(new Bundle(first, ...others), reviewed, stage);
	} finally {
		if (!isShown) await closeUnshown(files, reviewed);
	}
}

/** Closes files that were not shown; their unsaved edits are kept. */
async function closeUnshown(
	files: readonly OpenedFile[],
	reviewed: ReadonlyArray<{readonly edits: UnsavedEdits}>,
): Promise<void> {
	for (const {edits} of reviewed) edits.journal.release();
	await closeAll(files);
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

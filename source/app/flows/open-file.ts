import {basename} from 'node:path';
import {encodingNames} from '../../records/source/encoding.ts';
import {Bundle} from '../../session/bundle.ts';
import {FormatError} from '../../session/format-error.ts';
import {likelyHeaderEncoding} from '../../session/header-encoding.ts';
import type {OpenedFile} from '../../session/open-records.ts';
import type {ReadOptions} from '../../session/read-options.ts';
import {Session} from '../../session/session.ts';
import {inUploadOrder} from '../../session/upload-order.ts';
import {visible} from '../../text/visible.ts';
import type {OpenTarget} from '../services/open-target.ts';
import type {Stage} from '../stage.ts';
import {askMapping} from './ask-mapping.ts';
import {askForCompanion, confirmEncoding, openAs} from './open-questions.ts';
import type {FirstScreen, ReviewOptions, ReviewResult} from './review/options.ts';
import {reviewFiles} from './review-files.ts';
import {encodingTexts} from './texts.ts';
import {openUnsavedEdits, type UnsavedEdits} from './unsaved-edits.ts';

/** The choices that the user has made about files, by their paths; they hold when the files are opened again. */
type Choices = {
	readonly readings: Map<string, ReadOptions>;
	/** The files whose columns were mapped, or are to be read as they are. */
	readonly mapped: Set<string>;
	/** The files whose unsaved edits are restored without a question. */
	restored: ReadonlySet<string>;
	/** The first screen of files that are opened again; that of the first opening if absent. */
	firstScreen?: FirstScreen | undefined;
	/** The files to open. */
	paths: readonly string[];
	/** True if the user was asked about the file beside the only one. */
	isCompanionAsked: boolean;
};

/**
Opens the files of an upload and shows them until they are closed. A file in another encoding is converted with the user's consent and
opened again, and so is one whose columns are mapped to other rows. @throws FileError, FormatError, AppClosed
*/
export async function openFile(options: Omit<ReviewOptions, 'edits'>, stage: Stage): Promise<void> {
	const {files} = options.target;
	const choices: Choices = {
		readings: new Map(),
		mapped: new Set(),
		restored: new Set(),
		paths: files,
		isCompanionAsked: false,
	};
	for (;;) {
		try {
			const opened = await openAll(options.target, choices, stage);
			if (opened === undefined) return;
			const mapped = await mapAll(opened, options.target, choices, stage);
			if (mapped === 'reopen') continue;
			const result = await review(mapped, options, choices, stage);
			if (result === undefined || result.kind === 'closed') return;
			choices.readings.set(result.path, result.reading);
			choices.restored = new Set(result.edits === 'restore' ? choices.paths : []);
			choices.firstScreen = result.firstScreen ?? choices.firstScreen;
			choices.mapped.add(result.path);
		} catch (error) {
			if (!(error instanceof FormatError) || error.wrong.encoding === undefined) throw error;
			if (!(await confirmEncoding(error.message, encodingTexts.cancel, stage))) throw error;
			const reading = readingOf(error.path, options.target, choices);
			choices.readings.set(error.path, {...reading, encoding: error.wrong.encoding});
		}
	}
}

function readingOf(path: string, {reading}: OpenTarget, {readings}: Choices): ReadOptions {
	return readings.get(path) ?? reading;
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
Asks how to read a file whose header is not UTF-8. Returns true if the file must be opened again. A file whose columns do not match is
mapped: its encoding is a part of that.
*/
async function isOtherEncoding(
	{kind, records}: OpenedFile,
	target: OpenTarget,
	choices: Choices,
	stage: Stage,
): Promise<boolean> {
	const {path} = records.file;
	const encoding = likelyHeaderEncoding(records);
	const reading = readingOf(path, target, choices);
	if (encoding === undefined || reading.encoding !== undefined) return false;
	if (kind.readHeader(records.labels, reading.mapping ?? {}).missing.length > 0) return false;
	const message = encodingTexts.header(visible(basename(path)), encodingNames[encoding]);
	const isConfirmed = await confirmEncoding(message, encodingTexts.keep, stage);
	choices.readings.set(path, {...reading, encoding: isConfirmed ? encoding : 'utf-8'});
	return isConfirmed;
}

async function closeAll(files: readonly OpenedFile[]): Promise<undefined> {
	for (const {records} of files) await records.close();
}

/** Asks for the mapping of files whose columns do not match. Closes all files if one of them has to be opened again with it. */
async function mapAll(
	files: readonly OpenedFile[],
	target: OpenTarget,
	choices: Choices,
	stage: Stage,
): Promise<readonly OpenedFile[] | 'reopen'> {
	const mapped: OpenedFile[] = [];
	let isSame = true;
	try {
		for (const file of files) {
			const {path} = file.records.file;
			if (choices.mapped.has(path)) {
				mapped.push(file);
				continue;
			}

			const asked = await askMapping(file, {...target, reading: readingOf(path, target, choices)}, stage);
			choices.mapped.add(path);
			choices.readings.set(path, asked.reading);
			if (asked.change === 'rows') isSame = false;
			mapped.push(asked.change === 'columns' ? {...file, mapping: asked.reading.mapping} : file);
		}
	} catch (error) {
		await closeAll(files);
		throw error;
	}

	if (isSame) return mapped;
	await closeAll(files);
	return 'reopen';
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
		for (const file of files) sessions.push(new Session(file));
		for (const session of sessions) {
			const target = {...options.target, reading: readingOf(session.path, options.target, choices)};
			const answer = choices.restored.has(session.path) ? 'restore' : 'ask';
			const edits = await openUnsavedEdits(session, target, stage, answer);
			if (edits === undefined) return undefined;
			reviewed.push({...options, firstScreen: choices.firstScreen ?? options.firstScreen, target, edits});
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

import type {FileServices, InspectedFile, PathServices} from '../../app/services/files.ts';
import {hasCode} from '../../errors/user-error.ts';
import type {Recipe} from '../../mapping/recipe.ts';
import {pathExists} from '../../records/save/save.ts';
import {FormatError} from '../../session/format-error.ts';
import {likelyHeaderEncoding} from '../../session/header-encoding.ts';
import {readMappableFile} from '../../session/mappable-file.ts';
import {openRecords} from '../../session/open-records.ts';
import type {ReadOptions} from '../../session/read-options.ts';
import type {State} from '../../state/state.ts';
import {findCompanion} from '../companion.ts';
import {filesIn} from '../input-files.ts';
import {saveText} from '../save-text.ts';
import {completePath, expandHome, resolveFile} from './complete-path.ts';

/** Returns the path services of the app. */
export function pathServices(env: NodeJS.ProcessEnv): PathServices {
	return {
		complete: text => completePath(text, env),
		expand: text => expandHome(text, env),
		resolve: text => resolveFile(text, env),
	};
}

/** Returns the file services of the app. */
export function fileServices(state: State, env: NodeJS.ProcessEnv): FileServices {
	return {
		...pathServices(env),
		recent: () => state.recentFiles.list(),
		inspect: inspectFile,
		exists: pathExists,
		saveText,
		opened(path) {
			try {
				state.recentFiles.add(resolveFile(path, env));
			} catch {
				// Recent files are a convenience: a full disk must not prevent opening a file.
			}
		},
	};
}

/** Reads the header of a file, or of the first of two in a folder. @throws UserError */
async function inspectFile(named: string, signal: AbortSignal, recipe: Recipe = {}): Promise<InspectedFile> {
	const [path] = filesIn(named);
	const {encoding, delimiter, headerRow} = recipe;
	const reading = {encoding, delimiter, headerRow};
	try {
		return await inspectAs(path, reading, signal);
	} catch (error) {
		const likely = error instanceof FormatError ? error.wrong.encoding : undefined;
		if (likely !== undefined) return inspectAs(path, {...reading, encoding: likely}, signal);
		// A file that has become shorter than the title above its header can be mapped again.
		if (headerRow === undefined || !hasCode(error, ['wrong-usage'])) throw error;
		return inspectAs(path, {encoding, delimiter}, signal);
	}
}

async function inspectAs(
	path: string,
	reading: Pick<ReadOptions, 'encoding' | 'delimiter' | 'headerRow'>,
	signal: AbortSignal,
): Promise<InspectedFile> {
	const {encoding} = reading;
	const {kind, records} = await openRecords(path, reading, signal);
	try {
		const likely = encoding === undefined ? likelyHeaderEncoding(records) : undefined;
		if (likely !== undefined) return await inspectAs(path, {...reading, encoding: likely}, signal);
		const mappable = records.labels === undefined ? undefined : await readMappableFile(path, reading);
		const file = {path, kind, mappable, companion: findCompanion(path, kind)};
		// A header in ASCII shows no encoding, but rows can.
		const read = encoding ?? mappable?.sample.encoding;
		return read === undefined ? file : {...file, encoding: read};
	} finally {
		await records.close();
	}
}

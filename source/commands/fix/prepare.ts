import {UserError} from '../../errors/user-error.ts';
import {foldLabel, noField} from '../../kinds/header.ts';
import {trim} from '../../kinds/values/trim.ts';
import {Bundle} from '../../session/bundle.ts';
import {addConstants, renameLabels} from '../../session/header-changes.ts';
import {openMapped} from '../../session/open-mapped.ts';
import {type OpenedFile, requireColumn} from '../../session/open-records.ts';
import type {InputSource, ReadOptions} from '../../session/read-options.ts';
import {Session} from '../../session/session.ts';
import {inUploadOrder} from '../../session/upload-order.ts';
import type {FilePaths} from '../input-files.ts';
import type {CommandIo} from '../io.ts';
import {openStdin, stdinSource} from '../standard-input.ts';
import {usageErrors} from '../usage-errors.ts';
import type {MapOption, SetOption} from './options.ts';

type FixReading = ReadOptions & {readonly map: readonly MapOption[]; readonly set: readonly SetOption[]};

/** Opens and checks the files, and compares them with each other. */
export async function openAllForFix(paths: FilePaths, reading: FixReading, io: CommandIo): Promise<Bundle> {
	const sessions: Session[] = [];
	try {
		for (const path of paths) {
			const from = path === stdinSource ? openStdin(io) : path;
			sessions.push(await openForFix(from, reading, io.signal));
		}

		const bundle = new Bundle(...inUploadOrder(sessions));
		bundle.compare();
		return bundle;
	} catch (error) {
		for (const session of sessions) await session.close();
		throw io.signal.aborted ? stoppedBeforeWriting() : error;
	}
}

/** Returns the error for a stop before anything was written. */
function stoppedBeforeWriting(): UserError {
	return new UserError('save-stopped', 'Stopped. Nothing was written.', 'Run the command again to start over.');
}

/** Opens a file for fixing, maps its header, and adds a column for each missing field of --set. */
async function openForFix(
	from: InputSource,
	{map, set, ...reading}: FixReading,
	signal: AbortSignal,
): Promise<Session> {
	const opened = await openMapped(from, reading, signal);
	const {kind} = opened;
	let {records} = opened;
	try {
		mapHeader(opened, map);
		const {mapping} = kind.readHeader(records.labels, opened.mapping ?? {});
		const missing = records.labels !== undefined ? set.filter(({field}) => mapping[field] === undefined) : [];
		if (missing.length > 0) {
			// The last of several values for a field wins.
			const values = new Map(missing.map(({field, value}) => [field, value]));
			const columns = [...values].map(([label, value]) => ({label, value}));
			records = await addConstants({kind, records}, {columns}, signal);
		}

		const session = new Session({...opened, records});
		await session.check(signal);
		return session;
	} catch (error) {
		await records.close();
		throw error;
	}
}

/** Writes the names of fields into the mapped header cells. */
function mapHeader({kind, records}: OpenedFile, map: readonly MapOption[]): void {
	if (map.length === 0) return;
	const {labels} = records;
	if (labels === undefined) throw usageErrors.longHeader();
	const cells = new Map<number, string>();
	for (const {header, field} of map) {
		const column = requireColumn(labels, header);
		if (field === noField) {
			cells.set(column, unsentLabel(labels[column] ?? ''));
			continue;
		}

		// An unnamed column may get any name, so that it is not a Secoda field.
		if (kind.fieldOfLabel(field) === undefined && foldLabel(labels[column] ?? '') !== '') {
			throw usageErrors.unknownFieldInHeader(field, kind.fields);
		}

		cells.set(column, field);
	}

	// Another column that means the same field would be taken for it.
	const mapped = new Set(map.map(({field}) => kind.fieldOfLabel(field)));
	for (const [column, label] of labels.entries()) {
		const field = kind.fieldOfLabel(label);
		if (!cells.has(column) && field !== undefined && mapped.has(field)) cells.set(column, unsentLabel(label));
	}

	renameLabels(records, cells);
}

/** Returns a label that names no field. */
function unsentLabel(label: string): string {
	return `${trim(label)} (not sent)`.trim();
}

import {UserError} from '../errors/user-error.ts';
import type {FileKind} from '../kinds/file-kind.ts';
import {appendColumns, type NewConstants} from '../records/add-columns.ts';
import {Records} from '../records/records.ts';
import {openPrivateCopy} from '../records/source/private-copy.ts';

/** Relabels columns (from 0) as one undo step. The header must be read. @throws UserError for a format without a header */
export function renameLabels(records: Records, labels: ReadonlyMap<number, string>): void {
	records.overlay.apply('map the header', [headerOf(records)], () => ({kind: 'cells', cells: labels}));
}

/** Sets constants in every row. The result is read from a private copy; the given records are closed. @throws UserError for a format without a header */
export async function addConstants(
	{kind, records}: {readonly kind: FileKind; readonly records: Records},
	{columns, replaced = new Map()}: Pick<NewConstants, 'columns' | 'replaced'>,
	signal: AbortSignal,
): Promise<Records> {
	if (columns.length > 0) headerOf(records);
	await records.findRecords({}, signal);
	const cellsWithoutData = kind.cellsWithoutData?.(records.labelsInFile ?? [], columns.length);
	const constants = {columns, replaced, ...(cellsWithoutData === undefined ? {} : {cellsWithoutData})};
	const copy = await openPrivateCopy(records.file.path, appendColumns(records, constants, signal), signal);
	await records.close();
	try {
		return await Records.open(copy, records.format);
	} catch (error) {
		await copy.close();
		throw error;
	}
}

function headerOf({headerRow, format}: Records): number {
	if (headerRow !== undefined) return headerRow;
	throw new UserError(
		'wrong-usage',
		`A ${format.name} file has no header, so its columns cannot be mapped or added.`,
		'Omit --map and --set.',
	);
}

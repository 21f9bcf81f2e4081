import {UserError} from '../errors/user-error.ts';
import {appendColumns, type NewColumn} from '../records/add-columns.ts';
import {Records} from '../records/records.ts';
import {openPrivateCopy} from '../records/source/private-copy.ts';

/** Relabels columns (from 0) as one undo step. The header must be read. @throws UserError for a format without a header */
export function renameLabels(records: Records, labels: ReadonlyMap<number, string>): void {
	records.overlay.apply('map the header', [headerRow(records)], () => ({kind: 'cells', cells: labels}));
}

/**
Adds columns, and sets the columns in `replaced` (from 0) to one value in every row. The result is read from a private copy; the
given records are closed. @throws UserError for a format without a header
*/
export async function addColumns(
	records: Records,
	columns: readonly NewColumn[],
	signal: AbortSignal,
	replaced?: ReadonlyMap<number, string>,
): Promise<Records> {
	if (columns.length > 0) headerRow(records);
	await records.findRecords({}, signal);
	const copy = await openPrivateCopy(records.file.path, appendColumns(records, columns, signal, replaced), signal);
	await records.close();
	try {
		return await Records.open(copy, records.format);
	} catch (error) {
		await copy.close();
		throw error;
	}
}

function headerRow({firstRow, format}: Records): number {
	if (firstRow > 1) return firstRow - 1;
	throw new UserError(
		'wrong-usage',
		`A ${format.name} file has no header, so its columns cannot be mapped or added.`,
		'Omit --map and --set.',
	);
}

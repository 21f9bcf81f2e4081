import {UserError} from '../errors/user-error.ts';
import {appendColumns, type NewColumn} from '../records/add-columns.ts';
import {Records} from '../records/records.ts';
import {openPrivateCopy} from '../records/source/private-copy.ts';

/** Gives columns (from 0) other labels, as one step. The header must be read. @throws UserError for a format without a header */
export function renameLabels(records: Records, labels: ReadonlyMap<number, string>): void {
	records.overlay.apply('map the header', [headerRow(records)], () => ({kind: 'cells', cells: labels}));
}

/**
Returns the records with columns added, and with the values of `replaced` (by column, from 0) in every row. They are read from a
private copy; the records that were given are closed. @throws UserError for a format without a header
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
		`A ${format.name} file has no header, so its columns cannot be named or added.`,
		'Omit --map and --set.',
	);
}

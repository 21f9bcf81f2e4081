import {delimiterOf} from '../../records/csv/csv-format.ts';
import {delimiters} from '../../records/csv/dialect.ts';
import {encodeRow} from '../../records/csv/encode.ts';
import type {Records} from '../../records/records.ts';
import {canonicalLabel, canonicalValue} from './canonical.ts';
import {type Field, fields} from './field.ts';
import type {WarehouseHeader} from './header.ts';
import {RowView} from './row-view.ts';

/**
Encodes the file in canonical form: UTF-8 without BOM, commas, LF, the documented labels, known columns only, values by
`canonicalValue`. Canonical records are copied as bytes, so a canonical file is sent byte for byte. The file must not have errors.
*/
export async function* canonicalCsv(
	records: Records,
	header: WarehouseHeader,
	onRecord: () => void,
	signal: AbortSignal,
): AsyncGenerator<Buffer, void, void> {
	const columns = sentColumns(header);
	yield Buffer.from(
		`${encodeRow(
			columns.map(({column, field}) => canonicalLabel(field, header.labels[column] ?? '')),
			delimiters.comma,
		)}\n`,
	);
	const passesThrough = columns.length === header.labels.length && delimiterOf(records.format) === delimiters.comma;
	const view = new RowView(header, records);
	for await (const batch of records.batches(records.firstRow, records.lastRow, signal)) {
		const pieces: Buffer[] = [];
		for (let row = batch.firstRow; row <= batch.lastRow; row++) {
			const inFile = batch.bytes.subarray(
				records.index.start(row) - batch.offset,
				records.index.end(row) - batch.offset,
			);
			const bytes = records.currentBytes(row, inFile);
			if (bytes.length === 0) continue;
			view.read(row, bytes, 0, bytes.length);
			if (view.reader.isBlank) continue;
			onRecord();
			pieces.push(passesThrough && isCanonical(view, bytes, columns) ? bytes : canonicalRecord(view, columns));
		}

		yield Buffer.concat(pieces);
	}
}

type SentColumn = {readonly column: number; readonly field: Field};

/** Returns the columns with a field, in file order. */
function sentColumns({mapping}: WarehouseHeader): readonly SentColumn[] {
	return fields
		.flatMap(field => (mapping[field] === undefined ? [] : [{field, column: mapping[field]}]))
		.sort((one, other) => one.column - other.column);
}

function isCanonical(view: RowView, bytes: Buffer, columns: readonly SentColumn[]): boolean {
	return (
		endsWithLineFeedAlone(bytes) &&
		columns.every(({field}) => canonicalValue(field, view.value(field)) === view.value(field))
	);
}

function endsWithLineFeedAlone(bytes: Buffer): boolean {
	return bytes.at(-1) === 0x0a && bytes.at(-2) !== 0x0d;
}

function canonicalRecord(view: RowView, columns: readonly SentColumn[]): Buffer {
	return Buffer.from(
		`${encodeRow(
			columns.map(({field}) => canonicalValue(field, view.value(field))),
			delimiters.comma,
		)}\n`,
	);
}

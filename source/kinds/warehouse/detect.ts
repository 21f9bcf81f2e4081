import {CsvFormat} from '../../records/csv/csv-format.ts';
import {delimiters, findDelimiter} from '../../records/csv/dialect.ts';
import {textStart} from '../../records/text-start.ts';
import type {Detection, DetectOptions} from '../file-kind.ts';
import {emptyFile, headSize, isBlank, type UnsupportedFormat} from '../unsupported-format.ts';
import {drawnTable} from './drawn-table.ts';
import {type CsvDialect, findDialect, separatorLine} from './header-row.ts';
import {otherExport} from './other-export.ts';
import {diffOfText, otherText} from './other-text.ts';

/** Detects a CSV from the first bytes of a file: any text may be a CSV. */
export function detect(head: Buffer, {delimiter, headerRow}: DetectOptions): Detection {
	const line = separatorLine(head);
	if (line !== undefined && head.length < headSize && isBlank(head, line.end)) return {kind: 'wrong', wrong: emptyFile};
	const named = delimiter === undefined ? undefined : findDelimiter(delimiter);
	const dialect = findDialect(head, {delimiter: named, headerRow});
	const wrong = wrongKind(head, dialect, headerRow);
	if (wrong !== undefined) return {kind: 'wrong', wrong};
	return {kind: 'yes', format: new CsvFormat(dialect.delimiter, dialect.headerRow)};
}

/** The number of bytes that show what a text is. */
const startSize = 8 * 1024;

/** Returns what a text is instead of a CSV. A header that the user has named is one. */
function wrongKind(
	head: Buffer,
	{delimiter, isHeader, labels}: CsvDialect,
	headerRow: number | undefined,
): UnsupportedFormat | undefined {
	const from = textStart(head);
	const text = head.toString('utf8', from, from + startSize);
	// A table that is drawn with pipes can have a header too.
	const isDrawn = headerRow === undefined && (!isHeader || delimiter === delimiters.pipe);
	const isOther = headerRow === undefined && !isHeader;
	return (
		(headerRow === undefined ? diffOfText(text) : undefined) ??
		(isDrawn ? drawnTable(text) : undefined) ??
		(isOther ? otherText(text) : undefined) ??
		otherExport(labels)
	);
}

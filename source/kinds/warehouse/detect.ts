import {CsvFormat} from '../../records/csv/csv-format.ts';
import {findDelimiter} from '../../records/csv/dialect.ts';
import {textStart} from '../../records/text-start.ts';
import type {Detection, DetectOptions} from '../file-kind.ts';
import {foldLabel} from '../header.ts';
import {emptyFile, headSize, isBlank, type UnsupportedFormat} from '../unsupported-format.ts';
import {findDialect, separatorLine} from './header-row.ts';

const brace = 0x7b;

/** Detects a CSV from the first bytes of a file: any text may be a CSV. */
export function detect(head: Buffer, {delimiter, headerRow}: DetectOptions): Detection {
	const line = separatorLine(head);
	if (line !== undefined && head.length < headSize && isBlank(head, line.end)) return {kind: 'wrong', wrong: emptyFile};
	const named = delimiter === undefined ? undefined : findDelimiter(delimiter);
	const dialect = findDialect(head, {delimiter: named, headerRow});
	const wrong = wrongKind(head, dialect.labels);
	if (wrong !== undefined) return {kind: 'wrong', wrong};
	return {kind: 'yes', format: new CsvFormat(dialect.delimiter, dialect.headerRow)};
}

function wrongKind(head: Buffer, labels: readonly string[]): UnsupportedFormat | undefined {
	if (head[textStart(head)] === brace) {
		return {
			code: 'wrong-kind',
			message: 'This is a JSONL file (it starts with a brace), not a CSV.',
			next: 'Export it as CSV: only CSV files can be uploaded.',
		};
	}

	const names = labels.map(foldLabel);
	if (names.join() === 'row,field,value') {
		return {
			code: 'wrong-kind',
			message:
				'This is a list of corrections (row, field, value), such as that of the demo. It does not describe a warehouse.',
			next: 'Choose the file that the corrections are for, and make them there.',
		};
	}

	if (!['id', 'title', 'entity_type'].every(label => names.includes(label))) return undefined;
	return {
		code: 'wrong-kind',
		message:
			'This file is for Import and Export in Secoda, which edits existing pages. It does not describe a warehouse.',
		next: 'Import it in the web app: Settings > Import and Export.',
	};
}

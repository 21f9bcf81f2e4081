import {CsvFormat} from '../../records/csv/csv-format.ts';
import {CsvScanner} from '../../records/csv/csv-scanner.ts';
import {type Delimiter, delimiters, findDelimiter} from '../../records/csv/dialect.ts';
import {textStart} from '../../records/text-start.ts';
import type {Detection, DetectOptions} from '../file-kind.ts';
import type {UnsupportedFormat} from '../unsupported-format.ts';
import {trim} from '../values/trim.ts';
import {fieldOfLabel} from './field.ts';

const brace = 0x7b;

/** Detects a CSV from the first bytes of a file: any text may be a CSV. */
export function detect(head: Buffer, {delimiter}: DetectOptions): Detection {
	const wrong = wrongKind(head);
	if (wrong !== undefined) return {kind: 'wrong', wrong};
	const wanted = delimiter === undefined ? undefined : findDelimiter(delimiter);
	return {kind: 'yes', format: new CsvFormat(wanted ?? detectDelimiter(head))};
}

/** Detects the separator: the one that gives the most known labels in the header; a comma if in doubt. */
function detectDelimiter(head: Buffer): Delimiter {
	let best: Delimiter = delimiters.comma;
	let most = [0, 0];
	for (const delimiter of Object.values(delimiters)) {
		const labels = headerLabels(head, delimiter);
		const known = labels.filter(label => fieldOfLabel(label) !== undefined).length;
		const [mostKnown = 0, mostLabels = 0] = most;
		if (known < mostKnown || (known === mostKnown && (labels.length <= mostLabels || mostLabels > 1))) continue;
		best = delimiter;
		most = [known, labels.length];
	}

	return best;
}

function headerLabels(head: Buffer, delimiter: Delimiter): readonly string[] {
	const reader = new CsvScanner(delimiter);
	reader.next(head, textStart(head), head.length, 'end');
	return reader.values().map(trim);
}

function wrongKind(head: Buffer): UnsupportedFormat | undefined {
	if (head[textStart(head)] === brace) {
		return {
			code: 'wrong-kind',
			message: 'This is a JSONL file (it starts with a brace), not a CSV.',
			next: 'Export it as CSV: only CSV files can be uploaded.',
		};
	}

	const names = headerLabels(head, delimiters.comma).map(label => label.toLowerCase());
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

import type {FileKind, Interpretation} from '../../../source/kinds/file-kind.ts';
import {type OnSentRecord, SentRecords} from '../../../source/kinds/sent-record.ts';
import {warehouseResources} from '../../../source/kinds/warehouse/resources.ts';
import {delimiters} from '../../../source/records/csv/dialect.ts';
import {encodeRow} from '../../../source/records/csv/encode.ts';
import type {Records} from '../../../source/records/records.ts';
import {NotesChecker} from './notes-checker.ts';
import {NotesFormat} from './notes-format.ts';
import {noteCodes, noteFields} from './notes-rules.ts';

const header = {
	labels: noteFields,
	mapping: {path: 0, type: 1, note: 2},
	problems: [],
	missing: [],
};

/** A second kind for tests: notes on columns. What is sent of them is a warehouse CSV, so that the sandbox takes it. */
export const notes: FileKind = {
	...warehouseResources,
	name: 'notes',
	fields: noteFields,
	requiredFields: ['path'],
	identity: ['path'],
	frozenField: 'path',
	comparedFields: new Set(['path']),
	codes: noteCodes,
	pages: new Map(),
	safeCodes: new Set(['upper-type']),
	recordMakes: 'page',
	noRecords: {code: 'no-records', severity: 'error', message: 'The file has no rows.', next: 'Write one.'},
	upload: {endpoint: 'import_metadata/', part: 'file', contentType: 'text/csv', extension: '.csv'},
	detect(head) {
		const [line = ''] = head.toString('utf8').split('\n', 1);
		return line.includes(' | ') ? {kind: 'yes', format: new NotesFormat(noteFields)} : {kind: 'no'};
	},
	fieldOfLabel: label => noteFields.find(field => field === label),
	describeField: field => field,
	readHeader: () => header,
	interpret,
};

function interpret(records: Records): Interpretation {
	return {
		header,
		fileProblems: [],
		checker: new NotesChecker(records),
		sentValue: (_field, value) => value,
		nameOf: ([path = '']) => path,
		canonical: (onRecord, signal) => canonical(records, onRecord, signal),
	};
}

async function* canonical(
	records: Records,
	onRecord: OnSentRecord,
	signal: AbortSignal,
): AsyncGenerator<Buffer, void, void> {
	const labels = line(['database', 'schema', 'name', 'col_name', 'col_type', 'col_description']);
	yield labels;
	const sent = new SentRecords(onRecord, labels.length);
	for (let row = records.firstRow; row <= records.lastRow; row++) {
		signal.throwIfAborted();
		const [path = '', type = '', note = ''] = records.cells(row);
		if (records.isSkipped(row) || path === '') continue;
		const record = line([...path.split('.'), type, note]);
		sent.add(row, record, 0, record.length);
		yield record;
	}
}

function line(cells: readonly string[]): Buffer {
	return Buffer.from(`${encodeRow(cells, delimiters.comma)}\n`);
}

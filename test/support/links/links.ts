import type {FileKind, Interpretation} from '../../../source/kinds/file-kind.ts';
import {type OnSentRecord, SentRecords} from '../../../source/kinds/sent-record.ts';
import type {Records} from '../../../source/records/records.ts';
import {notes} from '../notes/notes.ts';
import {NotesFormat} from '../notes/notes-format.ts';
import {LinksChecker, linkCodes, linkFields} from './links-checker.ts';

const header = {labels: linkFields, mapping: {from: 0, to: 1}, problems: [], missing: []};

/** A kind for tests: links between notes, which are sent together with the notes. */
export const links: FileKind = {
	...notes,
	name: 'links',
	fields: linkFields,
	requiredFields: linkFields,
	identity: linkFields,
	frozenField: 'from',
	comparedFields: new Set(linkFields),
	codes: linkCodes,
	safeCodes: new Set(),
	entities: [],
	readBack: [],
	upload: {endpoint: 'import_metadata/', part: 'links', contentType: 'text/plain', extension: '.links'},
	pairing: {kind: 'notes', place: 'second', fileNames: ['columns.links']},
	detect(head) {
		const [line = ''] = head.toString('utf8').split('\n', 1);
		return line.includes(' -> ') ? {kind: 'yes', format: new NotesFormat(linkFields, ' -> ')} : {kind: 'no'};
	},
	fieldOfLabel: label => linkFields.find(field => field === label),
	readHeader: () => header,
	interpret,
};

/** Notes that are sent together with links. */
export const linkedNotes: FileKind = {
	...notes,
	pairing: {kind: 'links', place: 'first', fileNames: ['columns.notes']},
};

function interpret(records: Records): Interpretation {
	return {
		header,
		fileProblems: [],
		checker: new LinksChecker(records),
		sentValue: (_field, value) => value,
		nameOf: cells => cells.join('.'),
		canonical: (onRecord, signal) => canonical(records, onRecord, signal),
	};
}

async function* canonical(
	records: Records,
	onRecord: OnSentRecord,
	signal: AbortSignal,
): AsyncGenerator<Buffer, void, void> {
	const sent = new SentRecords(onRecord);
	for (let row = records.firstRow; row <= records.lastRow; row++) {
		signal.throwIfAborted();
		if (records.isSkipped(row)) continue;
		const record = Buffer.from(`${records.format.encode(records.cells(row))}\n`);
		sent.add(row, record, 0, record.length);
		yield record;
	}
}

import {JsonLinesFormat} from '../../records/jsonl/json-lines-format.ts';
import type {Records} from '../../records/records.ts';
import type {FileKind, Interpretation} from '../file-kind.ts';
import {canonicalLines, unreadLines} from '../json/canonical-lines.ts';
import {jsonHeader, mappingOf} from '../json/header.ts';
import {safeLineCodes} from '../json/line-rules.ts';
import {lineageEndpoint} from '../json/upload-endpoint.ts';
import {trim} from '../values/trim.ts';
import {LineageChecker} from './checker.ts';
import {codes} from './codes.ts';
import {detect} from './detect.ts';
import {describeField, fieldOfId, fieldOfLabel, fields, reportedField, source, target} from './field.ts';
import {pages} from './pages.ts';
import {lineageResources} from './resources.ts';
import {edgeRules} from './rules/index.ts';

/** The JSON Lines file of the edges between resources [doc]. */
export const lineage: FileKind = {
	...lineageResources,
	get sentFormat() {
		return lineageResources.sentFormat;
	},
	name: 'lineage',
	fields,
	requiredFields: [source.field, target.field],
	identity: [source.field, target.field, ...[source, target].map(({oldId}) => fields[oldId] ?? '')],
	frozenField: fieldOfId(source, 'today'),
	comparedFields: new Set(fields),
	codes,
	pages,
	safeCodes: new Set([...safeLineCodes, ...edgeRules.filter(rule => rule.hasSafeFixes).map(({code}) => code)]),
	recordMakes: 'edge',
	noRecords: {
		code: 'no-records',
		severity: 'error',
		message: 'The file has no edges.',
		next: 'Check the export, or upload the resources file alone.',
	},
	upload: lineageEndpoint,
	pairing: {kind: 'resources', place: 'second', fileNames: ['lineage.jsonl', 'lineages.jsonl']},
	detect,
	fieldOfLabel,
	describeField,
	reportedField,
	readHeader: (labels = []) => ({labels, mapping: mappingOf(labels), problems: [], missing: []}),
	interpret,
};

function interpret(records: Records): Interpretation {
	const {format} = records;
	if (!(format instanceof JsonLinesFormat)) throw new RangeError('a lineage file has lines of JSON');
	const checker = new LineageChecker(records, format);
	return {
		header: jsonHeader(format),
		fileProblems: [],
		findingFields: format.columns.labels,
		checker,
		sentValue: (_field, value) => value,
		canonical: (onRecord, signal) => canonicalLines(records, onRecord, signal),
		unread: () => (checker.areCanonical ? unreadLines(records) : undefined),
		nameOf,
	};
}

/** Returns the ends of an edge, as far as they are resources or tables. */
function nameOf(cells: readonly string[]): string {
	return [source, target]
		.map(({keys, oldId}) =>
			[keys.databuilder_id, oldId, keys.table].map(column => trim(cells[column] ?? '')).find(Boolean),
		)
		.filter(name => name !== undefined)
		.join(' → ');
}

import {JsonLinesFormat} from '../../records/jsonl/json-lines-format.ts';
import type {Records} from '../../records/records.ts';
import type {Detection, DetectOptions, FileKind, Interpretation} from '../file-kind.ts';
import {canonicalLines, unreadLines} from '../json/canonical-lines.ts';
import {detectJsonLines} from '../json/detect.ts';
import {jsonHeader, mappingOf} from '../json/header.ts';
import {safeLineCodes} from '../json/line-rules.ts';
import {resourcesEndpoint} from '../json/upload-endpoint.ts';
import type {FileProblem} from '../problem.ts';
import {trim} from '../values/trim.ts';
import {ResourcesChecker} from './checker.ts';
import {sortedCodes} from './codes.ts';
import {columnOf, comparedKeys, isKey, keyNames, keys, resourcesFormat} from './field.ts';
import {pages} from './pages.ts';
import {requiredKeys} from './presence.ts';
import {resourcesKind} from './resources.ts';
import {valueRules} from './value/index.ts';

const noRecords: FileProblem = {
	code: 'no-records',
	severity: 'error',
	message: 'The file has no lines with content. Sending it would hide every page of the integration.',
	next: 'Check the export: it should have one line for each resource.',
};

/** The JSON Lines that describe resources: one on each line [doc]. */
export const resources: FileKind = {
	...resourcesKind,
	/** A new one for each file: it collects the keys of that file. */
	get sentFormat() {
		return resourcesFormat();
	},
	name: 'resources',
	fields: keyNames,
	requiredFields: requiredKeys,
	identity: ['databuilder_id'],
	frozenField: 'databuilder_id',
	comparedFields: new Set(comparedKeys),
	codes: sortedCodes,
	pages,
	safeCodes: new Set([
		...safeLineCodes,
		'type-error',
		'duplicate-id',
		...valueRules.filter(rule => rule.hasSafeFixes).map(({code}) => code),
	]),
	recordMakes: 'page',
	noRecords,
	upload: resourcesEndpoint,
	pairing: {kind: 'lineage', place: 'first', fileNames: ['resources.jsonl']},
	detect,
	fieldOfLabel: label => (isKey(label) ? label : undefined),
	describeField: field => (isKey(field) ? keys[field].description : field),
	readHeader: (labels = []) => ({labels, mapping: mappingOf(labels), problems: [], missing: []}),
	interpret,
};

/** The keys of the first object of a lineage file, either of which is enough [doc]. */
const edgeKeys: readonly string[] = ['from_identifier', 'from_databuilder_id'];

function detect(head: Buffer, options: DetectOptions): Detection {
	const file = detectJsonLines(head, options);
	if (file === undefined || edgeKeys.some(key => file.keys.has(key))) return {kind: 'no'};
	if (file.wrong !== undefined) return {kind: 'wrong', wrong: file.wrong};
	return {kind: 'yes', format: resourcesFormat(), wholeFile: file.wholeFile};
}

function interpret(records: Records): Interpretation {
	const {format} = records;
	if (!(format instanceof JsonLinesFormat)) throw new TypeError('resources are JSON Lines');
	const {labels} = format.columns;
	const checker = new ResourcesChecker(records, format);
	return {
		header: jsonHeader(format),
		findingFields: labels,
		fileProblems: [],
		checker,
		sentValue: (_field, value) => value,
		canonical: (onRecord, signal) => canonicalLines(records, onRecord, signal),
		unread: () => (checker.canBeUnread ? unreadLines(records) : undefined),
		nameOf,
	};
}

/** Returns the id of a resource, which mostly has the names of those around it. */
function nameOf(cells: readonly string[]): string {
	return trim(cells[columnOf('databuilder_id')] ?? '');
}

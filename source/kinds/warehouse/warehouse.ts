import type {Records} from '../../records/records.ts';
import type {FileKind, Interpretation} from '../file-kind.ts';
import type {MappingOverrides} from '../header.ts';
import {trim} from '../values/trim.ts';
import {canonicalValue} from './canonical.ts';
import {canonicalCsv, unreadCsv} from './canonical-csv.ts';
import {CanonicalRows} from './canonical-rows.ts';
import {cellRules} from './cell/index.ts';
import {cellsWithoutData} from './cells-without-data.ts';
import {comparedFields} from './check-draft.ts';
import {WarehouseChecker} from './checker.ts';
import {codes} from './codes.ts';
import {detect} from './detect.ts';
import {fieldOfLabel, fields, isField, nameFields} from './field.ts';
import {fieldDescriptions} from './field-descriptions.ts';
import {describeFileProblem, dialectProblems, headerProblems} from './file-problem.ts';
import {describeHeader, isReadable, readFileHeader, readHeader, type WarehouseHeader} from './header.ts';
import {pages} from './pages.ts';
import {ResourceLines} from './resource-lines.ts';
import {warehouseResources} from './resources.ts';
import {rowRules} from './row/index.ts';
import {uploadEndpoint} from './upload-endpoint.ts';

const safeCodes: ReadonlySet<string> = new Set([
	...rowRules.filter(({fixes}) => fixes.some(({safe}) => safe)).map(({code}) => code),
	...cellRules.filter(({hasSafeFixes}) => hasSafeFixes).map(({code}) => code),
]);

/** The CSV that describes a warehouse: one row per column of its tables [doc]. */
export const warehouse: FileKind = {
	name: 'warehouse',
	...warehouseResources,
	fields,
	requiredFields: nameFields,
	identity: nameFields,
	frozenField: 'col_name',
	comparedFields,
	codes: new Map(Object.entries(codes)),
	pages,
	safeCodes,
	groupName: 'tables',
	readsForeignFiles: true,
	recordMakes: 'page',
	noRecords: describeFileProblem({code: 'no-records'}),
	upload: uploadEndpoint,
	detect,
	fieldOfLabel,
	describeField: field => (isField(field) ? fieldDescriptions[field] : field),
	cellsWithoutData,
	readHeader: (labels, named) => describeHeader(readHeader(labels, named)),
	interpret,
};

function interpret(records: Records, named: MappingOverrides): Interpretation {
	const header = readFileHeader(records, named);
	const described = describeHeader(header);
	const checker = isReadable(header) ? new WarehouseChecker(records, header) : undefined;
	const canonicalRows = checker?.canonicalRows ?? new CanonicalRows();
	const source = {records, header, canonicalRows};
	return {
		header: described,
		fileProblems: [
			...dialectProblems(records.format),
			...described.problems,
			...(checker === undefined ? headerProblems(records) : []),
		],
		checker,
		sentValue: (field, value) => (isField(field) ? canonicalValue(field, value) : value),
		conversion: () => checker && new ResourceLines({records, header, tables: checker.tables}),
		canonical: (onRecord, signal) => canonicalCsv(source, onRecord, signal),
		unread: () => (checker?.hasContents ? unreadCsv(source) : undefined),
		nameOf: cells => nameOf(header, cells),
	};
}

function nameOf({mapping}: WarehouseHeader, cells: readonly string[]): string {
	return [mapping.database, mapping.schema, mapping.name, mapping.col_name]
		.map(column => (column === undefined ? '' : trim(cells[column] ?? '')))
		.filter(Boolean)
		.join('.');
}

import {type Field, nameFields} from '../kinds/warehouse/field.ts';
import type {Claim} from './claim.ts';
import type {ForeignColumn} from './foreign-column.ts';
import {clearScore} from './plain-column.ts';
import type {SplitProposal} from './proposal.ts';
import {splitReason} from './texts.ts';
import type {Role} from './words.ts';

/** The names of a path, outermost first. */
const path: readonly Field[] = ['database', 'schema', 'name', 'col_name'];

/** The roles of labels that a column with a path may have. */
const pathRoles: readonly Role[] = [
	'table',
	'column',
	'name',
	'schema',
	'database',
	'item',
	'dataset',
	'view',
	'container',
	'id',
	'code',
	'physical',
	'logical',
];

/** Returns the column that should be split into fields, if there is one. */
export function proposeSplits(columns: readonly ForeignColumn[], chosen: readonly Claim[]): readonly SplitProposal[] {
	return columns
		.flatMap(column => splitOf(column, columns, chosen) ?? [])
		.toSorted((one, other) => other.fields.length - one.fields.length)
		.slice(0, 1);
}

function splitOf(
	column: ForeignColumn,
	columns: readonly ForeignColumn[],
	chosen: readonly Claim[],
): SplitProposal | undefined {
	const {parts, filled, shares} = column.facts;
	if (parts < 2 || filled === 0 || shares.isIdentifier < 0.9 || !mayBePath(column, chosen)) return undefined;
	if (column.cells.every(cell => cell === '' || fileName.test(cell))) return undefined;
	const fields = fieldsOf(column, columns, chosen);
	if (fields.length !== parts) return undefined;
	const others = chosen.filter(claim => claim.column !== column.index && claim.score >= clearScore);
	const isNeeded = fields.some(field => !others.some(claim => claim.field === field));
	if (!isNeeded) return undefined;
	const isNamed = pathRoles.some(role => column.meaning.roles.has(role)) || column.meaning.exact !== undefined;
	return {
		column: column.index,
		fields,
		confidence: isNamed ? 'likely' : 'possible',
		reason: splitReason(filled, parts),
	};
}

const fileName = /\.(?:csv|tsv|txt|dat|xlsx?|json|xml|parquet|avro|sas7bdat|dta|sav|rds|rdata|md|sql|py)$/i;

function mayBePath({index, meaning, facts}: ForeignColumn, chosen: readonly Claim[]): boolean {
	const claim = chosen.find(({column}) => column === index);
	if (claim !== undefined) return path.includes(claim.field);
	if (meaning.roles.has('other') || facts.shares.isType > 0.5) return false;
	return meaning.roles.size === 0 || pathRoles.some(role => meaning.roles.has(role));
}

/** Returns the fields of the parts: the innermost is the column if the path is different in each row. */
function fieldsOf(
	column: ForeignColumn,
	columns: readonly ForeignColumn[],
	chosen: readonly Claim[],
): readonly Field[] {
	const {parts, distinct, filled} = column.facts;
	const name = chosen.find(claim => claim.field === 'col_name' && claim.column !== column.index);
	const names = name && columns[name.column];
	const isTable = column.meaning.roles.has('table') && !column.meaning.roles.has('column');
	const isDifferent = distinct === filled && filled > 1 && !isTable;
	// Names with a period are not all split by it.
	const isPath = column.cells.every(cell => cell === '' || cell.split('.').length === parts);
	const endsInColumn = isDifferent && isPath && (names === undefined || endsWith(column, names));
	if (!endsInColumn && chosen.some(claim => claim.field === 'col_name' && claim.column === column.index)) return [];
	return (endsInColumn ? path : path.filter(field => field !== 'col_name')).slice(-parts);
}

function endsWith({cells}: ForeignColumn, names: ForeignColumn): boolean {
	return cells.every(
		(cell, at) => cell === '' || cell.toLowerCase().endsWith(`.${(names.cells[at] ?? '').toLowerCase()}`),
	);
}

/** Returns the required fields that neither claims nor splits have. */
export function missingFields(chosen: readonly Claim[], splits: readonly SplitProposal[]): readonly Field[] {
	const found = new Set<Field>([...chosen.map(({field}) => field), ...splits.flatMap(({fields}) => fields)]);
	return nameFields.filter(field => !found.has(field));
}

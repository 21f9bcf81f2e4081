import type {Field} from '../../source/kinds/warehouse/field.ts';
import {Random} from './random.ts';

type Pool = readonly [string, ...string[]];

/** Header names for each field, the usual one first. */
const labels: {readonly [F in Field]: Pool} = {
	col_name: [
		'col_name',
		'column_name',
		' Col_Name ',
		'COLUMN_NAME',
		'Column Name',
		'\u00A0col-name\u200B',
		'col\u3000_ name',
	],
	col_description: ['col_description', 'comment', 'Column_Description', 'col\u200D_description', 'COLUMN--Description'],
	col_type: ['col_type', 'data_type', 'type', 'Data\u2028Type'],
	sort_order: ['sort_order', 'col_sort_order', 'ordinal_position', 'Sort\tOrder'],
	database: ['database', 'table_catalog', '\tdatabase_name', 'Database-Name', '\u2060database'],
	schema: ['schema', 'table_schema', 'SCHEMA_NAME'],
	name: ['name', 'table_name', 'table'],
	description: ['description', 'table_description'],
	is_view: ['is_view', 'view'],
	last_updated_time: ['last_updated_time', 'last_altered'],
};

const required: readonly Field[] = ['col_name', 'database', 'schema', 'name'];

/** The usual values of a cell, and the rare ones. */
const values: {readonly [F in Field]: {readonly usual: Pool; readonly rare: Pool}} = {
	col_name: {
		usual: ['id', 'amount', 'Amount', 'created_at', 'größe', '列', 'state', 'e', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6'],
		rare: [
			'',
			' ',
			'a.b',
			' id',
			'id\t',
			'NA',
			'null',
			'\\N',
			'i\u200Bd',
			'no\u00A0break',
			'\uFEFFid',
			'ÄRGER',
			'İd',
			'a\u0007b',
			'N/A ',
			'nan',
			'a"b',
			'two\nlines',
			'ſ',
			'LibellÃ©',
			'Ã¼',
			'Ãœber',
			'naïve Ã©',
			'-',
			'col_name',
		],
	},
	col_description: {
		usual: ['', 'The id', 'What it is worth, in euros', 'Says "hello"', '説明'],
		rare: [
			'None',
			...[' null ', 'N/A', 'nan', 'NaN', '\\n', ' ', 'two\r\nlines', '"', 'NULLS', 'nothing'],
			...['itâ€™s', ' Ã© ', 'Ã©té', 'Ã"©', 'A\u008D', 'Ã\u008D', 'one\\ntwo', 'C:\\new', '\\\\n', '\\N\\n', '\\r\\n'],
		],
	},
	col_type: {usual: ['INT', 'VARCHAR', 'NUMBER(38,0)', ''], rare: ['NULL', ' ', 'a"b']},
	sort_order: {
		usual: ['1', '2', '3', '', '0'],
		rare: [
			'1.0',
			...['first', '+4', '-5', ' 6 ', 'None', '７', '1_000', '+', '--1', '1e3', '0.50', '\\N', '\v8\f'],
			...['2147483647', '2147483648', '-2147483648', '-2147483649', '+00002147483647', '-0', '9999999999999999999999'],
		],
	},
	database: {
		usual: ['DB', 'DB', 'DB', 'db', 'lake'],
		rare: ['', 'D.B', ' DB', 'Db', 'null', 'D\u200EB', 'DÃŸ', '-', 'database'],
	},
	schema: {
		usual: ['sales', 'sales', 'Sales', 'hr'],
		rare: ['', '.', 'sales\u2028', 'sales ', 'NA', 'SALES', '---', 'schema'],
	},
	name: {
		usual: ['orders', 'items', 'ORDERS', 'people'],
		rare: ['', 'sales.orders', 'orders ', 'na', 'a\u00ADb', 'straße', 'STRASSE', '-', 'name'],
	},
	description: {
		usual: ['All orders', 'All orders', 'All orders', ''],
		rare: ['Other', ' All orders ', 'None', 'null', 'all orders', 'One, two', '"All" orders', 'NA', 'cafÃ©', 'a\\nb'],
	},
	is_view: {
		usual: ['false', 'false', 'false', 'FALSE', ''],
		rare: [
			'true',
			'True',
			'yes',
			'0',
			'VIEW',
			'None',
			' false ',
			'falſe',
			'ÉTÉ',
			'été',
			'tru',
			'falsee',
			'ja',
			'JA',
			'table',
		],
	},
	last_updated_time: {
		usual: ['1700000000', '1700000000', '1700000000', ''],
		rare: [
			'1700000001',
			'1700000000000',
			'2024-01-01',
			'2024-01-01T00:00:00Z',
			'0',
			'00',
			'12345678901',
			'NULL',
			'-1',
			' 1700000000',
			'１７',
			'631151999',
			'631152000',
			'0631152000',
			'4102444800',
			'4102444801',
			'45999',
		],
	},
};

/** A small file with all kinds of problems, the same for the same seed: UTF-8, commas, no broken quotes. */
export function makeFile(seed: number): Buffer {
	const random = new Random(seed);
	const columns = chooseColumns(random);
	const lineEnd = random.pick(['\n', '\n', '\r\n', '\r']);
	const rareOneIn = random.pick([5, 15, 40, 200]);
	const lines = [...linesAbove(random), columns.map(({label}) => cell(random, label)).join(',')];
	const count = random.oneIn(15) ? random.below(2) : 1 + random.below(60);
	let before: readonly string[] = [];
	for (let row = 0; row < count; row++) {
		const again = before.length > 0 && random.oneIn(12);
		const record = again ? before : columns.map(({field}) => chooseValue(random, field, rareOneIn));
		before = record;
		lines.push(random.oneIn(rareOneIn * 3) ? withoutData(random, columns) : line(random, record, rareOneIn));
	}

	const end = random.oneIn(6) ? '' : lineEnd;
	return Buffer.from(`${random.oneIn(6) ? '\uFEFF' : ''}${lines.join(lineEnd)}${end}`);
}

/** The lines above the header, if there are any. */
function linesAbove(random: Random): readonly string[] {
	if (!random.oneIn(4)) return [];
	const first = random.oneIn(3) ? [random.pick(['sep=,', 'SEP=,', 'sep=,,', '"sep=,"'])] : [];
	const count = random.oneIn(8) ? 17 + random.below(6) : random.below(4);
	const titles = Array.from({length: count}, () =>
		random.pick([
			'',
			'A title',
			'Shop,,',
			'# exported, by a job',
			'"two\nlines"',
			'name,database',
			'col_type,is_view,comment,,',
			'""',
		]),
	);
	return [...first, ...titles];
}

/** The header again, a line of hyphens, a footer, or a row that is nearly one of them. */
function withoutData(random: Random, columns: readonly Column[]): string {
	const cells = (of: (column: Column) => string) => columns.map(column => cell(random, of(column))).join(',');
	switch (random.below(4)) {
		case 0:
			return cells(({label}) => (random.oneIn(2) ? label : ` ${label.toUpperCase().replaceAll('_', '-')}\u200B`));
		case 1:
			return cells(({label}) => (random.oneIn(9) ? 'x' : label));
		case 2:
			return cells(() => random.pick(['-', '---', ' -- ', '----------', random.oneIn(9) ? '' : '-']));
		default:
			return random.pick([
				...([
					'(2 rows)',
					'1 row',
					'"1,204 rows selected."',
					'1,204 rows',
					' (3 rows affected) ',
					'12 rows in set (0.00 sec)',
				] as const),
				...(['2 ROWS fetched.', 'rows', '2 rows (a) b', '"2 rows (a\nb)"', '(2 rows', '2 rowſ', '2 rows.'] as const),
			]);
	}
}

function line(random: Random, record: readonly string[], rareOneIn: number): string {
	const cells = record.map(value => cell(random, value));
	return misshapen(random, cells, rareOneIn).join(',');
}

type Column = {readonly field: Field | undefined; readonly label: string};

function chooseColumns(random: Random): readonly Column[] {
	const all = Object.keys(labels) as Field[];
	const kept = all.filter(field => (required.includes(field) ? !random.oneIn(60) : !random.oneIn(6)));
	const columns: Column[] = kept.map(field => ({field, label: random.pick(labels[field])}));
	if (random.oneIn(6)) nameAsNeighbours(columns);
	if (random.oneIn(5)) columns.push({field: undefined, label: random.pick(['owner', 'Note', 'row number', 'id,x'])});
	if (random.oneIn(40)) columns.push({field: 'description', label: random.pick(labels.description)});
	if (random.oneIn(12)) columns.push({field: undefined, label: random.pick(['', ' ', '\u200B'])});
	return random.oneIn(3) ? random.shuffled(columns) : columns;
}

/** Beside the labels of a table, `name` and `description` are those of a column. */
function nameAsNeighbours(columns: Column[]): void {
	const labelsOf: {readonly [F in Field]?: string} = {
		col_name: 'Name',
		name: 'table_name',
		col_description: 'description',
		description: 'Table Description',
	};
	for (const [at, {field, label}] of columns.entries())
		columns[at] = {field, label: (field && labelsOf[field]) ?? label};
}

function chooseValue(random: Random, field: Field | undefined, rareOneIn: number): string {
	if (field === undefined) return random.pick(['', '', ' ', 'x', 'y z', '1']);
	const {usual, rare} = values[field];
	const value = random.pick(random.oneIn(rareOneIn) ? rare : usual);
	return field === 'col_name' && random.oneIn(2) ? `${value}${random.below(200)}` : value;
}

/** Now and then a row is blank, or has a cell too few or too many. */
function misshapen(random: Random, cells: string[], rareOneIn: number): readonly string[] {
	if (!random.oneIn(rareOneIn * 2)) return cells;
	switch (random.below(6)) {
		case 0:
			return [''];
		case 1:
			return cells.map(() => random.pick(['', '""']));
		case 2:
			return cells.slice(0, -1);
		case 3:
			return cells.slice(0, 1 + random.below(cells.length));
		case 4:
			return [...cells, ''];
		default:
			return [...cells, 'more', '"and, more"'];
	}
}

/** A value as a CSV cell: quoted where it must be, and now and then where it need not be. */
function cell(random: Random, value: string): string {
	return /[,\r\n]|^"/.test(value) || random.oneIn(10) ? `"${value.replaceAll('"', '""')}"` : value;
}

import {warehouse} from '../../source/kinds/warehouse/warehouse.ts';
import {rowsImporter} from '../../source/sandbox/import-csv.ts';
import {header, recordLine} from '../support/session.ts';
import type {SimulatedPages} from './simulated-pages.ts';
import {type Content, descriptionOf, type PageName} from './world.ts';

const [database, schema] = ['DB', 'sales'];

/** The columns of a warehouse, as `t0.c1`, and their tables, as `t0`. A file has the columns. */
export const csvPages: SimulatedPages = {
	judged: new Set(['column']),
	typeOf: name => (name.includes('.') ? 'column' : 'table'),
	parentOf: () => undefined,
	implied: pages => pages.map(tableOf),
	nameOf: ({databuilderId}) => databuilderId.split('/').slice(3).join('.'),
	partsOf: content => [{kind: warehouse, name: 'warehouse.csv', bytes: csvOf(content)}],
	fullName: name => [database, schema, ...name.split('.')],
	importerOf(content, switches) {
		const rows = content.pages.map(page => ({
			database,
			schema,
			table: tableOf(page),
			column: columnOf(page),
			columnDescription: descriptionOf(content, page),
			columnType: 'INT',
			sortOrder: 1,
			description: 'Orders',
			isView: false,
		}));
		return rowsImporter(rows, switches);
	},
};

function csvOf(content: Content): Buffer {
	const lines = content.pages.map(page =>
		recordLine({
			database,
			schema,
			name: tableOf(page),
			col_name: columnOf(page),
			col_description: descriptionOf(content, page),
		}),
	);
	return Buffer.from([header, ...lines, ''].join('\r\n'));
}

function tableOf(column: PageName): string {
	return column.slice(0, column.indexOf('.'));
}

function columnOf(column: PageName): string {
	return column.slice(column.indexOf('.') + 1);
}

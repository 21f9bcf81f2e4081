/**
Makes `examples/warehouse.csv` and `examples/corrections.csv`: a believable warehouse of some 300 columns in which the
problems of real exports are planted. `node scripts/make-example.ts`
*/
import {writeFile} from 'node:fs/promises';
import {tables} from './example/tables.ts';

const header =
	'col_name,col_description,col_type,sort_order,database,schema,name,description,is_view,last_updated_time';

type Record = {
	col_name: string;
	col_description: string;
	col_type: string;
	sort_order: string;
	database: string;
	schema: string;
	name: string;
	description: string;
	is_view: string;
	last_updated_time: string;
};

const records: Record[] = tables.flatMap(table =>
	table.columns.map(([name, type, description], index) => ({
		col_name: name,
		col_description: description,
		col_type: type,
		sort_order: String(index + 1),
		database: table.database,
		schema: table.schema,
		name: table.name,
		description: table.description,
		is_view: String(table.view),
		last_updated_time: String(table.updated),
	})),
);

const corrections: string[] = [];
const lines = records.map(line);

/** Plants a problem in the `nth` record of a table (from 1); `correct` is what a person would type. */
function plant(table: string, nth: number, change: Partial<Record>, correct: Partial<Record> = {}): void {
	const at = records.findIndex(({name}) => name === table) + nth - 1;
	const record = records[at];
	if (record?.name !== table) throw new Error(`${table} has no column ${nth}`);
	lines[at] = line({...record, ...change});
	for (const [field, value] of Object.entries(correct)) corrections.push(`${at + 2},${field},${cell(value)}`);
}

/** Replaces a record by a broken line, which the user has to write again. */
function breakLine(table: string, nth: number, write: (record: Record) => string): void {
	const at = records.findIndex(({name}) => name === table) + nth - 1;
	const record = records[at];
	if (record?.name !== table) throw new Error(`${table} has no column ${nth}`);
	lines[at] = write(record);
	corrections.push(`${at + 2},row,${cell(line(record))}`);
}

/** Adds a record at the end, as an export that was glued together does; a person leaves it out. */
function repeat(table: string, nth: number, change: Partial<Record>): void {
	const at = records.findIndex(({name}) => name === table) + nth - 1;
	const record = records[at];
	if (record === undefined) throw new Error(`${table} has no column ${nth}`);
	lines.push(line({...record, ...change}));
	corrections.push(`${lines.length + 1},row,`);
}

function line(record: Record): string {
	return Object.values(record).map(cell).join(',');
}

function cell(value: string): string {
	return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function updated(table: string): number {
	return tables.find(({name}) => name === table)?.updated ?? 0;
}

// Problems with a safe fix.
plant('orders', 3, {sort_order: '3.0'});
plant('order_items', 2, {sort_order: '2.0'});
plant('shipments', 4, {sort_order: '4.00'});
plant('orders_daily', 1, {is_view: 'yes'});
plant('orders_daily', 2, {is_view: 'VIEW'});
plant('customers', 4, {is_view: 'BASE TABLE'});
plant('invoices', 2, {is_view: '0'});
plant('payments', 1, {last_updated_time: `${updated('payments')}000`});
plant('payments', 2, {last_updated_time: `${updated('payments')}000`});
plant('sessions', 5, {last_updated_time: new Date(updated('sessions') * 1000).toISOString()});
// What needs a person.
plant('campaigns', 2, {schema: ''}, {schema: 'marketing'});
plant('events', 3, {col_name: 'context.page_url'}, {col_name: 'context_page_url'});
plant('refunds', 1, {name: 'finance.refunds'}, {name: 'refunds'});
plant('employees', 6, {last_updated_time: '2026-03-14 08:15:00'}, {last_updated_time: String(updated('employees'))});
plant('suppliers', 3, {sort_order: 'third'}, {sort_order: '3'});
plant('stock_levels', 5, {is_view: 'maybe'}, {is_view: 'false'});
breakLine('budgets', 4, ({col_name, col_type, sort_order}) => [col_name, col_type, sort_order].join(','));
breakLine('tickets', 3, record =>
	line({...record, col_description: ''}).replace(',,', ',What the customer wrote, word for word,'),
);
repeat('customers', 1, {});
repeat('products', 2, {col_name: 'SKU'});
// What is only worth a look.
plant('web_visits', 6, {col_description: 'N/A'});
plant('exchange_rates', 1, {database: ' ANALYTICS'});

await writeFile(new URL('../examples/warehouse.csv', import.meta.url), `${header}\n${lines.join('\n')}\n`);
await writeFile(
	new URL('../examples/corrections.csv', import.meta.url),
	`row,field,value\n${corrections.sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10)).join('\n')}\n`,
);

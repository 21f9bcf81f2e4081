/** Lines for the examples of problem pages. */
export const example = {
	database: '{"entity_type": "database", "databuilder_id": "shop", "title": "shop"}',
	schema:
		'{"entity_type": "schema", "databuilder_id": "shop.sales", "parent_databuilder_id": "shop", "title": "sales"}',
	table: tableWith('"title": "orders"'),
	column: columnWith('"title": "id"'),
};

/** Returns the line of a table with more values. */
export function tableWith(members: string): string {
	return `{"entity_type": "table", "databuilder_id": "shop.sales.orders", "schema": "sales", "database": "shop", ${members}}`;
}

/** Returns the line of a column with more values. */
function columnWith(members: string): string {
	return `{"entity_type": "column", "databuilder_id": "shop.sales.orders.id", "parent_databuilder_id": "shop.sales.orders", ${members}}`;
}

/** Returns lines as a file. */
export function fileOf(...lines: readonly string[]): string {
	return lines.map(line => `${line}\n`).join('');
}

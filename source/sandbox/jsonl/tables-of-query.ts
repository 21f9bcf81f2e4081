/** The names of a table in a query; empty where the query does not give them. */
export type QueryTable = {readonly database: string; readonly schema: string; readonly table: string};

/** Returns the tables that follow FROM and JOIN. Secoda parses queries; the sandbox needs no more for experiments. */
export function tablesOfQuery(sql: string): readonly QueryTable[] {
	return Array.from(sql.matchAll(/\b(?:from|join)\s+([\w$."`[\]]+)/gi), ([, name = '']) => {
		const [table = '', schema = '', database = ''] = name
			.replaceAll(/["`[\]]/g, '')
			.split('.')
			.reverse();
		return {database, schema, table};
	});
}

/** The texts of a proposal. */
export const mappingTexts = {
	title: (name: string, rows: string) => `${name}: ${rows}, the columns do not match Secoda's yet`,
	fillDown: 'empty cells take the value above',
	tableRows: 'rows without a column describe their table',
	skipRows: (column: string | undefined, value: string) =>
		column === undefined
			? `skip rows with only "${value}"`
			: `skip rows with ${value === '' ? 'nothing' : `"${value}"`} in ${column}`,
	missing: (fields: readonly string[]) =>
		`give ${fields.length === 1 ? 'a value' : 'values'}: ${fields.map(field => `--set ${field}=...`).join(' ')}`,
	missingColumn: 'name the column that has the names of columns: --map ...=col_name',
	unsent: (labels: string) => `Not sent: ${labels}`,
	further: (label: string, field: string, reason: string) => `         "${label}" is likely ${field}: ${reason}`,
	sendFurther: (command: string) => `         Map: ${command}`,
	next: (command: string) => `Next: ${command}`,
	openInApp: (command: string) => `Or, in the terminal: ${command}`,
};

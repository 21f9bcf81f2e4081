import type {ProblemPage} from '../../problem-page.ts';
import type {Field} from '../field.ts';

/** Maximum number of headers to list. */
const headersListed = 8;

export const missingLabel = {
	message: (field: Field) => `The file has no column ${field}, which Secoda needs.`,
	/** `free` are the headers that name no field. */
	next(field: Field, free: readonly string[]): string {
		const some = free.slice(0, headersListed).map(label => `"${label}"`);
		const more = free.length > some.length ? ', …' : '';
		const labels = free.length === 0 ? '' : ` (${some.join(', ')}${more})`;
		// One value for every row cannot be the name of a column.
		if (field === 'col_name') return `Map the column that has the names of columns${labels}: --map '...=col_name'`;
		const set = `--set '${field}=<value>'`;
		if (free.length === 0) return `Set one value for every row: ${set}`;
		return `Map a column${labels}: --map '...=${field}'. Or set one value for every row: ${set}`;
	},
	page: {
		meaning: 'A required column is missing: col_name, database, schema or name.',
		reason:
			'These four names are the identity of a page. Without one of them no row can be sent, and the rows are not checked.',
		example: {text: 'Field,database,schema,name\nid,shop,sales,orders\n'},
		fixes: [
			{
				kind: 'option',
				text: 'Map the column that contains the field. The app asks for it on opening.',
				options: ['--map', 'Field=col_name'],
			},
			{
				kind: 'edit',
				text: 'If the value is the same in every row, set it: --set database=<value>. Or add the column to the export.',
				fixed: 'col_name,database,schema,name\nid,shop,sales,orders\n',
			},
		],
	} satisfies ProblemPage,
};

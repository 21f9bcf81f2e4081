import fc from 'fast-check';
import {type Field, fields} from '../../source/kinds/warehouse/field.ts';
import {type Role, words} from '../../source/mapping/words.ts';

/** The roles whose words make a label of each field. */
const labelRoles: {readonly [F in Field]: readonly Role[]} = {
	col_name: ['column', 'name'],
	col_description: ['column', 'text'],
	col_type: ['column', 'type'],
	sort_order: ['column', 'order'],
	database: ['database', 'name'],
	schema: ['schema', 'name'],
	name: ['table', 'name'],
	description: ['table', 'text'],
	is_view: ['table', 'type'],
	last_updated_time: ['time', 'change'],
};

const languages = Object.keys(words.column).filter((name): name is keyof typeof words.column => name in words.column);

/** The words of a role in a language, without endings. */
function wordsOf(role: Role, language: string): readonly string[] {
	const lists: {readonly [language: string]: string} = words[role];
	return (lists[language] ?? lists['en'] ?? '').split(', ').map(word => word.replace('*', ''));
}

/** A label of a field in a language: words side by side, which is a compound or two words. */
const labelOf = (field: Field, language: string) =>
	fc.tuple(...labelRoles[field].map(role => fc.constantFrom(...wordsOf(role, language)))).map(parts => parts.join(' '));

/** Labels of all fields in one language, in the order of the fields. */
export const anyLabels = fc
	.constantFrom(...languages)
	.chain(language => fc.tuple(...fields.map(field => labelOf(field, language))));

const table = fc.record({
	columns: fc.integer({min: 2, max: 6}),
	isView: fc.boolean(),
	time: fc.integer({min: 0, max: 9999}),
});

/** The rows of a good file, in the order of the fields. */
export const goodRows = fc
	.array(table, {minLength: 2, maxLength: 5})
	.map(tables =>
		tables.flatMap(({columns, isView, time}, at) =>
			Array.from({length: columns}, (_, column) => [
				`field_${column}`,
				`What the field ${column} of the table ${at} has`,
				column % 2 === 0 ? 'int' : 'varchar(20)',
				String(column + 1),
				'LAKE',
				at < 2 ? 'sales' : 'crm',
				`table_${at}`,
				`All that is known of the table ${at}`,
				isView ? 'VIEW' : 'BASE TABLE',
				String(1_700_000_000 + time),
			]),
		),
	);

/** The fields in another order. */
export const anyOrder = fc.shuffledSubarray([...fields.keys()], {minLength: fields.length});

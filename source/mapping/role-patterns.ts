import type {Field} from '../kinds/warehouse/field.ts';
import type {Role} from './words.ts';

/** How well something fits each field. */
export type Scores = {readonly [F in Field]?: number};

/** Roles of which a label must have one of each group, and how well it then fits each field. */
type Pattern = readonly [groups: readonly (readonly Role[])[], scores: Scores];

const anyColumn: readonly Role[] = ['column', 'item'];
const anyTable: readonly Role[] = ['table', 'dataset', 'container'];
const outerLevel: readonly Role[] = ['schema', 'database', 'catalog', 'project', 'cluster'];

/** A key of one of these is no name. */
const notKey: readonly Role[] = [...anyColumn, ...anyTable, ...outerLevel, 'type', 'id', 'order', 'format'];

/** The patterns of labels. The first one that a label has decides. */
const patterns: readonly Pattern[] = [
	[[['other', 'key'], ['text']], {col_description: 42}],
	[[['other'], ['type']], {col_type: 45}],
	[[['other']], {}],
	[[['source'], ['text', 'remark', 'label', 'order', 'id', 'key', 'size', 'owner']], {}],
	[[['source'], ['type']], {col_type: 52}],
	[[['source'], anyColumn], {col_name: 58}],
	[[['source'], ['table']], {name: 58}],
	[[['source'], ['schema']], {schema: 58}],
	[[['source'], ['database', 'catalog']], {database: 58}],
	[[['source']], {}],
	[[['size'], ['type']], {col_type: 62}],
	[[['size'], ['text']], {col_description: 42}],
	[[['size']], {}],
	[[['key'], notKey], {}],
	[[['key']], {col_name: 36}],
	[[['change'], anyColumn], {last_updated_time: 40}],
	[[['change']], {last_updated_time: 65}],
	[[['text'], anyColumn], {col_description: 75}],
	[[['text'], ['type']], {is_view: 40, col_type: 35}],
	[[['text'], anyTable], {description: 75}],
	[[['type'], ['database']], {col_type: 50}],
	[
		[
			['text', 'remark', 'label', 'type', 'order'],
			[...outerLevel, 'owner'],
		],
		{},
	],
	[[['text'], ['code']], {col_description: 45}],
	[[['text']], {col_description: 65, description: 50}],
	[[['remark'], anyColumn], {col_description: 60}],
	[[['remark'], anyTable], {description: 60}],
	[[['remark']], {col_description: 50, description: 40}],
	[[['type'], [...anyColumn, 'data']], {col_type: 75}],
	[[['type'], [...anyTable, 'view']], {is_view: 70}],
	[[['type']], {col_type: 68, is_view: 50}],
	[[['label'], ['id', 'code']], {col_name: 55}],
	[[['label'], anyColumn], {col_description: 48, col_name: 42}],
	[[['label'], anyTable], {description: 45, name: 40}],
	[[['label']], {col_description: 45, col_name: 32}],
	[[['order'], anyTable], {name: 40}],
	[[['order'], anyColumn], {sort_order: 75}],
	[[['order']], {sort_order: 60}],
	[[['logical'], anyColumn], {col_description: 48, col_name: 30}],
	[[['logical'], anyTable], {description: 42}],
	[[['logical']], {col_description: 42}],
	[[['owner'], ['data', ...anyColumn]], {}],
	[[['owner'], ['table']], {schema: 58}],
	[[['owner']], {schema: 50}],
	[[['id'], anyColumn], {sort_order: 62, col_name: 55}],
	[[['format']], {col_type: 42}],
	[[['column'], ['name', 'code', 'physical']], {col_name: 76}],
	[[['column']], {col_name: 72}],
	[[['item'], ['name', 'code', 'physical']], {col_name: 66}],
	[[['item']], {col_name: 55}],
	[[['view'], ['table']], {name: 72, is_view: 40}],
	[[['view'], ['name']], {name: 62}],
	[[['view']], {is_view: 62, name: 45}],
	[[['schema']], {schema: 75}],
	[[['database']], {database: 75}],
	[[['catalog']], {database: 74}],
	[[['project']], {database: 45}],
	[[['cluster']], {database: 45}],
	[[['dataset']], {schema: 60, name: 56}],
	[[['table'], ['name', 'physical']], {name: 76}],
	[[['table'], ['id', 'code']], {name: 62}],
	[[['table']], {name: 72}],
	[[['container']], {name: 50}],
	[[['physical']], {col_name: 60}],
	[[['data'], ['name', 'code']], {col_name: 52}],
	[[['code'], ['name']], {col_name: 44}],
	[[['name']], {col_name: 45, name: 40}],
	[[['code']], {col_name: 40}],
	[[['id']], {col_name: 30}],
];

/** The cost of each role that a pattern does not name, so that the plainer of two labels is chosen. */
const furtherRole = 2;
const neutral: ReadonlySet<Role> = new Set(['filler', 'data', 'time', 'name']);

/** Returns how well a label with these roles fits each field; `undefined` if the roles mean nothing. */
export function meaningOfRoles(roles: ReadonlySet<Role>): Scores | undefined {
	const found = patterns.find(([groups]) => groups.every(group => group.some(role => roles.has(role))));
	if (found === undefined) return undefined;
	const [groups, scores] = found;
	const further = [...roles].filter(role => !neutral.has(role) && !groups.flat().includes(role)).length;
	return lowered(scores, further * furtherRole);
}

/** Returns scores that are lower by a number. */
export function lowered(scores: Scores, by: number): Scores {
	return Object.fromEntries(Object.entries(scores).map(([field, score]) => [field, score - by]));
}

import {changeFix} from '../change-fix.ts';
import type {JsonRow} from '../json/json-row.ts';
import type {Fix, Problem} from '../problem.ts';
import type {ProblemPage} from '../problem-page.ts';
import {type EntityName, parentTypes} from './entity.ts';
import {example, fileOf, tableWith} from './example.ts';

/** Access to the other rows that a problem is about. Each method may read other records. */
export type RelatedResources = {
	/** Returns the first row with the same id; 0 without one. */
	duplicateOf(row: number): number;
	/** True if two rows have the same bytes, line ends aside. */
	areSame(row: number, other: number): boolean;
	/** Returns the first row whose id differs only in case; 0 without one. */
	collisionOf(row: number): number;
	/** Returns the first column with the same title and parent; 0 without one. */
	siblingOf(row: number): number;
	/** Returns the row of the parent; 0 without one. */
	parentRow(row: number): number;
	/** Returns the type of a row. */
	typeOf(row: number): EntityName | undefined;
	/** Returns the id that is most likely meant by one that the file does not have. */
	similar(id: string): string | undefined;
};

type Texts = Pick<Problem, 'message' | 'fixes' | 'related'>;

type RelationRule = {describe(row: JsonRow, related: RelatedResources): Texts; readonly page: ProblemPage};

const orphan = example.schema.replace('"parent_databuilder_id": "shop"', '"parent_databuilder_id": "shops"');
const twin = example.column.replace('.id"', '.key"');

/** The rules about several rows, by code. */
export const relationRules = {
	'duplicate-id': {
		describe({row}, related) {
			const first = related.duplicateOf(row);
			const safe = first !== 0 && related.areSame(row, first);
			const fixes: readonly Fix[] = [
				{kind: 'skip', safe, title: safe ? 'skip this row, which is the same' : 'skip this row'},
			];
			return {
				...relatedTo(first),
				message: `Row ${first || '?'} has the same id. Skip one of the two rows, or correct an id.`,
				fixes,
			};
		},
		page: {
			meaning: 'Two lines have the same databuilder_id.',
			reason: 'Both lines describe the same page, and it is not known which of them Secoda would show.',
			example: {text: fileOf(example.database, example.database)},
			fixes: [
				{kind: 'safe', text: 'A line with the same bytes as an earlier one is skipped.'},
				{kind: 'proposed', text: 'Any other later line is skipped. Check that the first one is right.'},
				{kind: 'edit', text: 'Correct the id that is wrong.', fixed: fileOf(example.database)},
			],
		},
	},
	'case-collision': {
		describe({row}, related) {
			const first = related.collisionOf(row);
			const message = `Row ${first || '?'} has the same id in other upper and lower case. Use one spelling if it is the same resource.`;
			return {...relatedTo(first), message, fixes: []};
		},
		page: {
			meaning: 'Two ids differ only in upper and lower case.',
			reason: 'Another spelling is another page. If there is only one such resource, one of the pages is wrong.',
			example: {
				text: fileOf(
					example.database,
					example.database.replace('"databuilder_id": "shop"', '"databuilder_id": "SHOP"'),
				),
			},
			fixes: [
				{
					kind: 'edit',
					text: 'Use one spelling, or leave both if there really are two resources.',
					fixed: fileOf(example.database),
				},
			],
		},
	},
	'missing-parent': {
		describe(row, related) {
			const id = row.value('databuilder_id');
			const parent = row.value('parent_databuilder_id');
			const similar = related.similar(parent);
			return {
				message: 'The file has no resource with this id. Add the parent, or correct the id.',
				fixes: similar === undefined || similar === id ? [] : [changeFix('parent_databuilder_id', similar, 'unsafe')],
			};
		},
		page: {
			meaning: 'The file has no resource with the id in parent_databuilder_id.',
			reason:
				'Secoda cannot place a column or a chart without its parent: for them this is an error, for other types a warning.',
			example: {text: fileOf(example.database, orphan)},
			fixes: [
				{
					kind: 'proposed',
					text: 'The id that is the same except for case and white space, or the only one that differs in one character.',
				},
				{
					kind: 'edit',
					text: 'Add a line for the parent, or correct the id.',
					fixed: fileOf(example.database, example.schema),
				},
			],
		},
	},
	'parent-type': {
		describe({row}, related) {
			const type = related.typeOf(row);
			const parent = related.parentRow(row);
			const parentType = related.typeOf(parent);
			const right = type === undefined ? [] : parentTypes[type];
			const wanted =
				right.length === 0 ? `A ${type} has no parent` : `The parent of a ${type} must be a ${right.join(' or a ')}`;
			return {...relatedTo(parent), message: `${wanted}; row ${parent || '?'} is a ${parentType}.`, fixes: []};
		},
		page: {
			meaning:
				'The parent has the wrong type: that of a column must be a table or a column, of a chart a dashboard, of a dashboard a dashboard group, of a schema a database, of a table a schema. A database and a dashboard group have none.',
			reason:
				'The page would be in the wrong place. For columns and charts this is an error, for other types a warning.',
			example: {text: fileOf(example.database, tableWith('"title": "orders", "parent_databuilder_id": "shop"'))},
			fixes: [
				{
					kind: 'edit',
					text: 'Correct the parent.',
					fixed: fileOf(
						example.database,
						example.schema,
						tableWith('"title": "orders", "parent_databuilder_id": "shop.sales"'),
					),
				},
			],
		},
	},
	'parent-cycle': {
		describe: () => ({
			message: 'The parents of this resource lead back to it. Correct one of them.',
			fixes: [],
		}),
		page: {
			meaning: 'A resource is its own parent, or an ancestor of its parent.',
			reason: 'Such resources are in no place of the catalog.',
			example: {
				text: fileOf(
					example.table,
					example.column.replace('"shop.sales.orders"', '"shop.sales.orders.key"'),
					twin.replace('"shop.sales.orders"', '"shop.sales.orders.id"').replace('"title": "id"', '"title": "key"'),
				),
			},
			fixes: [
				{
					kind: 'edit',
					text: 'Correct one of the parents.',
					fixed: fileOf(example.table, example.column, twin.replace('"title": "id"', '"title": "key"')),
				},
			],
		},
	},
	'sibling-title': {
		describe({row}, related) {
			const first = related.siblingOf(row);
			const message = `Row ${first || '?'} is a column of the same parent with the same title. Check that they are two columns.`;
			return {...relatedTo(first), message, fixes: []};
		},
		page: {
			meaning: 'Two columns of one parent have the same title, upper and lower case aside.',
			reason: 'A table has one column of a name, so one of the lines probably has a wrong id or title.',
			example: {text: fileOf(example.table, example.column, twin)},
			fixes: [
				{
					kind: 'edit',
					text: 'Correct the title, or skip one of the rows.',
					fixed: fileOf(example.table, example.column, twin.replace('"title": "id"', '"title": "key"')),
				},
			],
		},
	},
} as const satisfies Readonly<Record<string, RelationRule>>;

export type RelationCode = keyof typeof relationRules;

export function isRelation(code: string): code is RelationCode {
	return Object.hasOwn(relationRules, code);
}

/** Returns the message and the fixes of a finding that depends on other rows. */
export function describeRelation(code: RelationCode, row: JsonRow, related: RelatedResources): Texts {
	return relationRules[code].describe(row, related);
}

function relatedTo(row: number): Pick<Problem, 'related'> {
	return row === 0 ? {} : {related: row};
}

import assert from 'node:assert/strict';
import test from 'node:test';
import {resources} from '../../source/kinds/resources/resources-kind.ts';
import {defaultLimits, guard} from '../../source/plan/guard.ts';
import {reasonText} from '../../source/plan/guard-texts.ts';
import {makePlan, type Plan} from '../../source/plan/plan.ts';
import {planBetween} from '../../source/plan/plan-between.ts';
import {treeLines} from '../../source/report/plan/tree-lines.ts';
import {type CanonicalFile, canonicalFile} from '../support/canonical-file.ts';
import {textOf} from '../support/explained-plan.ts';
import {compareLines, type PageText} from '../support/listed-lines.ts';

const columnNames = ['a', 'b', 'c', 'd', 'e'];
const pages: readonly PageText[] = [
	...['T', 'U'].flatMap(table =>
		columnNames.map(name => ({
			type: 'column',
			id: `${table}.${name}`,
			names: ['d', 's', table === 'T' ? 'orders' : 'people', name],
		})),
	),
	{type: 'table', id: 'T', names: ['d', 's', 'orders']},
	{type: 'table', id: 'U', names: ['d', 's', 'people']},
];

/** Returns a file with these pages. */
function fileOf(shown: readonly PageText[]): CanonicalFile {
	const lines = shown.map(({type, id, names}) =>
		JSON.stringify({
			entity_type: type,
			databuilder_id: id,
			title: names.at(-1),
			...(type === 'column' ? {parent_databuilder_id: id.slice(0, id.lastIndexOf('.'))} : {database: 'd', schema: 's'}),
		}),
	);
	return canonicalFile(resources, `${lines.join('\n')}\n`);
}

const target = {host: 'h', integration: 'i', kind: 'resources'};

/** Returns the plans of a file: against the catalog, and against the earlier file. */
function plansOf(file: readonly PageText[]): readonly Plan[] {
	const own = fileOf(file);
	return [
		makePlan(compareLines(own.inventory, pages), {target, side: own.side}),
		planBetween(own, fileOf(pages), 'resources'),
	];
}

function reasonsOf(plan: Plan): readonly string[] {
	const result = guard(plan, defaultLimits, {rows: 1, age: 1});
	return result.kind === 'clear' ? [] : result.reasons.map(reason => withoutName(reasonText(reason)));
}

/** The names of columns in files do not have that of their table here. */
function withoutName(text: string): string {
	return text.replace(/ "[^"]*"/, '');
}

const without = (...ids: readonly string[]) => pages.filter(({id}) => !ids.includes(id));

test('a table of JSON Lines that loses over half of its columns stops a plan, which names the cause', () => {
	for (const plan of plansOf(without('T.a', 'T.b', 'T.c', 'U.a', 'U.b'))) {
		assert.deepEqual(reasonsOf(plan), ['the table would lose 3 of 5 columns']);
		assert.deepEqual(plan.causes.map(textOf).map(withoutName), [
			'1 table lost more than half of its columns:. Hidden: 3 columns.',
		]);
	}

	const [listed] = plansOf(without('T.a', 'T.b', 'T.c'));
	assert.deepEqual(listed?.shape?.tables, [{name: ['d', 's', 'orders'], hidden: 3, shown: 5}]);
	for (const plan of plansOf(without('T', 'T.a', 'T.b', 'T.c', 'T.d', 'T.e'))) {
		assert.deepEqual(reasonsOf(plan), [], 'the table is not in the file');
	}
});

test('columns of nested columns count for their table', () => {
	const nested = ['x', 'y', 'z'].map(name => ({type: 'column', id: `T.a.${name}`, names: ['d', 's', 'orders', name]}));
	const file = fileOf([...pages, ...nested]);
	const plan = planBetween(fileOf(without('T.b', 'T.c')), file, 'resources');
	assert.deepEqual(reasonsOf(plan), ['the table would lose 5 of 8 columns']);
});

test('a file without columns is named as such, not by its tables', () => {
	for (const plan of plansOf(pages.filter(({type}) => type !== 'column'))) {
		assert.deepEqual(plan.causes.map(textOf), ['The file has no columns. Hidden: 10 columns.']);
	}
});

test('a resource that differs only in its id is drawn as such', () => {
	const renamed = pages.map(page => ({...page, id: page.id.replace('T', 'X')}));
	const [plan] = plansOf(renamed);
	const lines = plan === undefined ? [] : [...treeLines(plan, 50)].map(({sign, text}) => `${sign} ${text}`);
	assert.ok(lines.includes('> table d.s.orders, with another id'), lines.join('\n'));
});

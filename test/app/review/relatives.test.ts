import assert from 'node:assert/strict';
import {truncate} from 'node:fs/promises';
import test from 'node:test';
import {Session} from '../../../source/session/session.ts';
import {temporaryFile} from '../../support/folder.ts';
import {ReviewDesk, reviewDesk} from '../../support/review-desk.ts';
import {openText} from '../../support/session.ts';

const {signal} = new AbortController();

function line(entity: string, id: string, parent?: string): string {
	const place = entity === 'table' ? {schema: 's', database: 'd'} : {};
	return JSON.stringify({
		entity_type: entity,
		databuilder_id: id,
		parent_databuilder_id: parent ?? null,
		title: id,
		...place,
	});
}

const resources = [
	line('database', 'shop'),
	line('schema', 'sales', 'shop'),
	...Array.from({length: 40}, (_, at) => line('table', `t${at}`, 'sales')),
	line('column', 'c', 'nowhere'),
	line('schema', 'twice', 'c'),
	line('schema', 'twice', 'c'),
	'',
].join('\n');

const internal = (id: string) => ({type: 'internal_resource', databuilder_id: id});
const edges = [
	{from_identifier: internal('t1'), to_identifier: internal('lost')},
	{from_identifier: {type: 'external_table', table: 'raw'}, to_identifier: internal('t1')},
]
	.map(edge => `${JSON.stringify(edge)}\n`)
	.join('');

/** Returns the items of the row menu. */
const menu = (desk: ReviewDesk) =>
	desk
		.press('m')
		.below()
		.slice(1)
		.map(text => text.replace(/^[ ▸]+/, ''));
const goTo = (desk: ReviewDesk, row: number) => desk.press(':').type(String(row)).press('enter');

test('the row menu goes to the parent and to the first child', async t => {
	const desk = await reviewDesk(t, resources);
	goTo(desk, 20);
	assert.deepEqual(menu(desk).slice(1), ['2 Go to the parent: sales (schema, row 2)']);
	desk.press('2');
	assert.equal(desk.state.cursor.row, 2);
	assert.equal(desk.state.mode.name, 'browse');
	desk.press('m', '3');
	assert.equal(desk.state.cursor.row, 3);
});

test('a row that has no place in the file is dim in the menu, which says why', async t => {
	const desk = await reviewDesk(t, resources);
	goTo(desk, 43);
	assert.deepEqual(menu(desk).slice(1), [
		'2 Go to the parent: nowhere is not in this file.',
		'3 Go to the first child: twice (schema, row 44)',
	]);
	desk.press('down', 'enter');
	assert.equal(desk.state.notice?.text, 'nowhere is not in this file.');
	assert.equal(desk.state.mode.name, 'row-menu');
	assert.equal(desk.state.cursor.row, 43);
});

test('a row that a problem is about and that is the parent has one item', async t => {
	const desk = await reviewDesk(t, resources);
	goTo(desk, 45);
	assert.deepEqual(menu(desk).slice(1), [
		'2 Go to row 44, which this problem is about',
		'3 Go to the parent: c (column, row 43)',
	]);
});

test('a parent that the filter hides is shown', async t => {
	const desk = await reviewDesk(t, resources);
	await desk.press('&').type('entity_type=table').press('enter').idle();
	assert.equal(desk.state.cursor.row, 3);
	desk.press('m', '2');
	assert.equal(desk.state.cursor.row, 2);
	assert.match(desk.state.notice?.text ?? '', /Row 2 does not match the filter/);
});

test('the selected item is in view where the menu has more items than lines', async t => {
	const desk = await reviewDesk(t, `${resources}${line('column', 'x', 'twice')}\n`, {columns: 60, rows: 12});
	goTo(desk, 45).press('m');
	for (const item of ['1 Skip', '2 Go to row 44', '3 Go to the parent', '4 Go to the first child']) {
		const visible = desk.below().slice(0, 4);
		assert.ok(
			visible.some(text => text.startsWith(` ▸ ${item}`)),
			item,
		);
		desk.press('down');
	}
});

test('the menu of an edge goes to the row of an end in the other file', async t => {
	const other = await openText(t, resources);
	const session = await openText(t, edges);
	session.compareWith(other);
	const desk = new ReviewDesk(session, {columns: 80, rows: 24}, [other]);
	desk.press('m', '2');
	assert.deepEqual(desk.asked, ['show-other row 4']);
	assert.equal(desk.state.cursor.row, 1, 'where the way back leads');
	assert.equal(desk.state.mode.name, 'browse');
	desk.press('m', '3');
	assert.match(desk.state.notice?.text ?? '', /^lost is not in /);
	desk.press('escape', 'down', 'm', '2');
	assert.equal(desk.state.notice?.text, 'The external table raw has no row.');
	assert.deepEqual(desk.asked, ['show-other row 4']);
	desk.store.dispatch({type: 'show-row', row: 2});
	assert.equal(desk.state.cursor.row, 2);
});

test('ids of an edge are not reported as unknown before the other file is checked', async t => {
	const session = await openText(t, edges);
	const unchecked = new Session({kind: session.kind, records: session.records});
	const desk = new ReviewDesk(session, {columns: 80, rows: 24}, [unchecked]);
	assert.ok(desk.below().includes(' To   lost (not looked up yet)'));
	desk.press('m', '3');
	assert.match(desk.state.notice?.text ?? '', /is still being checked\.$/);
	const alone = await Session.open(await temporaryFile(t, edges), signal);
	t.after(() => alone.close());
	const aloneDesk = new ReviewDesk(alone);
	assert.ok(aloneDesk.below().includes(' To   lost (its file is not open)'));
	aloneDesk.press('m', '3');
	assert.equal(aloneDesk.state.notice?.text, 'The file that has lost is not open.');
});

test('problems have the lines of the pane before relatives', async t => {
	const relatives = (desk: ReviewDesk) => desk.below().filter(text => /Parents|Children/.test(text));
	const large = await reviewDesk(t, resources);
	goTo(large, 43);
	assert.equal(relatives(large).length, 2);
	const small = await reviewDesk(t, resources, {columns: 60, rows: 12});
	goTo(small, 2);
	assert.deepEqual(relatives(small), [
		' Parents  shop (database, row 1)',
		' Children 40 tables: t0 (row 3), t1 (row 4), t2 (row 5), …',
	]);
	goTo(small, 43).press('tab');
	assert.equal(small.state.cursor.row, 43);
	assert.ok(small.below().some(text => text.includes('missing-parent')));
	assert.deepEqual(relatives(small), []);
});

test('where one line is left, it has all relations', async t => {
	const desk = await reviewDesk(t, resources, {columns: 100, rows: 16});
	goTo(desk, 42).press('tab');
	assert.deepEqual(desk.below().slice(3), [
		' Enter edit  m skip the row',
		' Parents nowhere (not in this file)  Children 2 schemas: twice (row 44), twice (row 45)',
	]);
});

test('relatives that cannot be read do not hide the value', async t => {
	const others = Array.from({length: 2000}, (_, at) => line('database', `d${at}`));
	const text = [line('schema', 'near', 'far'), ...others, line('database', 'far'), ''].join('\n');
	const session = await Session.open(await temporaryFile(t, text), signal);
	t.after(() => session.close());
	const desk = new ReviewDesk(session);
	await truncate(session.path, 1000);
	const lines = desk.below();
	assert.ok(lines.includes(' near'));
	assert.ok(lines.includes(' Related rows cannot be read.'));
});

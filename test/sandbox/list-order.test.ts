import assert from 'node:assert/strict';
import test from 'node:test';
import {recordLine} from '../support/session.ts';
import {ask, start, upload} from './client.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const byTitle = `sort=${encodeURIComponent('{"field":"title","order":"asc"}')}`;

async function setting(...[t, options]: Parameters<typeof start>) {
	const sandbox = await start(t, options);
	await upload(
		sandbox,
		names.map(name => recordLine({col_name: name})),
	);
	/** Reads a list page by page. */
	const titles = async (path: string) => {
		const found: unknown[] = [];
		for (let page = 1; page <= 3; page++) {
			const {status, body} = await ask(sandbox, `/api/v1/${path}&page_size=2&page=${page}`);
			if (status !== 200) return status;
			found.push(...(body.results ?? []).map(({title}) => title));
		}

		return found;
	};
	return {sandbox, titles};
}

test('switches: without a sort, pages repeat and skip rows while usage moves; a sort keeps them in order', async t => {
	const {sandbox, titles} = await setting(t);
	const columns = `resource/catalog/?filter=${encodeURIComponent('{"operator":"exact","field":"entity_type","value":"column"}')}`;
	assert.deepEqual(await titles('table/columns/?'), names);
	sandbox.switches.unsortedOrder = 'usage';
	for (const path of ['table/columns/?', columns]) {
		const moved = await titles(path);
		assert.ok(Array.isArray(moved) && moved.length === 5);
		assert.ok(new Set(moved).size < 5, `${path}: ${moved.join(' ')}`);
	}

	assert.deepEqual(await titles(`table/columns/?${byTitle}`), names);
	assert.deepEqual(await titles(`${columns}&${byTitle}`), names);
	sandbox.switches.listSort = 'ignored';
	assert.notDeepEqual(await titles(`table/columns/?${byTitle}`), names);
	assert.deepEqual(await titles(`${columns}&${byTitle}`), names);
	sandbox.switches.listSort = 'refused';
	assert.equal(await titles(`table/columns/?${byTitle}`), 400);
});

test('switches: a list can be limited, and then announces what it shows or all', async t => {
	const {sandbox} = await setting(t, {switches: {listCap: 3}});
	const read = async (query: string) => {
		const {body} = await ask(sandbox, `/api/v1/table/columns/?${query}`);
		return [body.count, body.results?.length];
	};
	assert.deepEqual(await read(''), [3, 3]);
	sandbox.switches.cappedCount = 'all';
	assert.deepEqual(await read(''), [5, 3]);
	const {body: tables} = await ask(sandbox, '/api/v1/table/tables/');
	assert.deepEqual(await read(`parent_id=${tables.results?.[0]?.id}`), [5, 3]);
	assert.deepEqual(await read('parent_id=nobody'), [0, 0]);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {recordLine} from '../support/session.ts';
import {ask, columns, start, upload} from './client.ts';

test('every path answers with and without /api/v1 and with and without the last slash', async t => {
	const sandbox = await start(t);
	for (const path of [
		'/api/v1/user/',
		'/api/v1/user',
		'/user/',
		'/user',
		'/integration/integrations',
		'/api/v1/auth/teams/',
		'/table/tables',
	]) {
		assert.equal((await ask(sandbox, path)).status, 200, path);
	}
});

test('requires a token except for the health check', async t => {
	const sandbox = await start(t);
	assert.deepEqual((await ask(sandbox, '/healthcheck/', {}, 'wrong')).body, {status: 'OK'});
	for (const path of ['/user/', '/integration/integrations/', '/nowhere/'])
		assert.equal((await ask(sandbox, path, {}, 'wrong')).status, 401);
	assert.equal((await ask(sandbox, '/nowhere/')).status, 404);
	assert.equal((await ask(sandbox, '/user/', {method: 'DELETE'})).status, 405);
});

test('switches: the user is one user, or a page of users', async t => {
	const sandbox = await start(t);
	assert.equal((await ask(sandbox, '/user/')).body.id, 'sandbox');
	sandbox.switches.userAnswer = 'page';
	assert.deepEqual(
		(await ask(sandbox, '/user/')).body.results?.map(({id}) => id),
		['sandbox'],
	);
});

test('integrations are created, listed by type and page, read, and deleted with their pages', async t => {
	const sandbox = await start(t);
	const create = (json: object) =>
		ask(sandbox, '/api/v1/integration/integrations/', {method: 'POST', body: JSON.stringify(json)});
	const {body: created} = await create({name: 'Mine', type: 'custom', credentials: {}});
	await create({type: 'snowflake', credentials: {}});
	assert.equal((await create({name: 'without a type'})).status, 400);
	const list = '/integration/integrations/?type=custom&page_size=1';
	const first = await ask(sandbox, list);
	assert.deepEqual([first.body.count, first.body.total_pages], [2, 2]);
	assert.deepEqual(first.body.links, {next: `${sandbox.url}${list}&page=2`, previous: null});
	const second = await ask(sandbox, `${list}&page=2`);
	assert.deepEqual(
		second.body.results?.map(({name}) => name),
		['Mine'],
	);
	assert.deepEqual(second.body.links, {next: null, previous: `${sandbox.url}${list}&page=1`});
	sandbox.switches.missingLink = 'None';
	assert.deepEqual((await ask(sandbox, '/integration/integrations/')).body.links, {next: 'None', previous: 'None'});
	const path = `/integration/integrations/${created.id}/`;
	assert.equal((await ask(sandbox, path)).body.name, 'Mine');
	await upload(sandbox, [recordLine()], String(created.id));
	assert.equal((await ask(sandbox, path, {method: 'DELETE'})).status, 204);
	assert.equal((await ask(sandbox, path)).status, 404);
	assert.equal((await upload(sandbox, [recordLine()], String(created.id))).status, 404);
	assert.deepEqual((await ask(sandbox, `/table/columns/?integration_id=${created.id}`)).body.results, []);
});

test('the thirty-first write within a minute is a 429, with and without Retry-After', async t => {
	const sandbox = await start(t);
	const write = () => ask(sandbox, '/integration/integrations/', {method: 'POST', body: '{"type":"custom"}'});
	for (let number = 1; number <= 30; number++) assert.equal((await write()).status, 201);
	const refused = await write();
	assert.equal(refused.status, 429);
	assert.ok(Number(refused.headers.get('retry-after')) > 0);
	sandbox.switches.retryAfter = false;
	assert.equal((await write()).headers.get('retry-after'), null);
	assert.equal((await upload(sandbox, [recordLine()])).status, 429);
	sandbox.switches.uploadsCount = false;
	assert.equal((await upload(sandbox, [recordLine()])).status, 200);
});

test('the catalog query knows every documented operator, sorts, and shows ten thousand pages at most', async t => {
	const sandbox = await start(t);
	await upload(sandbox, [
		recordLine({col_name: 'a', col_description: ''}),
		recordLine({col_name: 'b'}),
		recordLine({col_name: 'c', name: 'items'}),
	]);
	const query = async (filter: object, more = '') => {
		const {status, body} = await ask(
			sandbox,
			`/resource/catalog/?filter=${encodeURIComponent(JSON.stringify(filter))}${more}`,
		);
		return status === 200 ? body.results?.map(({title}) => title) : status;
	};
	const exact = (field: string, value: unknown) => ({operator: 'exact', field, value});
	const column = exact('entity_type', 'column');
	assert.deepEqual(await query(column), ['a', 'b', 'c']);
	assert.deepEqual(await query(column, `&sort=${encodeURIComponent('{"field":"title","order":"desc"}')}`), [
		'c',
		'b',
		'a',
	]);
	assert.deepEqual(await query({operator: 'contains', field: 'title', value: 'ITEM'}), ['items']);
	assert.deepEqual(await query({operator: 'in', field: 'title', value: ['a', 'c']}), ['a', 'c']);
	assert.deepEqual(
		await query({operator: 'and', operands: [column, {operator: 'is_set', field: 'description', value: false}]}),
		['a'],
	);
	assert.deepEqual(
		await query({operator: 'and', operands: [column, {operator: 'not', operands: [exact('title', 'a')]}]}),
		['b', 'c'],
	);
	assert.deepEqual(await query({operator: 'or', operands: [exact('title', 'a'), exact('title', 'b')]}), ['a', 'b']);
	assert.equal(await query({operator: 'like', field: 'title', value: 'a'}), 400);
	await upload(
		sandbox,
		Array.from({length: 10_050}, (_, at) => recordLine({col_name: `c${at}`})),
	);
	assert.equal((await ask(sandbox, '/resource/catalog/')).body.count, 10_000);
	assert.equal(
		(await ask(sandbox, '/table/columns/')).body.count,
		10_053,
		'lists have no such limit and hold stale pages too',
	);
});

test('keeps the data folder after a restart', async t => {
	const dataDir = await temporaryFolder(t);
	const first = await start(t, {dataDir});
	await upload(first, [recordLine()]);
	await first.close();
	const second = await start(t, {dataDir});
	assert.equal(second.integration, first.integration);
	assert.deepEqual(await columns(second), ['orders.id']);
});

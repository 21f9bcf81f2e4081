import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {parseAddress, syncsPageUrl, tokenPageUrl} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import {bodyOf, type Handler, json, serve} from '../support/fault-server.ts';
import {token} from './settle.ts';

const {signal} = new AbortController();

async function catalogOf(t: TestContext, handler: Handler, timeoutMs = 30_000) {
	const {url, uploads} = await serve(t, handler);
	return {catalog: connect({address: parseAddress(url), token, timeoutMs, env: {}}), posts: uploads};
}

test('health is asked without the token, and found with and without /api/v1', async t => {
	const paths: string[] = [];
	const {catalog} = await catalogOf(t, (request, response) => {
		assert.equal(request.headers.authorization, undefined);
		paths.push(request.url ?? '');
		if (request.url === '/healthcheck/') json(response, {status: 'OK'});
		else json(response, {}, 404);
	});
	await catalog.checkHealth(signal);
	assert.deepEqual(paths, ['/api/v1/healthcheck/', '/healthcheck/']);
});

test('an address that answers JSON but not as a catalog is not healthy', async t => {
	const {catalog} = await catalogOf(t, (_request, response) => json(response, ['hello']));
	await assert.rejects(catalog.checkHealth(signal), {code: 'unexpected-answer'});
});

test('reads the owner of the token', async t => {
	const {catalog} = await catalogOf(t, (_request, response) =>
		json(response, {first_name: 'Ada', last_name: 'L', email: 'ada@example.com', workspace_id: 'w'}),
	);
	assert.deepEqual(await catalog.tokenOwner(signal), {name: 'Ada L', email: 'ada@example.com', workspaceId: 'w'});
});

test('without /user/ the list of integrations shows whether the token is good', async t => {
	for (const [status, settled] of [
		[200, 'fulfilled'],
		[401, 'rejected'],
	] as const) {
		const {catalog} = await catalogOf(t, (request, response) => {
			if (request.url?.startsWith('/api/v1/user/')) json(response, {}, 404);
			else json(response, {links: {next: null}, results: []}, status);
		});
		const [result] = await Promise.allSettled([catalog.tokenOwner(signal)]);
		assert.equal(result.status, settled);
	}
});

test('integrations come page by page, only those that accept files', async t => {
	const {catalog} = await catalogOf(t, (request, response) => {
		const query = new URL(request.url ?? '', 'http://x').searchParams;
		assert.equal(query.get('type'), 'custom');
		const page = Number(query.get('page') ?? 1);
		json(response, {links: {next: page < 3 ? `/?page=${page + 1}` : 'None'}, results: [{id: `i${page}`, name: 'n'}]});
	});
	const ids: string[][] = [];
	for await (const items of catalog.integrations(signal)) ids.push(items.map(({id}) => id));
	assert.deepEqual(ids, [['i1'], ['i2'], ['i3']]);
});

test('tables have their names', async t => {
	const {catalog} = await catalogOf(t, (_request, response) =>
		json(response, {links: {}, results: [{id: 't', title: 'orders', schema: 's', database: 'd', archived: true}]}),
	);
	for await (const {items} of catalog.list('tables', 'i', signal)) {
		const ids = {id: 't', databuilderId: undefined};
		const [{marks, ...table}] = items as [(typeof items)[number]];
		assert.deepEqual(table, {...ids, title: 'orders', schema: 's', database: 'd', archived: true});
		assert.deepEqual(Object.values(marks), Array(7).fill(undefined), 'a list without them');
	}
});

test('an integration is made with the documented fields', async t => {
	let body: unknown;
	const {catalog} = await catalogOf(t, async (request, response) => {
		body = JSON.parse((await bodyOf(request)).toString());
		json(response, {id: 'new', name: 'Wärehouse', type: 'custom'}, 201);
	});
	const {id} = await catalog.createIntegration({name: 'Wärehouse', type: 'custom', teams: ['team']}, signal);
	assert.equal(id, 'new');
	assert.deepEqual(body, {name: 'Wärehouse', type: 'custom', credentials: {}, teams: ['team']});
});

const faults: ReadonlyArray<readonly [what: string, perhaps: boolean, handler: Handler]> = [
	['a 403', false, (_request, response) => json(response, {}, 403)],
	['a 500', true, (_request, response) => json(response, {}, 500)],
	['a 302', true, (_request, response) => void response.writeHead(302, {location: '/x'}).end()],
	[
		'a reset',
		true,
		async request => {
			await bodyOf(request);
			request.socket.resetAndDestroy();
		},
	],
	['no answer', true, () => undefined],
	['a page of HTML', true, (_request, response) => void response.end('<html>')],
];
for (const [what, perhaps, handler] of faults) {
	test(`creates an integration with one request; after ${what} it ${perhaps ? 'may' : 'cannot'} exist`, async t => {
		const {catalog, posts} = await catalogOf(t, handler, 300);
		await assert.rejects(catalog.createIntegration({name: 'n', type: 'custom'}, signal), (error: Error) => {
			assert.equal('code' in error && error.code, perhaps ? 'perhaps-made' : 'forbidden');
			assert.equal(error.message.includes('may have been created'), perhaps);
			return true;
		});
		assert.equal(posts(), 1);
	});
}

test('the pages for people are those of the region', () => {
	const eu = parseAddress('eu');
	assert.equal(syncsPageUrl(eu, 'a/b'), 'https://eu.secoda.co/integrations/a%2Fb/syncs');
	assert.equal(tokenPageUrl(eu), 'https://eu.secoda.co/settings/api');
	assert.equal(
		tokenPageUrl(parseAddress('https://example.com/secoda/api/v1')),
		'https://example.com/secoda/settings/api',
	);
});

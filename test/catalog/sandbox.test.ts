import assert from 'node:assert/strict';
import test from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import {startSandbox} from '../../source/sandbox/sandbox.ts';
import {sha256} from '../support/fault-server.ts';
import {temporaryFile} from '../support/folder.ts';
import {oneFile} from '../support/upload-request.ts';

for (const switches of [
	{missingLink: 'None', countKnown: false, answerBody: 'empty'},
	{missingLink: null, countKnown: true, answerBody: 'json'},
] as const) {
	test(`the whole client against the sandbox, ${JSON.stringify(switches)}`, async t => {
		const sandbox = await startSandbox({switches: {...switches, syncMs: 0}});
		t.after(() => sandbox.close());
		const {signal} = new AbortController();
		const catalog = connect({address: parseAddress(sandbox.url), token: sandbox.token});
		await catalog.checkHealth(signal);
		assert.match((await catalog.tokenOwner(signal)).email ?? '', /@/);
		const {id} = await catalog.createIntegration({name: 'New', type: 'custom'}, signal);
		const listed: string[] = [];
		for await (const items of catalog.integrations(signal)) listed.push(...items.map(({name}) => name));
		assert.ok(listed.includes('New'));
		const rows = Array.from({length: 1500}, (_, row) => `c${row},d,s,t`);
		const file = Buffer.from(['col_name,database,schema,name', ...rows, ''].join('\n'));
		const path = await temporaryFile(t, file);
		const answer = await catalog.upload(id, oneFile(path, file.length), {
			signal,
			onProgress: () => undefined,
			onWait: () => assert.fail('nothing to wait for'),
		});
		assert.equal(answer.kind, 'taken');
		assert.equal(sandbox.uploads[0]?.sha256, sha256(file));
		await sandbox.idle();
		const titles = new Set<string>();
		for await (const {items, expected} of catalog.list('columns', id, signal)) {
			assert.equal(expected, switches.countKnown ? 1500 : undefined);
			for (const {title, table, database, schema} of items) titles.add([database, schema, table, title].join('.'));
		}

		assert.equal(titles.size, 1500);
		for await (const {items} of catalog.list('tables', id, signal))
			assert.deepEqual(
				items.map(({title}) => title),
				['t'],
			);
		assert.ok((await catalog.integration(id, signal)).updatedAt);
	});
}

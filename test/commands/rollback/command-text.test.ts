import assert from 'node:assert/strict';
import test from 'node:test';
import {parseAddress} from '../../../source/catalog/address.ts';
import {rollbackCommandText, urlOfUpload} from '../../../source/commands/rollback/command-text.ts';

test('the address of an upload is printed as it can be typed, and leads to the same workspace', () => {
	for (const [typed, printed] of [
		['us', 'us'],
		['https://eu.secoda.co', 'eu'],
		['https://secoda.example.com', 'https://secoda.example.com'],
		['secoda.example.com:8443/catalog-of/data/', 'https://secoda.example.com:8443/catalog-of/data'],
		['https://h.example/base/api/v1/', 'https://h.example/base'],
		['http://127.0.0.1:4000/base', 'http://127.0.0.1:4000/base'],
	] as const) {
		const {api, host} = parseAddress(typed);
		assert.equal(urlOfUpload({address: api.href, host}), printed);
		assert.equal(parseAddress(printed).api.href, api.href);
	}

	const old = ['127.0.0.1:4000', '[::1]:4000', 'localhost:4000', 'h.example:8443'].map(host => urlOfUpload({host}));
	assert.deepEqual(old, [
		'http://127.0.0.1:4000',
		'http://[::1]:4000',
		'http://localhost:4000',
		'https://h.example:8443',
	]);
});

test('a rollback names a target that its profile does not have, and repeats the options', () => {
	const place = {url: 'https://h.example/base', integration: 'i-1'};
	const text = (...args: Parameters<typeof rollbackCommandText>) => rollbackCommandText(...args);
	assert.equal(
		text({...place, profile: undefined}, {state: 'my state', tokenFile: '/t'}, 12),
		"secoda-upload rollback --url https://h.example/base --integration i-1 --to 12 --state 'my state' --token-file /t",
	);
	assert.equal(text({...place, profile: {name: 'nightly', ...place}}, {}), 'secoda-upload rollback nightly');
	assert.equal(
		text({...place, profile: {name: 'nightly', url: 'eu', integration: 'i-1'}}, {}, 3),
		'secoda-upload rollback nightly --url https://h.example/base --to 3',
	);
});

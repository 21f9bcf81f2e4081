import assert from 'node:assert/strict';
import test from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {hasCode} from '../../source/errors/user-error.ts';

const good: ReadonlyArray<readonly [text: string, api: string, app: string]> = [
	['us', 'https://api.secoda.co/api/v1/', 'https://app.secoda.co/'],
	['EU', 'https://eapi.secoda.co/api/v1/', 'https://eu.secoda.co/'],
	['apac', 'https://aapi.secoda.co/api/v1/', 'https://apac.secoda.co/'],
	['https://app.secoda.co/settings/api', 'https://api.secoda.co/api/v1/', 'https://app.secoda.co/'],
	['https://eapi.secoda.co', 'https://eapi.secoda.co/api/v1/', 'https://eu.secoda.co/'],
	['https://secoda.example.com/api/v1/', 'https://secoda.example.com/api/v1/', 'https://secoda.example.com/'],
	['secoda.example.com', 'https://secoda.example.com/api/v1/', 'https://secoda.example.com/'],
	['https://example.com/secoda/', 'https://example.com/secoda/api/v1/', 'https://example.com/secoda/'],
	['http://127.0.0.1:8080', 'http://127.0.0.1:8080/api/v1/', 'http://127.0.0.1:8080/'],
	['http://localhost:8080/', 'http://localhost:8080/api/v1/', 'http://localhost:8080/'],
];
for (const [text, api, app] of good) {
	test(`${text} is ${api}`, () => {
		const address = parseAddress(text);
		assert.deepEqual([address.api.href, address.app.href], [api, app]);
	});
}

for (const text of [
	'',
	'http://example.com',
	'https://me:secret@example.com',
	'ftp://example.com',
	'http://127.0.0.1.example.com',
	'https://',
]) {
	test(`${JSON.stringify(text)} is rejected as an address, without echoing a password`, () => {
		assert.throws(
			() => parseAddress(text),
			(error: Error) => hasCode(error, ['bad-address']) && !error.message.includes('secret'),
		);
	});
}

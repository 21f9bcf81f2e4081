import assert from 'node:assert/strict';
import {Readable} from 'node:stream';
import test from 'node:test';
import {inspect} from 'node:util';
import {cleanToken, readLimited, readToken} from '../../source/profiles/token.ts';
import {isTokenError} from '../../source/profiles/token-error.ts';
import {temporaryFile} from '../support/folder.ts';

for (const text of [
	'abc',
	' abc\r\n',
	'"abc"',
	"'abc'",
	'Bearer abc',
	'bearer  abc\n',
	'"Bearer abc"',
	'Bearer "abc"',
]) {
	test(`${JSON.stringify(text)} is the token abc`, () => assert.equal(cleanToken(text).reveal(), 'abc'));
}

for (const text of ['', ' \n', 'Bearer ', 'a b', 'a\nb', 'tökén', 'a\u0000b']) {
	test(`${JSON.stringify(text)} is rejected as a token, and the message does not quote it`, () => {
		assert.throws(
			() => cleanToken(text),
			(error: Error) => isTokenError(error) && (text.trim() === '' || !error.message.includes(text)),
		);
	});
}

test('printing, logging and serialising a token gives a placeholder', () => {
	const token = cleanToken('canary-token');
	for (const shown of [
		inspect(token, {depth: null, showHidden: true}),
		JSON.stringify({token}),
		String(token),
		`${token}`,
	])
		assert.doesNotMatch(shown, /canary/);
});

test('prefers a token file to the environment, and the environment to the keyring', async t => {
	const tokenFile = await temporaryFile(t, 'from-file\n', 'token');
	const env = {SECODA_API_TOKEN: 'from-environment'};
	const stored = () => Promise.resolve(cleanToken('from-keyring'));
	const found = async (request: Parameters<typeof readToken>[0]) => (await readToken(request)).token.reveal();
	assert.equal(await found({env, tokenFile, stored}), 'from-file');
	assert.equal(await found({env, stored}), 'from-environment');
	assert.equal(await found({env: {}, stored}), 'from-keyring');
	await assert.rejects(readToken({env: {}}), {code: 'no-token'});
	await assert.rejects(readToken({env, tokenFile: `${tokenFile}.none`}), {code: 'bad-token-file'});
	assert.match((await readToken({env, tokenFile})).notice ?? '', /chmod 600/);
});

test('reads a stream to its end, up to the maximum length of a token', async () => {
	assert.equal(await readLimited(Readable.from(['half ', Buffer.from('and half')])), 'half and half');
	await assert.rejects(readLimited(Readable.from(['x'.repeat(40_000), 'x'.repeat(40_000)])), /too long/);
	const abort = new AbortController();
	const silent = new Readable({read: () => undefined});
	const read = readLimited(silent, abort.signal);
	abort.abort();
	await assert.rejects(read, {name: 'AbortError'});
});

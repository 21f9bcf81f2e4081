import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {assertInNoFile} from '../support/canary.ts';
import {startCloud} from '../support/cloud.ts';
import {newcomer, toAddress, token, toToken} from './newcomer.ts';
import {keys, type Terminal} from './terminal.ts';

/** A newcomer's terminal, and a cloud in which only the EU region knows the token; the third region cannot be reached. */
async function inTheCloud(t: TestContext): Promise<Terminal> {
	const us = await start(t, {token: 'of-us'});
	const eu = await start(t, {token});
	const env = await startCloud(t, {'api.secoda.co': us.url, 'eapi.secoda.co': eu.url});
	const {terminal} = await newcomer(t, {env});
	await terminal.press(keys.down + keys.down + keys.enter, 'Where is your Secoda workspace?');
	await terminal.press(keys.enter, 'https://app.secoda.co/settings/api');
	return terminal;
}

test('a token of another region: the others are offered, and one is only tried when it is chosen', async t => {
	const terminal = await inTheCloud(t);
	await terminal.press(keys.enter, 'Paste the token');
	terminal.type(keys.paste(token));
	await terminal.press(keys.enter, 'US cloud rejects this token');
	await terminal.shows('Try APAC cloud');
	await terminal.press(keys.down, '▸ Try EU cloud');
	await terminal.press(keys.enter, 'Where should the token be stored?');
	await terminal.shows('EU cloud (eapi.secoda.co)');
	await terminal.shows('valid, owned by');
	assert.ok(!terminal.output.includes(token));
});

test('asks again for a token that the workspace rejects', async t => {
	const sandbox = await start(t, {token});
	const {terminal} = await newcomer(t);
	await toToken(terminal, sandbox.url);
	terminal.type('canary-wrong');
	await terminal.press(keys.enter, '✗');
	await terminal.shows('Paste the token');
	terminal.type(token);
	await terminal.press(keys.enter, 'Where should the token be stored?');
	assert.doesNotMatch(terminal.output, /canary/);
});

test('reports an unreachable address and an invalid one at once', async t => {
	const {terminal} = await newcomer(t);
	await toAddress(terminal);
	terminal.type('http://secoda.example.com');
	await terminal.press(keys.enter, 'would send the token unencrypted');
	terminal.type(keys.ctrl('u'));
	terminal.type('http://127.0.0.1:1');
	await terminal.press(keys.enter, 'Cannot connect to');
});

test('names and uses a token of the environment without storing it', async t => {
	const sandbox = await start(t, {token});
	const {terminal, home} = await newcomer(t, {env: {SECODA_API_TOKEN: token}});
	await terminal.shows('SECODA_API_TOKEN');
	await toAddress(terminal);
	terminal.type(sandbox.url);
	await terminal.press(keys.enter, 'Which integration');
	await terminal.shows('in SECODA_API_TOKEN');
	await terminal.press(keys.escape, 'Where is your Secoda workspace?');
	await assertInNoFile(token, home);
	assert.ok(!terminal.output.includes(token));
});

test('a region that cannot be asked keeps the token: another one can be tried with it', async t => {
	const terminal = await inTheCloud(t);
	// Pasted one page early, it is taken all the same.
	await terminal.press(keys.paste(token), 'US cloud rejects this token');
	await terminal.press(keys.end + keys.enter, 'Could not verify the token at APAC cloud');
	await terminal.press('', 'Try EU cloud');
	await terminal.press(keys.end, '▸ Try EU cloud');
	await terminal.press(keys.enter, 'Where should the token be stored?');
	await terminal.shows('EU cloud (eapi.secoda.co)');
	assert.ok(!terminal.output.includes(token));
});

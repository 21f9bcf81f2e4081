import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {bodyOf, json, serve} from '../support/fault-server.ts';
import {token, uploadTo} from './settle.ts';

/** The problem and the hint of an upload that the server rejects with this body. */
async function rejection(t: TestContext, body: unknown, status = 400): Promise<readonly [string, string]> {
	const {url} = await serve(t, async (request, response) => {
		await bodyOf(request);
		json(response, body, status);
	});
	const {answer} = await uploadTo(t, url);
	assert.ok(answer.kind === 'refused');
	assert.equal(answer.error.code, 'refused');
	return [answer.error.problem, answer.error.hint];
}

test('a rejection that names a field has the reason as its hint', async t => {
	assert.deepEqual(await rejection(t, {resources_file: ['Line 3: not JSON.']}), [
		'Secoda rejected "resources_file" (400).',
		'Correct this, then retry: Line 3: not JSON.',
	]);
	assert.deepEqual(await rejection(t, {errors: {a: ['One.', 'Two.'], b: ['Three.']}}, 422), [
		'Secoda rejected "a", "b" (422).',
		'Correct this, then retry: a: One. Two. b: Three.',
	]);
});

test('names and reasons of fields are safe to show', async t => {
	const [problem, hint] = await rejection(t, {'\u001B[2Jx': [`\u0007${token}${'long '.repeat(200)}`]});
	for (const text of [problem, hint]) {
		assert.doesNotMatch(text, /[\u0000-\u001F]/);
		assert.ok(!text.includes(token) && text.length < 300);
	}
});

for (const body of [
	{detail: ['No file.']},
	{detail: 'resources_file: no file'},
	{non_field_errors: ['No file.']},
	{resources_file: 'no list'},
	{errors: []},
	['resources_file'],
	'resources_file',
]) {
	test(`a rejection that names no field is quoted: ${JSON.stringify(body)}`, async t => {
		const [problem, hint] = await rejection(t, body);
		assert.equal(problem, `Secoda rejected the request (400). Response: ${JSON.stringify(body)}`);
		assert.equal(hint, 'Correct what the response names, then retry.');
	});
}

test('explains an upload that is too large, which nginx answers with a page of its own', async t => {
	const {url} = await serve(t, async (request, response) => {
		await bodyOf(request);
		response.writeHead(413, {'content-type': 'text/html'}).end('<html><h1>413 Request Entity Too Large</h1></html>');
	});
	const {answer} = await uploadTo(t, url);
	assert.ok(answer.kind === 'refused');
	assert.match(answer.error.hint, /client_max_body_size/);
});

import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {start} from '../sandbox/client.ts';
import {json, serve} from '../support/fault-server.ts';
import {runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {newcomer, toIntegration, token, toSummary, toToken} from './newcomer.ts';
import {keys} from './terminal.ts';

test('changes an answer by going back and on the summary, and keeps independent answers', async t => {
	const sandbox = await start(t, {token});
	sandbox.model.addIntegration('Second', 'custom');
	const {terminal} = await newcomer(t);
	await toIntegration(terminal, sandbox.url);
	await terminal.press(keys.enter, 'Which file?');
	await terminal.press(keys.escape, 'Which integration');
	await terminal.press('second', '▸ Second');
	await terminal.press(keys.enter, 'Which file?');
	await terminal.shows('✓ Integration    Second');
	terminal.type(keys.paste('my\\ warehouse.csv'));
	await terminal.press(keys.enter, 'Name this profile');
	await terminal.press(keys.escape, 'Which file?');
	await terminal.press(keys.enter, 'Name this profile');
	await terminal.press(keys.enter, 'Save this profile?');
	await terminal.press(keys.end, '▸ Safe fixes');
	await terminal.press(keys.enter, 'applied before each upload');
	await terminal.press(keys.up, '▸ Profile name');
	await terminal.press(keys.enter, 'Name this profile');
	terminal.type(`${keys.ctrl('u')}Not A Name`);
	await terminal.press(keys.enter, 'Use up to 64 lower-case');
	terminal.type(`${keys.ctrl('u')}other`);
	await terminal.press(keys.enter, 'secoda-upload run other');
	await terminal.press('s', 'Saved as other');
});

test('creates a new integration once, at the end, and shows its id and page', async t => {
	const sandbox = await start(t, {token});
	sandbox.model.teams.push({id: 'data-team', name: 'Data'});
	const {terminal} = await newcomer(t);
	await toIntegration(terminal, sandbox.url);
	await terminal.press(keys.end, '▸ New integration');
	await terminal.press(keys.enter, 'Name of the new integration');
	await terminal.press(`Lager${keys.enter}`, 'What type of integration is "Lager"?');
	await terminal.press('oracle', '▸ oracle');
	await terminal.press(keys.enter, 'Which teams');
	await terminal.press(`${keys.down} `, '[x] Data');
	await terminal.press(keys.enter, 'Which file?');
	assert.equal(sandbox.model.integrations.size, 1);
	terminal.type('my warehouse.csv');
	await terminal.press(keys.enter, 'Name this profile');
	await terminal.press(keys.enter, 'Save this profile?');
	await terminal.shows('Lager (new, oracle)');
	await terminal.press('s', 'Created the integration');
	const made = [...sandbox.model.integrations.values()].at(-1);
	assert.deepEqual([made?.name, made?.type, made?.teams], ['Lager', 'oracle', ['data-team']]);
	await terminal.shows(`/integrations/${made?.id}/syncs`);
	assert.equal(sandbox.model.integrations.size, 2);
});

test('without a file, saves the query of a warehouse and continues when its CSV is there', async t => {
	const sandbox = await start(t, {token});
	const {terminal, home} = await newcomer(t);
	await toIntegration(terminal, sandbox.url);
	await terminal.press(keys.enter, 'Which file?');
	await terminal.press(keys.up, '▸ I have no file yet');
	await terminal.press(keys.enter, 'Which warehouse');
	await terminal.press('postgresql', '▸ PostgreSQL');
	await terminal.press(keys.enter, 'Show the query');
	await terminal.press(keys.enter, '-- PostgreSQL');
	await terminal.press(keys.enter, '› query.sql');
	await terminal.press(keys.enter, 'Saved to query.sql');
	const saved = await readFile(join(home, 'query.sql'), 'utf8');
	assert.equal(saved, (await runProgram(['sql', 'postgresql'], {home})).stdout);
	await terminal.press('c', "terminal's clipboard");
	const [, copied = ''] = /\u001B\]52;c;([^\u0007]+)\u0007/.exec(terminal.output) ?? [];
	assert.match(Buffer.from(copied, 'base64').toString(), /^cd \S+\npsql .* > warehouse\.csv$/);
	await terminal.press(keys.enter, '› warehouse.csv');
	await terminal.press(keys.enter, 'no file warehouse.csv yet');
	await writeFile(join(home, 'warehouse.csv'), '');
	await terminal.press(keys.enter, 'still empty');
	await writeFile(join(home, 'warehouse.csv'), `${header}\n${recordLine()}\n`);
	await terminal.press(keys.enter, 'Name this profile');
	await terminal.shows(join(home, 'warehouse.csv'));
});

test('maps a file with unknown headers, under a title and without a database, and sends it mapped', async t => {
	const sandbox = await start(t, {token});
	const {terminal, home} = await newcomer(t);
	const odd = header.replace('col_name', 'Feld').replace('database,', '').replace(',name', ',Tabelle');
	await writeFile(join(home, 'odd.csv'), `Titel\n${odd}\n${recordLine().replace('DB,', '')}\n`);
	await toIntegration(terminal, sandbox.url);
	await terminal.press(keys.enter, 'Which file?');
	terminal.type('odd.csv');
	await terminal.press(keys.enter, '0 errors left');
	await terminal.press(keys.enter, 'database for all rows');
	await terminal.press(`LAKE${keys.enter}`, '▸ Use this mapping');
	await terminal.press(keys.enter, 'Name this profile');
	await terminal.press(keys.enter, 'Save this profile?');
	await terminal.shows('"Feld" as col_name, "Tabelle" as name, database "LAKE"');
	await terminal.press('s', 'Saved as');
	await terminal.press(keys.enter, 'Nothing has been sent yet');
	await terminal.press('s', 'Confirmed');
	const pages = [...sandbox.model.resources.values()].flatMap(resources => [...resources.values()]);
	assert.deepEqual(
		pages.map(({title}) => title),
		['LAKE', 'sales', 'orders', 'id'],
	);
});

test('sends an unknown column as the field that the user selects, and no other', async t => {
	const sandbox = await start(t, {token});
	const {terminal, home} = await newcomer(t);
	const odd = header.replace('col_description', 'Erklärung').replace(',description', ',constructor');
	await writeFile(join(home, 'odd.csv'), `${odd},Owner\n${recordLine()},Ada\n`);
	await toIntegration(terminal, sandbox.url);
	await terminal.press(keys.enter, 'Which file?');
	terminal.type('odd.csv');
	await terminal.press(keys.enter, 'errors left');
	await terminal.press('a', '▸ Use this mapping');
	// Chosen wrongly first: the column moves to the other field.
	await terminal.press(`G${keys.up.repeat(3)}${keys.enter}`, 'Choose a column for description');
	await terminal.press('erkl', '▸ Erklärung');
	await terminal.press(keys.enter, 'col_description has no column now');
	await terminal.press(keys.enter, 'Choose a column for description');
	await terminal.press('constr', '▸ constructor');
	await terminal.press(keys.enter, '✓ description');
	await terminal.press(`gjj${keys.enter}`, 'Choose a column for col_description');
	await terminal.press('erkl', '▸ Erklärung');
	await terminal.press(keys.enter, '✓ col_description');
	await terminal.shows('Not sent: Owner');
	await terminal.press('s', 'Name this profile');
	await terminal.shows('Columns        not sent: Owner; ');
	await terminal.press(keys.enter, 'Save this profile?');
	await terminal.press('s', 'Saved as');
	await terminal.press(keys.enter, 'Nothing has been sent yet');
	await terminal.press('s', 'Confirmed');
	const pages = [...sandbox.model.resources.values()].flatMap(resources => [...resources.values()]);
	const described = pages.filter(({description}) => description !== '');
	assert.deepEqual(
		new Map(described.map(page => [page.title, page.description])),
		new Map([
			['orders', 'Orders'],
			['id', 'The id'],
		]),
	);
});

test('reaches every answer by going back, also one that was skipped', async t => {
	const sandbox = await start(t, {token});
	const {terminal} = await newcomer(t);
	await toIntegration(terminal, sandbox.url);
	await terminal.press(keys.escape, 'Where should the token be stored?');
	await terminal.press(keys.escape, 'API token');
	await terminal.press(keys.escape, 'Where is your Secoda workspace?');
	await terminal.press(keys.enter, 'Workspace address');
	await terminal.press(keys.enter, 'Which integration');
	await terminal.press(keys.escape, 'Where should the token be stored?');
});

test('Enter on the summary saves, and a changed answer returns to its line', async t => {
	const sandbox = await start(t, {token});
	const {terminal} = await newcomer(t);
	await toToken(terminal, sandbox.url);
	terminal.type(token);
	await toSummary(terminal);
	await terminal.shows('▸ Save');
	await terminal.press(keys.end + keys.up, '▸ Profile name');
	await terminal.press(keys.enter, 'Name this profile');
	await terminal.press(keys.escape, '▸ Profile name');
	await terminal.press(keys.enter, 'Name this profile');
	await terminal.press(`${keys.ctrl('u')}nightly${keys.enter}`, '▸ Profile name');
	await terminal.press(keys.home, '▸ Save');
	await terminal.press(keys.enter, 'Saved as nightly');
});

test('does not create an integration twice when the first outcome is unknown', async t => {
	let posts = 0;
	const asked = Promise.withResolvers<void>();
	// Responds to everything except the creation of an integration.
	const {url} = await serve(t, (request, response) => {
		if (request.method === 'POST') {
			posts++;
			asked.resolve();
		} else if (request.url?.includes('/integrations/')) json(response, {links: {next: null}, count: 0, results: []});
		else if (request.url?.includes('/teams/')) json(response, {links: {next: null}, count: 0, results: []});
		else json(response, {status: 'OK'});
	});
	const {terminal} = await newcomer(t);
	await toIntegration(terminal, url);
	await terminal.shows('▸ New integration');
	await terminal.press(keys.enter, 'Name of the new integration');
	await terminal.press(`Lager${keys.enter}`, 'What type of integration is "Lager"?');
	await terminal.press(keys.enter, 'Which file?');
	terminal.type('my warehouse.csv');
	await terminal.press(keys.enter, 'Name this profile');
	await terminal.press(keys.enter, 'Save this profile?');
	await terminal.press('s', 'Saving');
	await asked.promise;
	await terminal.press(keys.escape, 'may have been created');
	await terminal.press(keys.enter, 'Save this profile?');
	await terminal.press('s', 'may have been created');
	assert.equal(posts, 1);
});

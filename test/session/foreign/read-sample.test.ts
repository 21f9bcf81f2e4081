import assert from 'node:assert/strict';
import test from 'node:test';
import {SourceFile} from '../../../source/records/source/source-file.ts';
import {foundBy, readSample} from '../../../source/session/foreign/read-sample.ts';
import {openRecords} from '../../../source/session/open-records.ts';
import {Session} from '../../../source/session/session.ts';
import {temporaryFile} from '../../support/folder.ts';

const {signal} = new AbortController();

const text = 'Datenverzeichnis\n\nTabelle;Spalte;Erklärung\nt;größe;Die Körpergröße\nt;id;Nummer\n';

test('what the options name is not found again, and the rest is', async t => {
	const file = await SourceFile.open(await temporaryFile(t, Buffer.from(text, 'latin1')));
	t.after(() => file.close());
	for (const [given, found] of [
		[{}, {encoding: 'windows-1252', delimiter: ';', headerRow: 3}],
		[{encoding: 'windows-1252'}, {delimiter: ';', headerRow: 3}],
		[{delimiter: ';', headerRow: 3}, {encoding: 'windows-1252'}],
	] as const) {
		const sample = await readSample(file, given);
		assert.deepEqual(sample?.labels, ['Tabelle', 'Spalte', 'Erklärung']);
		assert.deepEqual(sample && foundBy(sample, given), found);
	}
});

test('proposals are taken from one read of the first bytes, also of a file in another encoding', async t => {
	const path = await temporaryFile(t, Buffer.from(text, 'latin1'));
	const read = t.mock.method(SourceFile.prototype, 'read');
	const {records, taken} = await openRecords(path, {proposal: 'take'}, signal);
	t.after(() => records.close());
	assert.deepEqual(
		[taken?.encoding, taken?.delimiter, taken?.headerRow, records.labels],
		['windows-1252', ';', 3, ['Tabelle', 'Spalte', 'Erklärung']],
	);
	const samples = read.mock.calls.filter(({arguments: [offset, size]}) => offset === 0 && size === 256 * 1024);
	assert.equal(samples.length, 1);
});

test('a file of JSON Lines in another encoding is not converted with the proposals, but its rows name the option', async t => {
	const line = '{"entity_type":"table","databuilder_id":"d/s/t","description":"Größe"}\n';
	const path = await temporaryFile(t, Buffer.from(line, 'latin1'), 'resources.jsonl');
	const session = await Session.open(path, signal, {proposal: 'take'});
	t.after(() => session.close());
	await session.check(signal);
	assert.match(session.problemsAt(1)[0]?.message ?? '', /Read the file with --encoding windows-1252\./);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import {withHeader} from '../../source/mapping/mapping-sample.ts';
import {sampleText} from '../support/mapping-desk.ts';

const rows = 'Tabelle;Spalte;Beschreibung\nt;a;Text, mit Komma\nt;b;Text, mit Komma\n';

test('the header is found below a title, with the separator of the table', () => {
	const {delimiter, headerRow, labels, records, isDelimiterDetected, isHeaderDetected} = sampleText(
		`Kunden, Stand 2026, alle\n\n${rows}`,
	);
	assert.deepEqual([delimiter, headerRow, labels], [';', 3, ['Tabelle', 'Spalte', 'Beschreibung']]);
	assert.deepEqual([records.length, isDelimiterDetected, isHeaderDetected], [5, false, false]);
});

test('a separator and a header row that are detected are not part of a recipe', () => {
	const {delimiter, headerRow, isDelimiterDetected, isHeaderDetected} = sampleText(rows);
	assert.deepEqual([delimiter, headerRow, isDelimiterDetected, isHeaderDetected], [';', 1, true, true]);
});

test('a file of numbers has the separator that separates them, and no names', () => {
	const {delimiter, proposal} = sampleText('name,code\n1001,1\n1002,2\n1003,3\n');
	assert.deepEqual([delimiter, proposal.proposals], [',', []]);
});

test('another header row has other labels, rows and proposals', () => {
	const sample = sampleText(rows);
	const other = withHeader(sample, 2, {isHeaderDetected: false});
	assert.deepEqual([other.labels, other.rows.length], [['t', 'a', 'Text, mit Komma'], 1]);
	assert.notDeepEqual(other.proposal.proposals, sample.proposal.proposals);
});

test('a sample of a long file has its first records', () => {
	const sample = sampleText(`a,b\n${'1,2\n'.repeat(5000)}`);
	assert.ok(sample.rows.length > 100 && sample.rows.length < 1000);
});

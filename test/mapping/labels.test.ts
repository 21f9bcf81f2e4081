import assert from 'node:assert/strict';
import test from 'node:test';
import {readLabel} from '../../source/mapping/label-meaning.ts';
import {wordsOfLabel} from '../../source/mapping/label-words.ts';
import {words} from '../../source/mapping/words.ts';
import {labelsOfLanguages} from './labels.ts';

/** Returns the field that a label most likely names, without its neighbours. */
function fieldOf(label: string): string {
	const {exact, scores} = readLabel(label);
	const [best] = Object.entries(scores).toSorted(([, one], [, other]) => other - one);
	// The label "description" alone is settled by its neighbours.
	return (exact === 'description' ? best?.[0] : (exact ?? best?.[0])) ?? 'none';
}

for (const [language, labels] of Object.entries(labelsOfLanguages)) {
	const cases = Object.entries(labels).flatMap(([field, list]) =>
		list.split('|').map(label => [label, field] as const),
	);

	test(`${language}: ${cases.length} labels lead to their fields`, () => {
		assert.ok(cases.length >= 40);
		assert.deepEqual(
			cases.map(([label]) => [label, fieldOf(label)]),
			cases,
		);
	});
}

test('a word of the dictionary has one meaning in all languages', () => {
	const roles = new Map<string, Set<string>>();
	for (const [role, languages] of Object.entries(words)) {
		for (const word of Object.values(languages).flatMap(list => list.split(', '))) {
			const folded = word
				.normalize('NFKD')
				.replaceAll(/[\u0300-\u036F]/g, '')
				.toLowerCase();
			roles.set(folded, (roles.get(folded) ?? new Set()).add(role));
		}
	}

	assert.deepEqual(
		[...roles].filter(([, found]) => found.size > 1),
		[],
	);
});

test('every word of the dictionary is found in a label', () => {
	for (const [role, languages] of Object.entries(words)) {
		for (const word of Object.values(languages).flatMap(list => list.split(', '))) {
			const found = wordsOfLabel(word.replace('*', '')).map(part => part.role);
			assert.deepEqual(found, [role], `${word}: ${found.join()}`);
		}
	}
});

const splits: readonly (readonly [label: string, words: string])[] = [
	['COLUMN_NM', 'column nm'],
	['columnName', 'column name'],
	['DBName', 'db name'],
	['tablename', 'table name'],
	['Tabellenbeschreibung', 'tabellen beschreibung'],
	['Eigenschaftsname', 'eigenschaft name'],
	['kolomomschrijving', 'kolom omschrijving'],
	['テーブル論理名', 'テーブル 論理 名'],
	['NULL許可', 'null 許可'],
	['ชื่อตาราง', 'ชื่อ ตาราง'],
	['ｶﾗﾑ名', 'カラム 名'],
	['N°', 'no'],
	['col#', 'col #'],
	['LibellÃ©', 'libelle'],
	['notable', 'notable'],
];

for (const [label, expected] of splits) {
	test(`the words of ${label} are ${expected}`, () => {
		assert.equal(
			wordsOfLabel(label)
				.map(({text}) => text)
				.join(' '),
			expected,
		);
	});
}

test('an inflected word has at most four other letters', () => {
	const roles = (label: string) => wordsOfLabel(label).map(({role}) => role);
	assert.deepEqual(roles('Beschreibungen'), ['text']);
	assert.deepEqual(roles('Beschreibungstexte'), [undefined]);
});

test('a sentence that contains a known word is no label', () => {
	assert.deepEqual(readLabel('Please fill every column that your office uses').scores, {});
});

test('what is in brackets counts only if the rest of the label means nothing', () => {
	assert.ok((readLabel('Type (length)').scores.col_type ?? 0) > 60);
	assert.ok((readLabel('[Field]').scores.col_name ?? 0) > 60);
});

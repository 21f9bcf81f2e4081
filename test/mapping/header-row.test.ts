import assert from 'node:assert/strict';
import test from 'node:test';
import {proposeHeaderRow} from '../../source/mapping/header-row.ts';

const cases: readonly (readonly [title: string, lines: readonly string[], row: number])[] = [
	['the first row', ['Tabelle;Spalte;Typ', 'kunden;id;int'], 1],
	['two labels alone', ['Variable;Definition', 'age;Age in years'], 1],
	['a title above', ['Data dictionary of the zoo;;', ';;', 'Table;Field;Comment', 'cage;id;Key'], 3],
	['a title that contains known words', ['Table and column names of the database;;', 'Table;Field;Comment'], 2],
	['notes of two cells above', ['Author;Ann', 'Date;2024-01-01', 'Campo;Tipo;Descripción', 'id;int;Clave'], 3],
	['no known label', ['a;b;c', 'x;y;z'], 1],
	['values that are labels elsewhere', ['a;b;c;d', 'items;2;title;varchar(80)', 'items;3;name;varchar(80)'], 1],
	[
		'values that are labels, as wide as the rows above',
		['a;b', 'price;price of purchase', 'table_type;form of ownership'],
		1,
	],
	['marks of keys beside two labels', ['STATEMENT;;;;', 'Column Name;Data Type;PK;FK;Not Null', 'id;int;yes;;'], 2],
	['a header further down than is looked for', [...Array<string>(20).fill('note;'), 'Table;Field;Type'], 1],
];

for (const [title, lines, row] of cases) {
	test(`the header is row ${row}: ${title}`, () => {
		assert.equal(proposeHeaderRow(lines.map(line => line.split(';'))), row);
	});
}

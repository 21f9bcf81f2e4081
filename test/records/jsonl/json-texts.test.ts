import assert from 'node:assert/strict';
import {isUtf8} from 'node:buffer';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import type {FileKind} from '../../../source/kinds/file-kind.ts';
import {lineErrors, lineWarnings} from '../../../source/kinds/json/line-rules.ts';
import {lineage} from '../../../source/kinds/lineage/lineage.ts';
import {resources} from '../../../source/kinds/resources/resources-kind.ts';
import {Session} from '../../../source/session/session.ts';
import {temporaryFile, temporaryFolder} from '../../support/folder.ts';
import {jsonTexts} from './json-texts.ts';

const {signal} = new AbortController();
const codesOfLines = new Set([...Object.keys(lineErrors), ...Object.keys(lineWarnings)]);

/** A kind of file, and the places of texts in its lines. */
type Places = {
	readonly kind: FileKind;
	/** The field that is edited. */
	readonly field: string;
	/** Returns a line without problems; `rank` makes it different from all others. */
	line(rank: number, member: string): string;
	/** Members of the object, each with a text in place of `…`. */
	readonly values: readonly string[];
	readonly strings: readonly string[];
};

const files: readonly Places[] = [
	{
		kind: resources,
		field: 'title',
		line: (rank, member) => `{"entity_type": "database", ${member}, "databuilder_id": "d${rank}", "title": "old"}`,
		values: ['"x": …', '"x":[…]', '"x":{"y":…}'],
		strings: ['"type": …', '… : 1', '"x":{…:1}'],
	},
	{
		kind: lineage,
		field: 'to_identifier.database',
		line: (rank, member) =>
			`{"from_identifier": {"type": "internal_resource", "databuilder_id": "d${rank}"}, "to_identifier": {"type": "external_table", ${member}, "table": "t", "database": "old"}}`,
		values: ['"x": …', '"x":[…]'],
		strings: ['"cluster": …', '… : 1'],
	},
];

type Line = {
	readonly bytes: Buffer;
	readonly what: string;
	readonly code: string | undefined;
	readonly isWhole: boolean;
};

/** Returns a line for each text and place. */
function linesOf({line, values, strings}: Places): readonly Line[] {
	const places = {value: values, string: [...values, ...strings], line: []};
	let rank = 0;
	return jsonTexts.flatMap(({what, rfc, code, place, texts}) =>
		texts.flatMap(text => {
			const shared = {what: `${what} (${rfc}): ${shown(text)}`, code, isWhole: place === 'line'};
			if (place === 'line') return {...shared, bytes: text};
			return places[place].map(member => {
				const [before = '', after = ''] = line(rank++, member).split('…');
				return {...shared, bytes: Buffer.concat([Buffer.from(before), text, Buffer.from(after)])};
			});
		}),
	);
}

function shown(text: Buffer): string {
	return JSON.stringify(text.toString('latin1', 0, 60));
}

/** The first line has more bytes than those in which NUL makes a file binary, and decides which kind the file is. */
function fileOf({line}: Places, lines: readonly Line[]): Buffer {
	const first = line(-1, `"x": "${' '.repeat(5000)}"`);
	return Buffer.concat([Buffer.from(first), ...lines.flatMap(({bytes}) => [Buffer.from('\n'), bytes])]);
}

for (const places of files) {
	const lines = linesOf(places);
	const {kind, field} = places;

	test(`${lines.length} lines of ${kind.name} are judged as RFC 8259 judges their texts`, async t => {
		const session = await Session.open(await temporaryFile(t, fileOf(places, lines)), signal, {kinds: [kind]});
		t.after(() => session.close());
		assert.equal(session.recordCount, 1 + lines.filter(({code}) => code !== 'blank-row').length);
		for (const [at, {what, code, isWhole}] of lines.entries()) {
			const codes = session.problemsAt(at + 2).map(problem => problem.code);
			const expected = code === undefined ? [] : [code];
			assert.deepEqual(isWhole ? codes.filter(found => codesOfLines.has(found)) : codes, expected, what);
		}
	});

	test(`an edit changes no byte of other lines of ${kind.name}, whatever text they have`, async t => {
		const folder = await temporaryFolder(t);
		const content = fileOf(places, lines);
		const session = await Session.open(await temporaryFile(t, content), signal, {kinds: [kind]});
		t.after(() => session.close());
		const column = session.header.mapping[field] ?? 0;
		const save = async () => {
			const {path} = await session.save({kind: 'copy', path: join(folder, 'copy.jsonl'), replace: true}, signal);
			return readFile(path);
		};
		session.setCell(1, column, 'new');
		assert.ok((await save()).equals(replaceFirst(content)));
		// Of the lines themselves, only the value changes.
		const edited = lines.map(line => {
			const isObject = line.code === undefined || line.code === 'lone-surrogate';
			return isObject && !line.isWhole ? {...line, bytes: replaceFirst(line.bytes)} : line;
		});
		for (const row of lines.keys()) if (edited[row] !== lines[row]) session.setCell(row + 2, column, 'new');
		assert.ok((await save()).equals(replaceFirst(fileOf(places, edited))));
	});
}

function replaceFirst(bytes: Buffer): Buffer {
	return Buffer.from(bytes.toString('latin1').replace('"old"', '"new"'), 'latin1');
}

test('JSON.parse agrees about the texts that RFC 8259 accepts or refuses', () => {
	const takes = (text: Buffer, isString: boolean) => {
		try {
			JSON.parse(isString ? `{${text}:[${text}]}` : text.toString());
			return isUtf8(text);
		} catch {
			return false;
		}
	};
	for (const {what, rfc, place, texts} of jsonTexts) {
		if (rfc === 'leaves open') continue;
		for (const text of texts)
			assert.equal(takes(text, place === 'string'), rfc === 'accepts', `${what}: ${shown(text)}`);
	}
});

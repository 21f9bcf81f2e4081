import {Random} from '../random.ts';
import {type Json, literal, text, written} from './make-json.ts';

/** Ids that differ in case, in white space or in one character, and ids that no one expects. */
export const ids = [
	'db.s.a',
	'db.s.b',
	'db.s.c',
	'DB.s.a',
	' db.s.a',
	'db.s.aa',
	'größe',
	'😀',
	'db.s.a\u200B',
	'a"b\\c',
] as const;
const rareTexts = ['', ' ', '\t', '\ud800', '\udc00', '\u0000', '\u2028', 'x'.repeat(600)] as const;
const types = ['internal_resource', 'external_table', 'external_column', 'tables_from_query'] as const;
const wrongTypes = [
	'Internal-Resource',
	'external table',
	' internal_resource\n',
	'table',
	'INTERNAL_RESOURCE',
	'',
	' ',
] as const;
const otherValues: readonly [Json, ...Json[]] = [
	literal('1'),
	literal('-0.50E+10'),
	literal('true'),
	literal('null'),
	{items: []},
	{items: [text('a'), literal('{}')]},
	{pairs: [['type', text('a')]]},
	{pairs: []},
];
const keys = {
	internal_resource: ['databuilder_id'],
	external_table: ['table', 'cluster', 'database', 'schema'],
	external_column: ['table', 'column', 'cluster', 'database', 'schema'],
	tables_from_query: ['sql'],
} as const;

/** A small lineage file with all kinds of problems, the same for the same seed. */
export function makeLineage(seed: number): Buffer {
	const random = new Random(seed);
	const rareOneIn = random.pick([4, 12, 40, 200]);
	const lineEnd = random.pick(['\n', '\n', '\r\n']);
	const count = 1 + random.below(40);
	const lines: Buffer[] = [];
	for (let row = 0; row < count; row++) {
		const line = random.oneIn(10) ? lines.at(-1) : undefined;
		lines.push(line ?? makeLine(random, rareOneIn));
	}

	// The first object decides what kind of file it is.
	lines.unshift(Buffer.from(written(random, edge(random, 2 ** 31))));
	const end = random.oneIn(5) ? '' : lineEnd;
	const bytes = lines.flatMap((line, at) => [line, Buffer.from(at === lines.length - 1 ? end : lineEnd)]);
	return Buffer.concat([Buffer.from(random.oneIn(6) ? '\uFEFF' : ''), ...bytes]);
}

function makeLine(random: Random, rareOneIn: number): Buffer {
	const line = written(random, edge(random, rareOneIn));
	if (!random.oneIn(rareOneIn * 2)) return Buffer.from(line);
	switch (random.below(9)) {
		case 0:
			return Buffer.from(random.pick(['', ' ', '\t\v', '\f ', '\u00a0']));
		case 1:
			return Buffer.concat([Buffer.from(line.slice(0, -2)), Buffer.of(0xff), Buffer.from('"}')]);
		case 2:
			return Buffer.from(`${line}${line}`);
		case 3:
			return Buffer.from(`${line},`);
		case 4:
			return Buffer.from(line.replaceAll('"', "'"));
		case 5:
			return Buffer.from(random.pick(['[]', '1', '"text"', 'null', 'true', `[${line}]`]));
		case 6:
			return Buffer.from(line.slice(0, random.below(line.length)));
		case 7:
			return Buffer.from(line.replace(/"([^"]*)"/, '“$1”'));
		default:
			return Buffer.from(line.replace(/[:,]/, random.pick(['', ';', '::', ': NaN,', ' //'])));
	}
}

function edge(random: Random, rareOneIn: number): Json {
	const rare = () => random.oneIn(rareOneIn);
	const isOld = random.oneIn(8);
	const names = isOld ? ['from_databuilder_id', 'to_databuilder_id'] : ['from_identifier', 'to_identifier'];
	const pairs: Array<readonly [string, Json]> = names
		.filter(() => !rare())
		.map(name => [
			rare() ? misspelt(random, name) : name,
			rare() ? random.pick(otherValues) : isOld ? id(random, rareOneIn) : end(random, rareOneIn),
		]);
	if (rare()) pairs.push(['from_databuilder_id', id(random, rareOneIn)], ['to_databuilder_id', literal('null')]);
	if (rare()) pairs.push([random.pick(['from_identifier', 'to_identifier']), random.pick(otherValues)]);
	if (rare()) pairs.push([misspelt(random, random.pick(['from_identifier', 'to_identifier'])), end(random, rareOneIn)]);
	if (rare()) pairs.push([random.pick(['note', 'type', 'from_identifier.type', 'x']), random.pick(otherValues)]);
	return {pairs: rare() ? random.shuffled(pairs) : pairs};
}

function misspelt(random: Random, name: string): string {
	return random.pick([
		name.toUpperCase(),
		name.replace('_', '-'),
		name.replaceAll('_', ''),
		name.replace('_', ' '),
		`${name}s`,
	]);
}

function id(random: Random, rareOneIn: number): Json {
	if (random.oneIn(rareOneIn)) return random.oneIn(2) ? text(random.pick(rareTexts)) : random.pick(otherValues);
	return text(random.pick(ids));
}

function end(random: Random, rareOneIn: number): Json {
	const rare = () => random.oneIn(rareOneIn);
	const type = random.oneIn(3) ? random.pick(types) : 'internal_resource';
	const members: Array<readonly [string, Json]> = keys[type]
		.filter(() => !rare())
		.map(key => [key, id(random, rareOneIn)]);
	const typeValue = rare() ? (random.oneIn(3) ? random.pick(otherValues) : text(random.pick(wrongTypes))) : text(type);
	if (!rare()) members.unshift(['type', typeValue]);
	if (rare()) members.push([random.pick(['type', 'databuilder_id', 'note', 'Table']), id(random, rareOneIn)]);
	return {pairs: random.oneIn(10) ? random.shuffled(members) : members};
}

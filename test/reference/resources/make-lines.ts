import {Random} from '../random.ts';

type Member = readonly [key: string, json: string];

const ids: readonly [string, ...string[]] = [
	'shop',
	'shop.sales',
	'shop.sales.orders',
	'shop.sales.orders.id',
	'shop.sales.orders.total',
	'shop.sales.orders.items',
	'shop.sales.orders.items.price',
	'shop.sales.customers',
	'shop.sales.customers.id',
	'boards',
	'board-1',
	'chart-1',
];

const rareIds: readonly [string, ...string[]] = [
	' shop.sales.orders',
	'SHOP.sales',
	'shop.sales.Orders',
	'shop.sales.order',
	'shop\u200B',
	'straße',
	'STRASSE',
	'Straße',
	'',
	'  ',
	'é',
	'É',
];

const parents: Readonly<Record<string, readonly string[]>> = {
	schema: ['shop'],
	table: ['shop.sales'],
	column: ['shop.sales.orders', 'shop.sales.orders', 'shop.sales.customers', 'shop.sales.orders.items'],
	chart: ['board-1'],
	dashboard: ['boards'],
};

const types: readonly [string, ...string[]] = [
	'database',
	'schema',
	'table',
	'column',
	'dashboard_group',
	'dashboard',
	'chart',
];
const rareTypes: readonly [string, ...string[]] = [
	'Table',
	'tables',
	'dashboard group',
	' column ',
	'view',
	'',
	'\t',
	'colümn',
];

const texts: readonly [string, ...string[]] = ['Orders', 'The id', 'Clé', 'x', 'a\nb', '注文', '“quoted”'];
const rareTexts: readonly [string, ...string[]] = [
	'None',
	' null ',
	'N/A',
	'nan',
	'\\N',
	'NA!',
	'LibellÃ©',
	'Ã',
	'Ã©',
	'Ã…',
	'É€',
	'a\\nb',
	'C:\\new',
	'a\\\\nb',
	'',
	'   ',
	'\u200Bx',
	'x\u00AD',
	'\u007Fx',
	'\u2014',
	'😀',
	'é©x',
	'â€”',
];

/** Values of any JSON type. */
const odd: readonly [string, ...string[]] = [
	'null',
	'true',
	'false',
	'0',
	'-1',
	'3.0',
	'1e3',
	'12345678901',
	'"3"',
	'"true"',
	'[]',
	'["a", "b"]',
	'["a", 1]',
	'[null]',
	'{}',
	'{"a": [1, {"b": null}]}',
	'""',
	'" "',
	'1700000000',
	'-0',
	'"\\u0041b"',
];

const times: readonly [string, ...string[]] = [
	'2025-12-31T23:59:59Z',
	'2025-12-31 23:59+01:00',
	'2024-02-29T00:00:00.123-0230',
];
const rareTimes: readonly [string, ...string[]] = [
	'2023-02-29T00:00:00Z',
	'2025-12-31T24:00:00Z',
	'2025-12-31T23:59:59',
	'2025-12-31',
	'0000-01-01T00:00:00Z',
	'0001-01-01T00:00Z',
	'2025-13-01T00:00:00Z',
	'2025-12-31t23:59:59Z',
	'2025-12-31T23:59:60Z',
	'2025-12-31T23:59:59+24:00',
	'1700000000',
	' 2025-12-31T23:59:59Z ',
	'',
	'2025-06-31T00:00:00Z',
	'2025-06-30T00:00:00Z',
	'2025-12-31T23:59:5aZ',
];

const integers: readonly [string, ...string[]] = ['0', '1', '12'];
const rareIntegers: readonly [string, ...string[]] = [
	'2147483647',
	'2147483648',
	'-2147483648',
	'-2147483649',
	'3.0',
	'1e2',
	'"3"',
	'99999999999999999999999',
	'-0',
];

const spellings: Readonly<Record<string, readonly [string, ...string[]]>> = {
	title: ['Title', 'TITLE', 'ti-tle', 't_itle'],
	databuilder_id: ['databuilderId', 'Databuilder ID'],
	parent_databuilder_id: ['parent_databuild_id', 'parentDatabuilderId', 'Parent_databuild_id'],
	is_pk: ['isPk', 'IS PK'],
	sort_order: ['sortOrder'],
	entity_type: ['entityType', 'entity-type'],
	external_updated_at: ['externalUpdatedAt'],
};

const broken: readonly [string, ...string[]] = [
	'{',
	'{"a": 1,}',
	'{"a": NaN}',
	"{'a': 1}",
	'{"a": 1} x',
	'{"a": 01}',
	'{"a": "\t"}',
	'nonsense',
	'{"a" 1}',
	'{"a": tru}',
	'{"a": "\\x"}',
	'{"a": "\\u12"}',
	'[1, 2',
	'\uFEFF{}',
	'{"a": 1}{"b": 2}',
	'{"a": 1},',
	'// {}',
];
const others: readonly [string, ...string[]] = ['[]', '"text"', '12', 'null', 'true', '[{"entity_type": "table"}]'];
const blanks: readonly [string, ...string[]] = ['', ' ', '\t', '\r', '\v', '\f \t'];

/** A small resources file with all kinds of problems, the same for the same seed. */
export function makeLines(seed: number): Buffer {
	const random = new Random(seed);
	const rareOneIn = random.pick([4, 12, 40, 200]);
	const pieces: Array<string | Buffer> = [];
	const count = random.oneIn(20) ? random.below(2) : 1 + random.below(40);
	const lineEnd = random.pick(['\n', '\n', '\n', '\r\n']);
	if (random.oneIn(8)) pieces.push('\uFEFF');
	let before: string | undefined;
	for (let row = 0; row < count; row++) {
		const line = before !== undefined && random.oneIn(12) ? before : lineOf(random, rareOneIn);
		before = line;
		pieces.push(random.oneIn(rareOneIn * 8) ? inLatin1(line.replace('{', '{"é": 1, ')) : line);
		if (row < count - 1 || !random.oneIn(6)) pieces.push(lineEnd);
	}

	if (random.oneIn(40)) return Buffer.from(`[\n${random.pick(['{}', '{"a": 1}', '1', '1,'])}\n]\n`);
	return Buffer.concat(pieces.map(piece => Buffer.from(piece)));
}

function lineOf(random: Random, rareOneIn: number): string {
	if (random.oneIn(rareOneIn * 3)) return random.pick(broken);
	if (random.oneIn(rareOneIn * 6)) return random.pick(others);
	if (random.oneIn(rareOneIn * 4)) return random.pick(blanks);
	const members = misspelt(random, membersOf(random, rareOneIn), rareOneIn);
	const text = members.map(([key, json]) => `${JSON.stringify(key)}${random.pick([': ', ':'])}${json}`).join(', ');
	return `{${text}}`;
}

function membersOf(random: Random, rareOneIn: number): readonly Member[] {
	const rare = () => random.oneIn(rareOneIn);
	const type = random.pick(rare() ? rareTypes : types);
	const usualParents = parents[type.trim()] ?? ['shop'];
	const parent = rare() ? random.pick([...ids, ...rareIds]) : (usualParents[random.below(usualParents.length)] ?? '');
	const member = (key: string, json: string, always = false): readonly Member[] => {
		if (always ? rare() : !random.oneIn(2)) return random.oneIn(8) ? [[key, 'null']] : [];
		return [[key, rare() && random.oneIn(3) ? random.pick(odd) : json]];
	};
	const hasParent = type.trim() in parents || rare();
	const id = random.pick(rare() ? rareIds : ids);
	const members = [
		...member('entity_type', string(random, type), true),
		...member('databuilder_id', string(random, random.oneIn(2) ? `${id}${random.below(40)}` : id), true),
		...(hasParent ? member('parent_databuilder_id', string(random, parent), true) : []),
		...member('title', string(random, random.pick(rare() ? rareTexts : texts))),
		...member('description', string(random, random.pick(rare() ? rareTexts : texts))),
		...member('definition', string(random, random.pick(rare() ? rareTexts : texts))),
		...member(
			'native_type',
			string(random, rare() ? random.pick(['é'.repeat(50), 'é'.repeat(51), 'x'.repeat(51), ' x'.repeat(26)]) : 'int'),
		),
		...member('external_updated_at', string(random, random.pick(rare() ? rareTimes : times))),
		...member('schema', string(random, rare() ? ' ' : 'sales'), type === 'table'),
		...member('database', string(random, rare() ? '' : 'shop'), type === 'table'),
		...member('sort_order', random.pick(rare() ? rareIntegers : integers)),
		...member('type', string(random, 'int')),
		...member('is_pk', random.pick(['true', 'false'])),
		...member('hidden', random.pick(['true', 'false'])),
		...member('group', string(random, 'Sales'), type === 'dashboard'),
		...member('product', string(random, 'Looker'), type === 'chart'),
		...member('owners', random.pick(['[]', '["a@b.c"]', '["a", "b"]'])),
		...(random.oneIn(5) ? ([['table', '"orders"']] as const) : []),
		...(rare() ? ([[random.pick(['note', 'eventType', 'job', 'Note']), random.pick(odd)]] as const) : []),
	];
	return random.oneIn(4) ? random.shuffled(members) : members;
}

/** Now and then a key has another spelling, or occurs twice, or a text has half of a surrogate pair. */
function misspelt(random: Random, members: readonly Member[], rareOneIn: number): readonly Member[] {
	const changed: readonly Member[] = members.flatMap(([key, json]): readonly Member[] => {
		const spelling = spellings[key];
		if (spelling !== undefined && random.oneIn(rareOneIn * 2)) {
			const again: readonly Member[] = random.oneIn(3) ? [[random.pick(spelling), random.pick(odd)]] : [];
			const right: readonly Member[] = random.oneIn(4) ? [[key, random.pick(['null', json])]] : [];
			return [[random.pick(spelling), json], ...again, ...right];
		}

		return random.oneIn(rareOneIn * 6)
			? [
					[key, json],
					[key, random.pick(odd)],
				]
			: [[key, json]];
	});
	if (!random.oneIn(rareOneIn * 3)) return changed;
	const surrogate = random.pick(['"\\ud83d"', '"\\ude00x"', '["\\ud83d\\ude00", {"\\udfff": 1}]', '"\\ud83d\\ude00"']);
	return [...changed, [random.pick(['note', 'description']), surrogate]];
}

/** Returns a text in Latin-1, without NUL, which would make the file binary. */
function inLatin1(text: string): Buffer {
	return Buffer.from(text.replaceAll('😀', ''), 'latin1');
}

/** A text as JSON, now and then with escapes that it does not need. */
function string(random: Random, text: string): string {
	const json = JSON.stringify(text);
	if (!random.oneIn(10)) return json;
	return json.replaceAll(/[a-zé\u200B]/g, letter =>
		random.oneIn(3) ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter,
	);
}

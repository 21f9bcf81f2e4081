import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {posix, sep} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';

const source = fileURLToPath(new URL('../source/', import.meta.url));

/** The imports of each file or room, by its name. */
type Graph = ReadonlyMap<string, ReadonlySet<string>>;

const files = readdirSync(source, {recursive: true, encoding: 'utf8'})
	.filter(path => /\.tsx?$/.test(path))
	.map(path => path.replaceAll(sep, '/'));

/** Everything that a file imports, types too: paths in source/, and packages. */
const imports: Graph = new Map(files.map(file => [file, new Set(importsOf(file))]));

const rooms: Graph = roomsOf(imports);

const {uses, packages} = readArrows();

function importsOf(file: string): string[] {
	const found = readFileSync(`${source}${file}`, 'utf8').matchAll(/(?:\bfrom|\bimport\(|^import)\s*'([^']+)'/gm);
	return [...found].map(([, target = '']) =>
		target.startsWith('.') ? posix.join(posix.dirname(file), target) : target,
	);
}

/** Returns the first folder of a path, or the name of a file beside the folders. */
function roomOf(path: string): string {
	return path.split(/[/.]/)[0] ?? '';
}

/** Returns the package of an import without a path inside it; modules of Node are named as a whole. */
function packageOf(target: string): string {
	return target.startsWith('node:') ? target : (/^(?:@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target);
}

function roomsOf(graph: Graph): Graph {
	const all = new Map<string, Set<string>>();
	for (const [file, targets] of graph) {
		const room = roomOf(file);
		const used = all.get(room) ?? new Set();
		all.set(room, used);
		for (const target of targets) if (graph.has(target) && roomOf(target) !== room) used.add(roomOf(target));
	}

	return all;
}

/** Reads the table of docs/architecture.md that lists the rooms and packages that each room uses. */
function readArrows(): {readonly uses: Graph; readonly packages: Graph} {
	const text = readFileSync(new URL('../docs/architecture.md', import.meta.url), 'utf8');
	const [, section = ''] = text.split('## Arrows\n');
	const uses = new Map<string, ReadonlySet<string>>();
	const packages = new Map<string, ReadonlySet<string>>();
	for (const [, room = '', used = '', taken = ''] of (section.split('\n## ')[0] ?? '').matchAll(
		/^\| `([^`]+)` \|([^|]*)\|([^|]*)\|$/gm,
	)) {
		uses.set(room, namesIn(used));
		packages.set(room, namesIn(taken));
	}

	return {uses, packages};
}

function namesIn(cell: string): ReadonlySet<string> {
	return new Set([...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

/** Returns names that lead from one back to itself; empty when there is no circle. */
function findCircle(graph: Graph): readonly string[] {
	const done = new Set<string>();
	const walk = (name: string, path: readonly string[]): readonly string[] => {
		if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
		if (done.has(name)) return [];
		for (const used of graph.get(name) ?? []) {
			const circle = walk(used, [...path, name]);
			if (circle.length > 0) return circle;
		}

		done.add(name);
		return [];
	};

	for (const name of graph.keys()) {
		const circle = walk(name, []);
		if (circle.length > 0) return circle;
	}

	return [];
}

test('docs/architecture.md lists every room', () => {
	assert.deepEqual([...uses.keys()].sort(), [...rooms.keys()].sort());
});

for (const [room, allowed] of uses) {
	test(`${room} uses the rooms that docs/architecture.md lists: ${[...allowed].join(', ') || 'none'}`, () => {
		for (const file of files.filter(path => roomOf(path) === room)) {
			for (const target of imports.get(file) ?? []) {
				if (!imports.has(target)) continue;
				const other = roomOf(target);
				assert.ok(other === room || allowed.has(other), `${file} uses ${target}`);
			}
		}

		const unused = [...allowed].filter(other => !rooms.get(room)?.has(other));
		assert.deepEqual(unused, [], 'listed, and not used');
	});
}

for (const [room, allowed] of packages) {
	test(`${room} uses the packages that docs/architecture.md lists: ${[...allowed].join(', ') || 'none'}`, () => {
		const taken = new Set<string>();
		for (const file of files.filter(path => roomOf(path) === room)) {
			for (const target of imports.get(file) ?? []) {
				if (imports.has(target)) continue;
				const name = target.startsWith('node:') && allowed.has('node') ? 'node' : packageOf(target);
				assert.ok(allowed.has(name), `${file} uses ${target}`);
				taken.add(name);
			}
		}

		assert.deepEqual(
			[...allowed].filter(name => !taken.has(name)),
			[],
			'listed, and not used',
		);
	});
}

test('no room uses itself through others', () => {
	assert.deepEqual(findCircle(rooms), []);
	// The list has no circle either: nothing that it allows makes one.
	assert.deepEqual(findCircle(uses), []);
});

test('no file imports itself through others', () => {
	assert.deepEqual(findCircle(imports), []);
});

test('only kinds/index.ts knows what kinds there are, and no kind knows another', () => {
	const folders = [...(imports.get('kinds/index.ts') ?? [])].flatMap(
		target => /^kinds\/[^/]+\//.exec(target)?.[0] ?? [],
	);
	assert.deepEqual(folders, ['kinds/lineage/', 'kinds/resources/', 'kinds/warehouse/']);
	for (const folder of folders) {
		// A mapping leads to the fields of the warehouse, whatever file it is for.
		const maps = (file: string) => roomOf(file) === 'mapping' || file.startsWith('app/screens/mapping/');
		const others = importersOf(folder).filter(file => folder !== 'kinds/warehouse/' || !maps(file));
		for (const file of others) assert.equal(file, 'kinds/index.ts', `${file} knows ${folder}`);
	}
});

test('of CSV only the warehouse kind, the options that name its delimiter and the clipboard know', () => {
	const allowed = /^(?:kinds\/warehouse|command-line|commands|mapping)\/|^app\/screens\/review\/edit\.ts$/;
	for (const file of importersOf('records/csv/')) assert.match(file, allowed);
});

test('of the format JSON Lines only its kinds and convert, which writes it, know', () => {
	for (const file of importersOf('records/jsonl/')) {
		assert.match(file, /^kinds\/(?:json|resources|lineage)\/|^commands\/convert\//);
	}
});

/** The terms of JSON Lines, of its keys and of its upload. */
const jsonLinesTerms =
	/jsonl|ndjson|json[ _-]?lines|databuilder_id|entity_type|(?:from|to)_identifier|(?:resources|lineages?)_file/gi;

/** The rooms that are about JSON Lines, among others. */
const jsonLinesRooms = new Set(['kinds', 'records', 'sandbox', 'lineage']);

/** The files of other rooms that contain terms of JSON Lines. */
const otherJsonLinesFiles: Readonly<Record<string, readonly string[]>> = {
	// Secoda's API names the id of a page so, whatever file described it.
	'catalog/listed-pages.ts': ['databuilder_id'],
	// Texts for users.
	'command-line/option-texts.ts': ['jsonl'],
	'command-line/texts.ts': ['databuilder_id', 'json lines', 'jsonl'],
	'commands/usage-errors.ts': ['databuilder_id'],
	// The command that writes JSON Lines.
	'commands/convert/convert.ts': ['json lines', 'jsonl'],
	'commands/convert/input.ts': ['jsonl', 'ndjson'],
	'commands/convert/json-input-error.ts': ['jsonl'],
	'commands/convert/line-source.ts': ['jsonl'],
	'commands/convert/texts.ts': ['jsonl'],
};

test('no other room contains terms of JSON Lines, except in these files', () => {
	const found = files
		.filter(file => !jsonLinesRooms.has(roomOf(file)))
		.map(file => [file, termsIn(file)] as const)
		.filter(([, terms]) => terms.length > 0);
	assert.deepEqual(Object.fromEntries(found), otherJsonLinesFiles);
});

function termsIn(file: string): readonly string[] {
	const terms = readFileSync(`${source}${file}`, 'utf8').match(jsonLinesTerms) ?? [];
	return [...new Set(terms.map(term => term.toLowerCase()))].sort();
}

/** Returns the files outside of a folder that import a file in it. */
function importersOf(folder: string): readonly string[] {
	return files.filter(
		file => !file.startsWith(folder) && [...(imports.get(file) ?? [])].some(target => target.startsWith(folder)),
	);
}

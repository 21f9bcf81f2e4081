import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {FileKind} from '../../../source/kinds/file-kind.ts';
import {lineage} from '../../../source/kinds/lineage/lineage.ts';
import {resources} from '../../../source/kinds/resources/resources-kind.ts';
import {Bundle} from '../../../source/session/bundle.ts';
import {FormatError} from '../../../source/session/format-error.ts';
import {Session} from '../../../source/session/session.ts';
import {ids, makeLineage} from '../../reference/lineage/make-lineage.ts';
import {makeResources} from '../../reference/lineage/make-resources.ts';
import {Random} from '../../reference/random.ts';
import {makeLines} from '../../reference/resources/make-lines.ts';
import {relativesOf} from '../../support/relatives.ts';

type NotEmpty<Item> = readonly [Item, ...Item[]];

/** A generated file, and what random edits write into it. */
export type EditedFile = {
	readonly kind: FileKind;
	readonly name: string;
	readonly bytes: Buffer;
	/** The first row that is edited. The first line decides which kind a lineage file is. */
	readonly firstRow: number;
	/** The fields that are edited most. */
	readonly fields: NotEmpty<string>;
	readonly values: NotEmpty<string>;
	readonly records: NotEmpty<string>;
	/** The codes whose fixes are applied. */
	readonly codes: NotEmpty<string>;
};

/** Returns the number that a row has elsewhere. */
type RowNumbers = (row: number) => number;

/** How many edits are made, and after how many of them the findings are compared. */
export type EditCount = {readonly edits: number; readonly compareEvery: number};

const {signal} = new AbortController();

const resourceEdits = {
	kind: resources,
	name: 'resources.jsonl',
	fields: ['databuilder_id', 'entity_type', 'parent_databuilder_id', 'title'],
	codes: ['missing-parent', 'json-error', 'duplicate-id', 'type-error', 'null-mark', 'misspelt-key'],
	records: [
		'{}',
		'{"entity_type": "table", "databuilder_id": "shop.sales.orders"}',
		'{"entity_type": "column", "databuilder_id": "shop", "parent_databuilder_id": "shop", "Title": "x"}',
		'{"databuilder_id": "shop.sales", "parent_databuilder_id": "shop.sales.orders", "note": 1}',
		'{"entity_type": "database", "databuilder_id": "db.s.b"}{"entity_type": "database", "databuilderId": "db.s.\\u0061"}',
	],
} as const;

const resourceValues = [
	...['', 'shop', 'SHOP', 'shop.sales', 'shop.sales.orders', 'shop.sales.orders.id', 'shop.sales.orders.items'],
	...['board-1', 'table', 'column', 'schema', 'database', 'Column'],
	...['true', '3', 'None', ' x ', '["a"]', 'a "quoted" text'],
] as const;

/** A resources file with all kinds of problems. */
export function resourcesFile(seed: number): EditedFile {
	return {...resourceEdits, bytes: makeLines(seed), firstRow: 1, values: ['', ...resourceValues]};
}

/** A lineage file with all kinds of problems. */
export function lineageFile(seed: number): EditedFile {
	return {
		kind: lineage,
		name: 'lineage.jsonl',
		bytes: makeLineage(seed),
		firstRow: 2,
		fields: ['from_identifier.databuilder_id', 'to_identifier.databuilder_id', 'from_identifier.type'],
		values: ['', ...ids, 'internal_resource', 'external_table', 'External-Table', '1', '{}', 'null'],
		codes: ['query-target', 'type-error', 'old-form', 'misspelt-key', 'self-edge', 'unknown-resource', 'json-error'],
		records: [
			'{"from_identifier": {"type": "internal_resource", "databuilder_id": "db.s.a"}, "to_identifier": {"type": "internal_resource", "databuilder_id": "db.s.b"}}',
			'{"to_identifier":{"databuilder_id":"db.s.b","type":"internal_resource"},"From-Identifier":{"type":"internal_resource","databuilder_id":"db.s.\\u0061"}}',
			'{"from_databuilder_id": "db.s.a", "to_databuilder_id": "db.s.b", "note": 1}',
			'{"from_databuilder_id": 1, "to_databuilder_id": "db.s.b", "from_identifier": null}',
			'{"from_identifier": 1}',
			'{}',
		],
	};
}

/** A resources file and a lineage file that refers to its ids. */
export function pairOf(seed: number): readonly [EditedFile, EditedFile] {
	const bytes = Buffer.concat([makeResources(seed), makeLines(seed)]);
	return [{...resourceEdits, bytes, firstRow: 2, values: ['', ...ids, ...ids, ...resourceValues]}, lineageFile(seed)];
}

/**
Edits files randomly, and compares their findings and relatives with those of the saved files. At the end it undoes everything, and compares the
findings and the bytes with those from the start. Files that the program does not open are not edited.
*/
export async function editRandomly(
	folder: string,
	files: readonly EditedFile[],
	seed: number,
	{edits, compareEvery}: EditCount,
): Promise<void> {
	for (const {name, bytes} of files) await writeFile(join(folder, name), bytes);
	const bundle = await openFiles(folder, files);
	if (bundle === undefined) return;
	const random = new Random(seed);
	const before = statesOf(bundle);
	for (let edit = 1; edit <= edits; edit++) {
		const at = random.below(files.length);
		changeSomething(bundle.sessions[at] as Session, random, files[at] as EditedFile);
		if (edit % compareEvery === 0) await compareWithSaved(folder, files, bundle, `seed ${seed}, edit ${edit}`);
	}

	for (const session of bundle.sessions) while (session.undo() !== undefined);
	assert.deepEqual(statesOf(bundle), before, `seed ${seed}, undone`);
	const undone = await saveCopies(folder, files, bundle);
	assert.ok(
		undone.every((bytes, at) => files[at]?.bytes.equals(bytes)),
		`seed ${seed}: undo does not restore the bytes`,
	);
	await bundle.close();
}

/** Opens the files of a folder; `undefined` if one of them has another format or kind. */
async function openFiles(folder: string, files: readonly EditedFile[], prefix = ''): Promise<Bundle | undefined> {
	const sessions: Session[] = [];
	for (const {name, kind} of files) {
		try {
			sessions.push(await Session.open(join(folder, prefix + name), signal, {kinds: [kind]}));
		} catch (error) {
			if (!(error instanceof FormatError)) throw error;
			for (const session of sessions) await session.close();
			return undefined;
		}
	}

	const [first, ...others] = sessions;
	assert.ok(first !== undefined);
	const bundle = new Bundle(first, ...others);
	bundle.compare();
	return bundle;
}

async function saveCopies(
	folder: string,
	files: readonly EditedFile[],
	{sessions}: Bundle,
): Promise<readonly Buffer[]> {
	const copies: Buffer[] = [];
	for (const [at, session] of sessions.entries()) {
		const path = join(folder, `copy-${files[at]?.name}`);
		await session.save({kind: 'copy', path, replace: true}, signal);
		copies.push(await readFile(path));
	}

	return copies;
}

async function compareWithSaved(
	folder: string,
	files: readonly EditedFile[],
	bundle: Bundle,
	when: string,
): Promise<void> {
	await saveCopies(folder, files, bundle);
	const saved = await openFiles(folder, files, 'copy-');
	if (saved === undefined) return;
	assert.deepEqual(statesOf(bundle), statesOf(saved), when);
	await saved.close();
}

/** Returns what saved copies must have in common with sessions. Rows have the numbers that they have in the copies. */
function statesOf({sessions}: Bundle): readonly unknown[] {
	const numbers = sessions.map(numbersInCopy);
	return sessions.map((session, at) => {
		const rowInCopy = numbers[at] as RowNumbers;
		const rowInOther = numbers[1 - at] ?? rowInCopy;
		return stateOf(session, rowInCopy, rowInOther);
	});
}

function stateOf(session: Session, rowInCopy: RowNumbers, rowInOther: RowNumbers): unknown {
	const rows = Array.from({length: session.records.lastRow}, (_, at) => at + 1).filter(row => !session.isSkipped(row));
	return {
		relatives: rows.map(row =>
			relativesOf(session, row, (other, file) => (file === 'same' ? rowInCopy(other) : rowInOther(other))),
		),
		records: session.recordCount,
		counts: [...session.counts],
		entities: [...(session.entities ?? [])],
		problems: [...session.findings.rows()].map(row => [
			rowInCopy(row),
			...session
				.problemsAt(row)
				.map(({code, field, severity, value, related, fixes}) =>
					[severity, code, field, value, related && rowInCopy(related), ...fixes.map(({title}) => title)].join(' '),
				)
				.sort(),
		]),
	};
}

/** Returns a function from the rows of a session to those of a saved copy, which has no skipped rows. */
function numbersInCopy(session: Session): RowNumbers {
	const numbers: number[] = [];
	let number = 0;
	for (let row = 1; row <= session.records.lastRow; row++) {
		if (!session.isSkipped(row)) number++;
		numbers[row] = number;
	}

	return row => numbers[row] ?? 0;
}

/** Changes that a person could make, whatever the file has. */
function changeSomething(session: Session, random: Random, file: EditedFile): void {
	const row = file.firstRow + random.below(session.records.lastRow - file.firstRow + 1);
	switch (random.below(12)) {
		case 0:
		case 1:
			session.undo();
			break;
		case 2:
			session.redo();
			break;
		case 3:
			session.fixAll('safe');
			break;
		case 4:
			session.fixAll({code: random.pick(file.codes)});
			break;
		case 5:
			session.toggleSkipped(row);
			break;
		case 6:
			session.rewriteRow(row, random.pick(file.records));
			break;
		case 7:
			session.splitRow(row, [random.pick(file.records), random.pick(file.records)].slice(random.below(2)));
			break;
		case 8: {
			const fixes = session.problemsAt(row).flatMap(problem => problem.fixes);
			const fix = fixes[random.below(fixes.length + 1)];
			if (fix !== undefined) session.applyFix(row, fix);
			break;
		}

		default: {
			const {labels, mapping} = session.header;
			const column = random.oneIn(3) ? random.below(labels.length) : (mapping[random.pick(file.fields)] ?? 0);
			session.setCell(row, column, random.pick(file.values));
		}
	}
}

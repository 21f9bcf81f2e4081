import {createHash} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {EntityType} from '../../source/kinds/resources.ts';
import type {OpenSide} from '../../source/plan/changes/side.ts';
import {emptyInventory, type Inventory} from '../../source/plan/inventory.ts';
import type {SnapshotSource} from '../../source/plan/snapshot.ts';
import {sentLimits} from '../../source/records/record-limits.ts';
import {describeSnapshot, type PartWithKind} from '../../source/snapshot/describe-snapshot.ts';
import {fileNameOf} from '../../source/state/file-names.ts';
import {pagesOf} from './pages.ts';
import type {SimulatedPart} from './simulated-pages.ts';
import type {Content, PageName, WorldKind} from './world.ts';

/** Returns a source that sends a content. Its inventory and names are made in memory. `snapshots` is the folder of stored parts. */
export function sourceOf(kind: WorldKind, content: Content, snapshots: string): SnapshotSource {
	const parts = pagesOf[kind].partsOf(content);
	const [{name}] = parts;
	return {
		path: name,
		paths: parts.map(part => part.name),
		problem: undefined,
		warnings: 0,
		notSent: [],
		writtenAt: () => Promise.resolve(undefined),
		take() {
			const [first, ...others] = parts.map(part => storePart(part, snapshots));
			if (first === undefined) throw new RangeError('an upload has a part');
			const {inventory, side} = readParts(kind, content, parts);
			const described = describeSnapshot([first, ...others], inventory);
			return Promise.resolve({...described, openSide: () => Promise.resolve(side), release: () => undefined});
		},
	};
}

/** Stores a part as the program does, in fewer steps. It stays there until the end of the run. */
function storePart({kind, name, bytes}: SimulatedPart, snapshots: string): PartWithKind {
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const path = join(snapshots, fileNameOf(sha256));
	writeFileSync(path, bytes);
	const {part, contentType} = kind.upload;
	const records = bytes.toString('latin1').split('\n').length - kind.sentFormat.firstDataRow;
	return {kind, part: {kind: kind.name, part, name, contentType, path, records, bytes: bytes.length, sha256}};
}

/** Reads the resources of parts as the program does, and keeps the name of the page of each. */
function readParts(
	kind: WorldKind,
	{pages}: Content,
	parts: readonly SimulatedPart[],
): {readonly inventory: Inventory; readonly side: OpenSide} {
	const inventory = emptyInventory(parts.map(part => part.kind));
	const names = new Map<EntityType, PageName[]>();
	for (const part of parts) {
		const format = part.kind.sentFormat;
		const scanner = format.scanner(sentLimits);
		const {bytes} = part;
		let at = 0;
		const next = () => {
			at = scanner.next(bytes, at, bytes.length, 'end');
			return scanner;
		};
		const labels = format.labels(() => next().values());
		const reader = part.kind.resources(labels, inventory);
		for (let record = 0; at < bytes.length; record++) {
			const start = at;
			reader.read(next(), start);
			for (const entity of inventory.entities) {
				const known = names.get(entity) ?? [];
				names.set(entity, known);
				if (known.length < inventory.of(entity).count) known.push(pages[record] ?? '');
			}
		}

		inventory.partStart += bytes.length;
	}

	const fullName = (entity: EntityType, number: number) => {
		const full = pagesOf[kind].fullName(names.get(entity)?.[number - 1] ?? '');
		// A record of a CSV describes its table too.
		return kind === 'csv' && entity.container === undefined ? full.slice(0, -1) : full;
	};
	return {inventory, side: {nameOf: fullName, fieldsOf: () => [], close: () => Promise.resolve()}};
}

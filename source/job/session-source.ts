import {basename} from 'node:path';
import {unsentLabels} from '../kinds/header.ts';
import {countsOf} from '../plan/counts.ts';
import {
	digestOf,
	type KeptPart,
	type PartStore,
	type SnapshotProgress,
	type SnapshotSource,
	type SourceProblem,
	type TakenSnapshot,
} from '../plan/snapshot.ts';
import type {Session} from '../session/session.ts';
import {plural} from '../text/format.ts';
import {shellPath} from '../text/shell-word.ts';
import {inventoryOf} from './snapshot-inventory.ts';

/** How many rows lie between two reports of progress. */
const reportEvery = 10_000;

/** An open file as what an upload sends. */
export class SessionSource implements SnapshotSource {
	readonly #session: Session;

	constructor(session: Session) {
		this.#session = session;
	}

	get path(): string {
		return this.#session.path;
	}

	get problem(): SourceProblem | undefined {
		return this.#session.valid ? undefined : problemOf(this.#session);
	}

	get warnings(): number {
		return this.#session.total('warning');
	}

	get notSent(): readonly string[] {
		return unsentLabels(this.#session.header);
	}

	writtenAt(): Promise<number | undefined> {
		return this.#session.records.file.writtenAt();
	}

	async take(store: PartStore, signal: AbortSignal, onProgress: SnapshotProgress): Promise<TakenSnapshot> {
		const {file} = this.#session.records;
		let records = 0;
		const onRecord = () => {
			if (++records % reportEvery === 0) onProgress(records, this.#session.recordCount);
		};

		await file.assertUnchanged(signal);
		const {release, ...kept} = await keepPart(store, this.#session.canonical(onRecord, signal), () =>
			file.assertUnchanged(signal),
		);
		const {endpoint, part, contentType} = this.#session.kind.upload;
		const name = this.path === '-' ? 'stdin.csv' : basename(this.path);
		const parts = [{part, name, contentType, records, ...kept}];
		try {
			const {kind} = this.#session;
			const inventory = await inventoryOf([{path: kept.path, kind}], signal);
			const counts = countsOf(inventory.entities, entity => inventory.of(entity).count);
			return {
				snapshot: {kind: kind.name, endpoint, parts, digest: digestOf(parts), counts},
				inventory,
				readBack: kind.readBack,
				release,
			};
		} catch (error) {
			release();
			throw error;
		}
	}
}

/** Writes a part into a store. `assertWhole` is called before it is kept. */
async function keepPart(
	store: PartStore,
	pieces: AsyncIterable<Uint8Array>,
	assertWhole: () => Promise<void>,
): Promise<KeptPart> {
	const writer = await store.create();
	try {
		for await (const piece of pieces) await writer.write(piece);
		await assertWhole();
		return await writer.commit();
	} catch (error) {
		await writer.abort();
		throw error;
	}
}

/** Returns what keeps a file from being sent: it has errors, or nothing in it. */
function problemOf(session: Session): SourceProblem {
	const open =
		session.path === '-'
			? 'Save the input as a file and open that with "secoda-upload <file>" to see and fix them.'
			: `Run "secoda-upload ${shellPath(session.path)}" to see and fix them.`;
	const worst = session.fileProblems.find(({severity}) => severity === 'error');
	if (worst !== undefined) return {message: worst.message, next: worst.next};
	return {message: `The file has ${plural(session.total('error'), 'error')}.`, next: open};
}

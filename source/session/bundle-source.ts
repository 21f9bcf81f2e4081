import {basename, resolve} from 'node:path';
import type {OnSentRecord, SentRecord} from '../kinds/sent-record.ts';
import {emptyInventory} from '../plan/inventory.ts';
import type {
	KeptPart,
	PartStore,
	SnapshotPart,
	SnapshotProgress,
	SnapshotSource,
	SourceProblem,
	TakenSnapshot,
} from '../plan/snapshot.ts';
import {describeSnapshot, type PartWithKind} from '../snapshot/describe-snapshot.ts';
import {plural} from '../text/format.ts';
import {shellPath} from '../text/shell-word.ts';
import type {Bundle} from './bundle.ts';
import type {Session} from './session.ts';

/** The number of rows between two progress reports. */
const reportEvery = 10_000;

/** The open files of an upload, from which the snapshot is taken. */
export class BundleSource implements SnapshotSource {
	readonly #bundle: Bundle;

	constructor(bundle: Bundle) {
		this.#bundle = bundle;
	}

	get path(): string {
		return this.#bundle.path;
	}

	get paths(): readonly string[] {
		return this.#bundle.sessions.map(({path}) => absolutePath(path));
	}

	get problem(): SourceProblem | undefined {
		return this.#bundle.isValid ? undefined : problemOf(this.#bundle);
	}

	get warnings(): number {
		return this.#bundle.problemCount('warning');
	}

	get notSent(): readonly string[] {
		return this.#bundle.unsentLabels;
	}

	/** Returns the time of the oldest file: the upload is as old as that. */
	async writtenAt(): Promise<number | undefined> {
		const times = await Promise.all(this.#bundle.sessions.map(({records}) => records.file.writtenAt()));
		const known = times.flatMap(time => time ?? []);
		return known.length === 0 ? undefined : Math.min(...known);
	}

	async take(store: PartStore, signal: AbortSignal, onProgress: SnapshotProgress): Promise<TakenSnapshot> {
		const {first, others, recordCount} = this.#bundle;
		const kept: KeptPart[] = [];
		const release = () => {
			for (const part of kept) part.release();
		};
		let records = 0;
		let bytesBefore = 0;
		const inventory = emptyInventory([first, ...others].map(({kind}) => kind));
		const keep = async (session: Session): Promise<PartWithKind> => {
			const before = records;
			const addResources = session.resources(inventory);
			inventory.partStart = bytesBefore;
			const onRecord = (record: SentRecord) => {
				addResources(record);
				if (++records % reportEvery === 0) onProgress(records, recordCount);
			};
			const part = await keepPart(session, store, onRecord, signal);
			kept.push(part);
			const {path, bytes, sha256} = part;
			bytesBefore += bytes;
			return {part: {...partHeaders(session), records: records - before, path, bytes, sha256}, kind: session.kind};
		};
		try {
			const known: [PartWithKind, ...PartWithKind[]] = [await keep(first)];
			for (const session of others) known.push(await keep(session));
			signal.throwIfAborted();
			return {...describeSnapshot(known, inventory), release};
		} catch (error) {
			release();
			store.discard(kept.map(({sha256}) => sha256));
			throw error;
		}
	}
}

/** Returns the headers of the part that a file is sent as. */
function partHeaders({
	path,
	kind: {name: kind, upload},
}: Session): Pick<SnapshotPart, 'kind' | 'part' | 'name' | 'contentType'> {
	const {part, contentType, extension} = upload;
	return {kind, part, contentType, name: path === '-' ? `stdin${extension}` : basename(path)};
}

/** Writes a file to the store in the form that is sent. The part is kept only if the file did not change. */
async function keepPart(
	session: Session,
	store: PartStore,
	onRecord: OnSentRecord,
	signal: AbortSignal,
): Promise<KeptPart> {
	const {file} = session.records;
	await file.assertUnchanged(signal);
	const unread = session.unread();
	const own = unread && (await file.isUnderName(signal)) ? store.keepFile?.(file.size) : undefined;
	if (unread !== undefined && own !== undefined) {
		unread(onRecord);
		await file.assertUnchanged(signal);
		return own;
	}

	const writer = await store.create();
	try {
		for await (const piece of session.canonical(onRecord, signal)) await writer.write(piece);
		await file.assertUnchanged(signal);
		return await writer.commit();
	} catch (error) {
		await writer.abort();
		throw error;
	}
}

/** Returns the problem that prevents an upload: the files have errors, or no rows. */
function problemOf(bundle: Bundle): SourceProblem {
	const worst = bundle.fileProblems.find(({severity}) => severity === 'error');
	if (worst !== undefined) return {message: worst.message, next: worst.next};
	const paths = bundle.sessions.map(({path}) => path);
	const open = paths.includes('-')
		? 'Save the input as a file and open that with "secoda-upload <file>" to see and fix them.'
		: `Run "secoda-upload ${paths.map(shellPath).join(' ')}" to see and fix them.`;
	const errors = plural(bundle.problemCount('error'), 'error');
	return {message: `The ${paths.length > 1 ? 'files have' : 'file has'} ${errors}.`, next: open};
}

/** Returns the absolute path of a file; `-` for a stream. */
function absolutePath(path: string): string {
	try {
		return path === '-' ? path : resolve(path);
	} catch {
		// The working folder was deleted.
		return path;
	}
}

import {UserError} from '../errors/user-error.ts';
import type {FileKind} from '../kinds/file-kind.ts';
import {kindNamed} from '../kinds/index.ts';
import type {KeptPart, PartStore, SnapshotPart, SnapshotSource, TakenSnapshot} from '../plan/snapshot.ts';
import {describeSnapshot, type PartWithKind} from './describe-snapshot.ts';
import {readInventory} from './read-inventory.ts';

/** A snapshot as the history knows it. */
export type StoredUpload = {
	/** The file it came from. */
	readonly source: string;
	/** The files of the upload; absent if an older version sent it. */
	readonly files?: readonly string[] | undefined;
	readonly parts: readonly StoredPart[];
};

type StoredPart = Omit<SnapshotPart, 'path'>;

type StoredParts = readonly {readonly part: StoredPart; readonly kind: FileKind}[];

/** Returns a snapshot that was kept as what an upload sends; `undefined` where this version does not know its file kind. */
export function createStoredSource({source, files = [source], parts}: StoredUpload): SnapshotSource | undefined {
	const known = parts.flatMap(part => {
		const kind = kindNamed(part.kind);
		return kind === undefined ? [] : [{part, kind}];
	});
	if (known.length < parts.length) return undefined;
	return {
		path: source,
		paths: files,
		problem: undefined,
		warnings: 0,
		notSent: [],
		writtenAt: () => Promise.resolve(undefined),
		take: (store, signal) => take(known, store, signal),
	};
}

/** Begins the use of all parts. @throws UserError `not-readable` where one is not what was sent. */
async function take(stored: StoredParts, store: PartStore, signal: AbortSignal): Promise<TakenSnapshot> {
	const used: KeptPart[] = [];
	const release = () => {
		for (const part of used) part.release();
	};
	try {
		const known: PartWithKind[] = [];
		for (const {part, kind} of stored) {
			const kept = await store.use(part.sha256, signal);
			if (kept === undefined) throw snapshotChanged();
			used.push(kept);
			known.push({part: {...part, path: kept.path}, kind});
		}

		const [first, ...others] = known;
		if (first === undefined) throw snapshotChanged();
		const inventory = await readInventory(
			known.map(({part: {path}, kind}) => ({path, kind})),
			signal,
		);
		return {...describeSnapshot([first, ...others], inventory), release};
	} catch (error) {
		release();
		throw error;
	}
}

/** The error that the snapshot of an earlier upload is not what was sent. */
export function snapshotChanged(): UserError {
	return new UserError(
		'not-readable',
		'The snapshot that was kept is not what was sent.',
		'Open the sync page to see how the sync ended.',
	);
}

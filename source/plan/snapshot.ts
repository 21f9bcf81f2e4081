import {createHash} from 'node:crypto';
import type {ReadBackList} from '../kinds/resources.ts';
import type {OpenSide} from './changes/side.ts';
import type {ResourceCounts} from './counts.ts';
import type {Inventory} from './inventory.ts';

/** One file that is sent, as it is stored. */
export type SnapshotPart = {
	/** The file kind of its records. */
	readonly kind: string;
	/** The name of its part in the upload. */
	readonly part: string;
	/** The file name that Secoda sees. */
	readonly name: string;
	readonly contentType: string;
	/** The path of the stored file. */
	readonly path: string;
	readonly records: number;
	readonly bytes: number;
	readonly sha256: string;
};

/** Exactly what is sent: the only input of a plan and of an upload. */
export type Snapshot = {
	/** The file kind of its first part, which is that of the snapshot. */
	readonly kind: string;
	/** The address under an integration that accepts it. */
	readonly endpoint: string;
	readonly parts: readonly SnapshotPart[];
	/** Identifies the snapshot: the SHA-256 of its only part, or a hash of the names and SHA-256s of its parts. */
	readonly digest: string;
	/** The number of its resources of each type. */
	readonly counts: ResourceCounts;
};

/** A snapshot and its content. It is in use until it is released. */
export type TakenSnapshot = {
	readonly snapshot: Snapshot;
	readonly inventory: Inventory;
	/** The lists of the catalog that show its resources. */
	readonly readBack: readonly ReadBackList[];
	/** Opens the names and values of its resources. They must be closed before the release. @throws FileError, FormatError */
	openSide(signal: AbortSignal): Promise<OpenSide>;
	/** Ends the use. @throws StateError */
	release(): void;
};

/** The source of a snapshot: an open file, or a stored snapshot. */
export type SnapshotSource = {
	/** The source as the history shows it: a path, or `-` for a stream. */
	readonly path: string;
	/** The absolute paths of all its files; `-` for a stream. */
	readonly paths: readonly string[];
	/** The reason why it cannot be sent; `undefined` if it can. */
	readonly problem: SourceProblem | undefined;
	readonly warnings: number;
	/** Labels of the columns that are not sent: Secoda does not know them. */
	readonly notSent: readonly string[];
	/** Returns the time of the last write in milliseconds since 1970; `undefined` if it is unknown. */
	writtenAt(): Promise<number | undefined>;
	/** Creates a snapshot. It must be released. @throws UserError */
	take(store: PartStore, signal: AbortSignal, onProgress: SnapshotProgress): Promise<TakenSnapshot>;
};

/** The problem of a file that cannot be sent, and the next step. */
export type SourceProblem = {readonly message: string; readonly next: string};

/** Called with the number of rows written so far, and of all rows. */
export type SnapshotProgress = (rows: number, of: number) => void;

/** The store of the parts of snapshots. */
export type PartStore = {
	/** Starts a part. `commit` stores it; `abort` removes it. @throws StateError */
	create(): Promise<PartWriter>;
	/** Returns the next file itself as a part; `undefined` if it must be written. Absent if parts are always copies. */
	keepFile?(bytes: number): KeptPart | undefined;
	/** Starts to use a stored part. Returns `undefined` if it is missing or has changed. @throws StateError */
	use(sha256: string, signal: AbortSignal): Promise<KeptPart | undefined>;
	/** Removes parts that are neither in use nor sent by an upload. @throws StateError */
	discard(sha256s: readonly string[]): void;
};

export type PartWriter = {
	write(piece: Uint8Array): Promise<void>;
	commit(): Promise<KeptPart>;
	abort(): Promise<void>;
};

/** A stored part. It is in use until it is released. */
export type KeptPart = Pick<SnapshotPart, 'path' | 'bytes' | 'sha256'> & {release(): void};

/** Returns the digest of a snapshot with these parts. */
export function digestOf(parts: readonly Pick<SnapshotPart, 'part' | 'sha256'>[]): string {
	const [only] = parts;
	if (only !== undefined && parts.length === 1) return only.sha256;
	const hash = createHash('sha256');
	for (const {part, sha256} of parts) hash.update(`${part}\u0000${sha256}\n`);
	return hash.digest('hex');
}

/** The records and bytes of all parts of a snapshot, and its digest. */
export type SnapshotTotals = Pick<SnapshotPart, 'records' | 'bytes' | 'sha256'> & {
	/** The name and the records of each part; absent if there is only one. */
	readonly files?: ReadonlyArray<Pick<SnapshotPart, 'name' | 'records'>>;
};

/** Returns the totals of a snapshot. */
export function totalsOf({parts, digest}: Snapshot): SnapshotTotals {
	return {
		records: parts.reduce((sum, {records}) => sum + records, 0),
		bytes: parts.reduce((sum, {bytes}) => sum + bytes, 0),
		sha256: digest,
		...filesOf(parts),
	};
}

/** Returns the names and rows of the parts of a snapshot, if there are several. */
export function filesOf(parts: readonly Pick<SnapshotPart, 'name' | 'records'>[]): Pick<SnapshotTotals, 'files'> {
	return parts.length < 2 ? {} : {files: parts.map(({name, records}) => ({name, records}))};
}

import {statSync} from 'node:fs';
import type {FileJournal, JournaledFile, JournalOpener, UnsavedEditsOnDisk} from '../../app/services/journals.ts';
import {errorLine} from '../../errors/user-error.ts';
import {changeKinds, type JournalEntry} from '../../session/journal.ts';
import type {JournalFile, JournalStore, StoredEntry, StoredJournal} from '../../state/journal.ts';
import type {State} from '../../state/state.ts';
import {fileDigest} from './file-digest.ts';
import {JournalQueue} from './journal-queue.ts';

/** Returns the journals in the state folder. */
export function journalsOf({journals: store}: Pick<State, 'journals'>): JournalOpener {
	return {open: file => openJournal(store, file).catch(error => noJournal(errorLine(error)))};
}

/** Returns journals that fail, for when there is no state folder. */
export function noJournals(problem: string): JournalOpener {
	return {open: async () => noJournal(problem)};
}

async function openJournal(store: JournalStore, file: JournaledFile): Promise<FileJournal> {
	const queue = new JournalQueue();
	const abort = new AbortController();
	let content = storedFile(file);
	let isHashed = false;
	const {id, leftover, open} = store.open(content);
	const [other] = open;
	const toUnsavedEdits = async (earlier: StoredJournal): Promise<UnsavedEditsOnDisk> => ({
		at: earlier.changedAt,
		rows: earlier.rows,
		change: await changeSince(earlier, content),
		recordColumns: numbersOf(earlier.recordColumns),
		entries: () => store.entries(earlier.id).map(toEntry),
		adopt: unsavedRows => queue.add(() => store.adopt(earlier, id, unsavedRows)),
		discard: () => queue.add(() => store.remove(earlier.id)),
	});
	return {
		earlierEdits: await Promise.all(leftover.map(toUnsavedEdits)),
		otherProcess: other && {pid: other.owner.pid, since: other.openedAt, rows: other.rows},
		onFailure: listener => queue.onFailure(listener),
		journal: {
			record(entry, unsavedRows) {
				queue.add(() => store.append(id, entry, unsavedRows));
				// Without a digest, a file with a new time counts as changed.
				if (!isHashed) noteDigest().catch(() => undefined);
				isHashed = true;
			},
			savedCopy: unsavedRows => queue.add(() => store.setRows(id, unsavedRows)),
			savedInPlace() {
				// Edits that could not be recorded are saved in the file now.
				queue.clear();
				queue.add(() => {
					content = storedFile(file);
					store.restart(id, content);
				});
				isHashed = false;
			},
		},
		end: () => close(() => store.remove(id)),
		release: () => close(() => store.release(id)),
	};

	async function noteDigest(): Promise<void> {
		const hashed = content;
		const digest = await fileDigest(hashed, abort.signal);
		if (digest !== undefined && hashed === content) store.setDigest(id, digest);
	}

	function close(write: () => void): void {
		abort.abort();
		queue.add(write);
	}
}

function noJournal(problem: string): FileJournal {
	const queue = new JournalQueue();
	const fail = () =>
		queue.add(() => {
			throw new Error(problem);
		});
	return {
		earlierEdits: [],
		otherProcess: undefined,
		onFailure: listener => queue.onFailure(listener),
		journal: {record: fail, savedCopy: () => queue.clear(), savedInPlace: () => queue.clear()},
		end: () => undefined,
		release: () => undefined,
	};
}

function storedFile({path, encoding, header, recordColumns}: JournaledFile): JournalFile {
	const {size, mtimeNs} = statSync(path, {bigint: true});
	return {
		path,
		encoding,
		header: JSON.stringify(header),
		recordColumns: JSON.stringify(recordColumns),
		size: Number(size),
		modified: String(mtimeNs),
	};
}

async function changeSince(earlier: StoredJournal, now: JournalFile): Promise<UnsavedEditsOnDisk['change']> {
	if (earlier.header !== now.header) return 'columns';
	if (earlier.size !== now.size) return 'content';
	if (earlier.modified === now.modified) return 'none';
	if (earlier.digest === undefined) return 'content';
	const digest = await fileDigest(now, AbortSignal.timeout(digestMs)).catch(() => undefined);
	return digest === earlier.digest ? 'none' : 'content';
}

/** The maximum duration of a digest: it decides only the wording of a question. */
const digestMs = 3000;

function numbersOf(json: string): readonly number[] {
	const numbers: unknown = JSON.parse(json);
	return Array.isArray(numbers) ? numbers.map(Number) : [];
}

function toEntry({kind, changes, ...entry}: StoredEntry): JournalEntry {
	return {
		...entry,
		kind: oneOf(entryKinds, kind),
		changes: changes.map(change => ({...change, kind: oneOf(changeKinds, change.kind)})),
	};
}

const entryKinds = ['edit', 'undo', 'redo'] as const;

function oneOf<Name extends string>(names: readonly Name[], text: string): Name {
	const name = names.find(name => name === text);
	if (name === undefined) throw new RangeError(`the journal holds an unknown kind of change: ${text}`);
	return name;
}

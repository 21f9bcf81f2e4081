import {type FileHandle, open, stat} from 'node:fs/promises';
import {contentDigest} from './content-digest.ts';
import {type FileState, isSameState, stateOf} from './file-state.ts';

/** A state of a file, and the digest of its content in that state; `undefined` if it is not recorded. */
export type RecordedContent = {readonly state: FileState; readonly digest: string | undefined};

/** The file with the name of an open one, and its content when this program last read or wrote it. */
export class NamedFile {
	/** The path with symbolic links resolved. */
	readonly path: string;
	#known: RecordedContent;

	constructor(path: string, state: FileState) {
		this.path = path;
		this.#known = {state, digest: undefined};
	}

	/** Records the digest of the content. `opened` is the state of the file behind the descriptor, which may be the same file. */
	async record(opened: RecordedContent, signal: AbortSignal): Promise<void> {
		const known = this.#known;
		if (known.digest !== undefined) return;
		const digest = isSameState(known.state, opened.state) ? opened.digest : await this.#digestIn(known.state, signal);
		if (this.#known === known) this.#known = {...known, digest};
	}

	/** Returns its current state; `undefined` if there is no file. */
	async state(): Promise<FileState | undefined> {
		return stat(this.path, {bigint: true}).then(stateOf, () => undefined);
	}

	/** True if no other program has changed the content. Other times alone are no change. */
	async isUnchanged(opened: RecordedContent, signal: AbortSignal): Promise<boolean> {
		const {state, digest} = this.#known;
		const now = await this.state();
		if (now === undefined) return false;
		if (isSameState(now, state)) return true;
		if (digest === undefined || now.size !== state.size) return false;
		const digestNow = isSameState(now, opened.state) ? opened.digest : await this.#digestIn(now, signal);
		if (digestNow !== digest) return false;
		this.#known = {state: now, digest};
		return true;
	}

	/** Accepts the current file as the known one, after this program has written it. */
	async remember(): Promise<void> {
		this.#known = {state: stateOf(await stat(this.path, {bigint: true})), digest: undefined};
	}

	/** Opens it for reading; returns `undefined` if it is not a regular file or cannot be read. */
	async open(): Promise<FileHandle | undefined> {
		const stats = await stat(this.path).catch(() => undefined);
		return stats?.isFile() ? open(this.path, 'r').catch(() => undefined) : undefined;
	}

	/** Returns the digest in this state; `undefined` if the file is in another state or cannot be read. */
	async #digestIn(state: FileState, signal: AbortSignal): Promise<string | undefined> {
		const handle = await this.open();
		try {
			const digest = handle && (await contentDigest(handle, Number(state.size), signal));
			return handle && isSameState(stateOf(await handle.stat({bigint: true})), state) ? digest : undefined;
		} catch (error) {
			if (signal.aborted) throw error;
			return undefined;
		} finally {
			await handle?.close();
		}
	}
}

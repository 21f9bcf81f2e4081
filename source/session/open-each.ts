import {Bundle} from './bundle.ts';
import {FormatError} from './format-error.ts';
import {openMapped} from './open-mapped.ts';
import type {InputSource, ReadOptions} from './read-options.ts';
import {Session} from './session.ts';
import {inUploadOrder} from './upload-order.ts';

/** Files that were opened for a report. */
export type OpenedEach = {
	/** The files, in the order of an upload if all have a known format. */
	readonly files: ReadonlyArray<Session | FormatError>;
	/** The files together; `undefined` if some have no known format. */
	readonly bundle: Bundle | undefined;
	/** Checks every row. */
	check(signal: AbortSignal): Promise<void>;
	close(): Promise<void>;
};

/** Opens files of which some may have an unknown format. @throws UserError for another reason */
export async function openEach(
	sources: readonly InputSource[],
	reading: ReadOptions,
	signal: AbortSignal,
): Promise<OpenedEach> {
	const files: Array<Session | FormatError> = [];
	const sessions: Session[] = [];
	const close = async () => {
		for (const session of sessions) await session.close();
	};
	try {
		for (const source of sources) {
			const opened = await openOne(source, reading, signal);
			files.push(opened);
			if (opened instanceof Session) sessions.push(opened);
		}

		if (sessions.length < files.length) return {files, bundle: undefined, check: checkAll, close};
		const ordered = inUploadOrder(sessions);
		const bundle = new Bundle(...ordered);
		return {files: ordered, bundle, check: stop => bundle.check(stop), close};
	} catch (error) {
		await close();
		throw error;
	}

	async function checkAll(stop: AbortSignal): Promise<void> {
		for (const session of sessions) await session.check(stop);
	}
}

async function openOne(source: InputSource, reading: ReadOptions, signal: AbortSignal): Promise<Session | FormatError> {
	try {
		return new Session(await openMapped(source, reading, signal));
	} catch (error) {
		if (error instanceof FormatError) return error;
		throw error;
	}
}

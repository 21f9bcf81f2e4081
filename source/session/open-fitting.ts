import {hasCode} from '../errors/user-error.ts';
import {FormatError} from './format-error.ts';
import {openMapped} from './open-mapped.ts';
import type {InputSource, ReadOptions} from './read-options.ts';
import {Session} from './session.ts';

/** A file that is empty, or that does not have what the options name. */
export type UnfitFile = {readonly path: string; readonly problem: string};

/** Files that were opened with options that are made for others. */
export type OpenedFitting = {
	readonly sessions: readonly Session[];
	readonly unfit: readonly UnfitFile[];
	close(): Promise<void>;
};

/** Opens files with options that are made for others. @throws UserError for a file that cannot be read */
export async function openFitting(
	sources: readonly InputSource[],
	reading: ReadOptions,
	signal: AbortSignal,
): Promise<OpenedFitting> {
	const sessions: Session[] = [];
	const unfit: UnfitFile[] = [];
	const close = async () => {
		for (const session of sessions) await session.close();
	};
	for (const source of sources) {
		try {
			sessions.push(new Session(await openMapped(source, reading, signal)));
		} catch (error) {
			if (hasCode(error, ['empty-file', 'wrong-usage'])) {
				const problem = error instanceof FormatError ? error.wrong.message : error.problem;
				unfit.push({path: typeof source === 'string' ? source : source.name, problem});
				continue;
			}

			await close();
			throw error;
		}
	}

	return {sessions, unfit, close};
}

import {UserError} from '../errors/user-error.ts';
import type {OpenSide} from '../plan/changes/side.ts';
import type {SentValues} from '../plan/plan.ts';
import type {Snapshot, TakenSnapshot} from '../plan/snapshot.ts';
import {createStoredSource} from '../snapshot/stored-source.ts';
import type {HistoryTarget} from '../state/history.ts';
import type {State} from '../state/state.ts';

/** The values of an upload and of the one before it, which can be read until they are closed. */
export type OpenValues = {
	readonly side: OpenSide;
	readonly sent: SentValues | undefined;
	close(): Promise<void>;
};

/** Opens the values of a snapshot, and those that the integration accepted last if they are still stored. @throws UserError */
export async function openValues(
	taken: TakenSnapshot,
	target: HistoryTarget,
	state: State,
	signal: AbortSignal,
): Promise<OpenValues> {
	const side = await taken.openSide(signal);
	try {
		const last = await openLast(taken, target, state, signal);
		return {
			side,
			sent: last && {inventory: last.inventory, side: last.side ?? side},
			async close() {
				await side.close();
				await last?.side?.close();
				last?.release();
			},
		};
	} catch (error) {
		await side.close();
		throw error;
	}
}

/** The last snapshot. It has no side of its own if it is the same as that of the upload. */
type LastSnapshot = Pick<TakenSnapshot, 'inventory' | 'release'> & {readonly side: OpenSide | undefined};

async function openLast(
	taken: TakenSnapshot,
	target: HistoryTarget,
	{history, snapshots}: State,
	signal: AbortSignal,
): Promise<LastSnapshot | undefined> {
	const entry = history.lastAcceptedBy(target);
	// After an upload with an unknown outcome, the catalog may have either values.
	if (entry === undefined || entry.outcome === 'unknown' || entry.kind !== taken.snapshot.kind) return undefined;
	if (isSame(entry.parts, taken.snapshot)) return {inventory: taken.inventory, side: undefined, release() {}};
	try {
		const last = await createStoredSource(entry)?.take(snapshots, signal, () => undefined);
		return last && {...last, side: await last.openSide(signal)};
	} catch (error) {
		// An old snapshot that is gone or damaged: the plan has no values to compare with.
		if (error instanceof UserError && !signal.aborted) return undefined;
		throw error;
	}
}

function isSame(parts: ReadonlyArray<{readonly sha256: string}>, snapshot: Snapshot): boolean {
	return parts.length === snapshot.parts.length && parts.every(({sha256}, at) => sha256 === snapshot.parts[at]?.sha256);
}

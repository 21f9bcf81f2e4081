import {UploadEntry} from '../../source/job/record.ts';
import {CatalogComparison} from '../../source/plan/comparison.ts';
import type {SnapshotSource} from '../../source/plan/snapshot.ts';
import {createStoredSource} from '../../source/snapshot/stored-source.ts';
import type {State} from '../../source/state/state.ts';
import type {Place} from './place.ts';
import {sourceOf} from './source.ts';
import type {Content, World} from './world.ts';

type Target = {readonly host: string; readonly integration: string};

/** The source of a run: the file, or an earlier snapshot of the history. */
export type Sent = {readonly source: SnapshotSource; readonly rollbackOf: number | undefined};

/** Writes the earlier uploads of a world to the history. Returns what the run sends. */
export async function writeHistory(world: World, target: Target, {state, snapshots}: Place): Promise<Sent> {
	const {kind, file, before, history} = world;
	const add = (content: Content, outcome: 'confirmed' | 'accepted' | 'unseen' | 'unknown') =>
		addUpload(sourceOf(kind, content, snapshots), outcome, target, state);
	const plain = {source: sourceOf(kind, file, snapshots), rollbackOf: undefined};
	switch (history) {
		case 'none':
			return plain;
		case 'confirmed':
		case 'accepted':
		case 'unseen':
		case 'unknown':
			await add(before, history);
			return plain;
		case 'rollback': {
			const rollbackOf = await add(file, 'confirmed');
			await add(before, 'confirmed');
			const entry = state.history.entry(rollbackOf);
			const source = entry && createStoredSource(entry);
			if (source === undefined) throw new Error('the earlier upload is not stored');
			return {source, rollbackOf};
		}
	}
}

/** Adds an upload that ended with an outcome. Returns its number. */
async function addUpload(
	source: SnapshotSource,
	outcome: 'confirmed' | 'accepted' | 'unseen' | 'unknown',
	target: Target,
	state: State,
): Promise<number> {
	const {snapshot, inventory, readBack, release} = await source.take(
		state.snapshots,
		new AbortController().signal,
		() => undefined,
	);
	const {path, paths: files} = source;
	const entry = new UploadEntry(state, {...target, profile: undefined, source: path, files});
	entry.begin(snapshot, 'Warehouse');
	entry.send('', new CatalogComparison(inventory, readBack).baseline({isReliable: true}));
	const {entry: id} = entry.end({
		outcome,
		exitCode: 0,
		sent: null,
		sync: null,
		message: '',
		catalog: '',
		next: '',
	});
	release();
	if (id === undefined) throw new Error('the history was not written');
	return id;
}

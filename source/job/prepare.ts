import {stat} from 'node:fs/promises';
import type {Catalog} from '../catalog/client.ts';
import type {Header} from '../kinds/warehouse/header.ts';
import type {RowView} from '../kinds/warehouse/row-view.ts';
import type {Baseline} from '../plan/baseline.ts';
import {guard, limitsFrom} from '../plan/guard.ts';
import {Picture} from '../plan/picture.ts';
import {makePlan} from '../plan/plan.ts';
import type {Session} from '../session/session.ts';
import type {StoredSnapshot} from '../state/snapshot-writer.ts';
import type {SnapshotStore} from '../state/snapshots.ts';
import {canonicalCsv} from './canonical-csv.ts';
import type {JobEvent, Preview} from './events.ts';
import type {JobOptions} from './options.ts';
import {readBefore} from './read-catalog.ts';
import {columnNamesOf} from './snapshot-picture.ts';

/** Everything that sending needs. */
export type Prepared = {
	readonly preview: Preview;
	readonly picture: Picture;
	/** What the catalog showed before. */
	readonly baseline: Baseline;
	/** The snapshot's file. */
	readonly path: string;
};

type Integration = Preview['integration'];
type Emit = (event: JobEvent) => void;

/** How many rows lie between two reports of progress. */
const reportEvery = 10_000;

/** Looks the integration up, which also shows that the token is good. */
export async function connectTo(id: string, catalog: Catalog, signal: AbortSignal, emit: Emit): Promise<Integration> {
	emit({type: 'connecting'});
	const integration = await catalog.integration(id, signal);
	emit({type: 'connected', integration: integration.name, host: catalog.address.host});
	return {id, name: integration.name};
}

/** Reads the catalog and works out the plan of a snapshot. Sends nothing. */
export async function preparePlan(
	{integration, made: {picture, stored, records}}: {readonly integration: Integration; readonly made: Snapshot},
	{session, limits}: JobOptions,
	catalog: Catalog,
	signal: AbortSignal,
	emit: Emit,
): Promise<Prepared> {
	const {reading, baseline} = await readBefore({catalog, integration: integration.id, picture}, signal, emit);
	const {host} = catalog.address;
	const plan = makePlan(picture, reading, {host, integration: integration.id, kind: 'warehouse'});
	const preview = {
		plan,
		warnings: session.total('warning'),
		notSent: unknownColumns(session.header),
		verdict: guard(plan, limitsFrom(limits), {rows: records, age: await ageOf(session)}),
		snapshot: {records, bytes: stored.bytes, sha256: stored.sha256},
		integration,
		host,
		link: catalog.syncsPage(integration.id),
	};
	return {preview, picture, baseline, path: stored.path};
}

/** Returns the labels of the columns that Secoda does not know. */
function unknownColumns({labels, mapping}: Header): readonly string[] {
	const known = new Set(Object.values(mapping));
	return labels.filter((_, column) => !known.has(column));
}

/** Hours since the file was written; not known of a stream. */
async function ageOf(session: Session): Promise<number | undefined> {
	const stats = await stat(session.records.file.realPath).catch(() => undefined);
	return stats && (Date.now() - stats.mtimeMs) / 3_600_000;
}

/** A snapshot of a file, and what it holds. */
export type Snapshot = {readonly stored: StoredSnapshot; readonly picture: Picture; readonly records: number};

/** Writes the snapshot of a file. It must be released. */
export async function makeSnapshot(
	session: Session,
	store: SnapshotStore,
	signal: AbortSignal,
	emit: Emit,
): Promise<Snapshot> {
	const picture = new Picture();
	let records = 0;
	const onRecord = (row: RowView) => {
		picture.add(columnNamesOf(row));
		if (++records % reportEvery === 0) emit({type: 'snapshotting', rows: records, of: session.recordCount});
	};

	await session.records.file.assertUnchanged(signal);
	const writer = await store.create();
	try {
		for await (const piece of canonicalCsv(session, onRecord, signal)) await writer.write(piece);
		await session.records.file.assertUnchanged(signal);
		return {stored: await writer.commit(), picture, records};
	} catch (error) {
		await writer.abort();
		throw error;
	}
}

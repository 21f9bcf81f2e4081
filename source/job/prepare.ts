import {stat} from 'node:fs/promises';
import type {Catalog} from '../catalog/client.ts';
import {catalogError} from '../catalog/error.ts';
import {guard, limitsFrom} from '../plan/guard.ts';
import {Picture} from '../plan/picture.ts';
import {makePlan} from '../plan/plan.ts';
import {Reading} from '../plan/reading.ts';
import {trim} from '../rules/field.ts';
import type {RowView} from '../rules/row-view.ts';
import type {Session} from '../session/session.ts';
import {count} from '../text/format.ts';
import {canonicalCsv} from './canonical-csv.ts';
import type {Sent} from './ending.ts';
import type {JobEvent, Preview} from './events.ts';
import type {JobOptions, JobServices} from './job.ts';

/** Everything that sending needs. */
export type Prepared = {
	readonly preview: Preview;
	readonly picture: Picture;
	readonly before: Reading;
	/** The snapshot's file. */
	readonly path: string;
};

type Emit = (event: JobEvent) => void;

/** How many rows lie between two reports of progress. */
const reportEvery = 10_000;

/** Makes the snapshot, reads the catalog, and works out the plan. Sends nothing. */
export async function prepare(
	{session, integration: id, limits}: JobOptions,
	{catalog, state}: JobServices,
	signal: AbortSignal,
	emit: Emit,
): Promise<Prepared> {
	emit({type: 'connecting'});
	const integration = await catalog.integration(id, signal);
	const {host} = catalog.address;
	emit({type: 'connected', integration: integration.name, host});
	const {picture, path, snapshot} = await makeSnapshot(session, state.snapshots, signal, emit);
	const before = await readCatalog(catalog, id, picture, signal, emit);
	const plan = makePlan(picture, before);
	const facts = {rows: snapshot.records, age: await ageOf(session)};
	const verdict = guard(plan, {host, integration: id, sha256: snapshot.sha256}, limitsFrom(limits), facts);
	const preview = {
		plan,
		warnings: session.total('warning'),
		verdict,
		snapshot,
		integration: {id, name: integration.name},
		host,
		link: catalog.syncsPage(id),
	};
	return {preview, picture, before, path};
}

/** Hours since the file was written; not known of a stream. */
async function ageOf(session: Session): Promise<number | undefined> {
	const stats = await stat(session.table.file.realPath).catch(() => undefined);
	return stats && (Date.now() - stats.mtimeMs) / 3_600_000;
}

/** Reads every column of the integration that the catalog shows. */
export async function readCatalog(
	catalog: Catalog,
	id: string,
	picture: Picture,
	signal: AbortSignal,
	emit?: Emit,
): Promise<Reading> {
	const reading = new Reading(picture);
	let columns = 0;
	let announced: number | undefined;
	for await (const {items, expected} of catalog.columns(id, signal)) {
		for (const {database, schema, table, title, archived} of items) {
			if (!archived) reading.see({database, schema, table, column: title});
		}

		columns += items.length;
		announced = expected;
		emit?.({type: 'reading-catalog', columns, of: expected});
	}

	// With a part of the pages missing nobody could tell what an upload hides, or what a sync has brought.
	if (announced !== undefined && columns < announced) {
		throw catalogError(
			'server-error',
			`The catalog listed only ${count(columns)} of its ${count(announced)} columns.`,
			'Run it again in a while: a sync may be running.',
		);
	}

	return reading;
}

type Snapshot = {readonly picture: Picture; readonly path: string; readonly snapshot: Sent};

async function makeSnapshot(
	session: Session,
	store: JobServices['state']['snapshots'],
	signal: AbortSignal,
	emit: Emit,
): Promise<Snapshot> {
	const picture = new Picture();
	let records = 0;
	const onRecord = (row: RowView) => {
		picture.add({
			database: trim(row.value('database')),
			schema: trim(row.value('schema')),
			table: trim(row.value('name')),
			column: trim(row.value('col_name')),
		});
		if (++records % reportEvery === 0) emit({type: 'snapshotting', rows: records, of: session.records});
	};

	await session.table.file.assertUnchanged(signal);
	const writer = await store.create();
	try {
		for await (const piece of canonicalCsv(session, onRecord, signal)) await writer.write(piece);
		await session.table.file.assertUnchanged(signal);
		const {path, sha256, bytes} = await writer.commit();
		return {picture, path, snapshot: {records, bytes, sha256}};
	} catch (error) {
		await writer.abort();
		throw error;
	}
}

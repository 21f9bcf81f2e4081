import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import type {ResourceKind} from '../../source/kinds/resources.ts';
import {emptyInventory} from '../../source/plan/inventory.ts';
import type {Plan} from '../../source/plan/plan.ts';
import {type PlannedFile, planBetween} from '../../source/plan/plan-between.ts';
import {Session} from '../../source/session/session.ts';
import {openSnapshotSide} from '../../source/snapshot/snapshot-side.ts';
import {temporaryFolder} from './folder.ts';

const {signal} = new AbortController();

/** The names and texts of the files of one upload. */
export type FileTexts = Readonly<Record<string, string>>;

/** Returns the plan from earlier files to later ones. */
export async function planOfFiles(
	t: TestContext,
	{before, after}: {readonly before: FileTexts; readonly after: FileTexts},
): Promise<Plan> {
	return planBetween(await planned(t, after), await planned(t, before), 'warehouse');
}

async function planned(t: TestContext, files: FileTexts): Promise<PlannedFile> {
	const folder = await temporaryFolder(t);
	const sessions: Session[] = [];
	for (const [name, text] of Object.entries(files)) {
		await writeFile(join(folder, name), text);
		sessions.push(await Session.open(join(folder, name), signal));
	}

	const inventory = emptyInventory(sessions.map(({kind}) => kind));
	const parts: Array<{readonly path: string; readonly kind: ResourceKind}> = [];
	for (const session of sessions) {
		const path = `${session.path}.sent`;
		const pieces: Buffer[] = [];
		for await (const piece of session.canonical(session.resources(inventory), signal)) pieces.push(Buffer.from(piece));
		await writeFile(path, Buffer.concat(pieces));
		inventory.partStart += Buffer.concat(pieces).length;
		parts.push({path, kind: session.kind});
		await session.close();
	}

	const side = await openSnapshotSide(parts, inventory, signal);
	t.after(() => side.close());
	return {inventory, side};
}

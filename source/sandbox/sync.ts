import {setTimeout as delay, setImmediate as turn} from 'node:timers/promises';
import {ImportError} from './import-error.ts';
import type {SandboxModel, SandboxPage} from './model.ts';
import {PageWriter} from './page-writer.ts';
import {stepCount} from './steps.ts';
import type {SandboxSwitches} from './switches.ts';

/** The state of a sync, for tests only: Secoda documents no endpoint for it [unknown]. */
export type SandboxSync = {
	readonly id: string;
	readonly integrationId: string;
	status: 'running' | 'done' | 'failed';
	message: string;
};

/** Writes the content of an upload step by step. The first step changes nothing if the upload is not valid. @throws ImportError */
export type Importer = (writer: PageWriter, model: SandboxModel) => Generator<void, void, void>;

/**
Does one sync, step by step: creates pages, then archives the pages that are not in the upload. The caller decides when each step
happens.

@forTests
*/
export function* syncSteps(
	sync: SandboxSync,
	importer: Importer,
	model: SandboxModel,
	switches: SandboxSwitches,
): Generator<void, void, void> {
	try {
		yield;
		if (switches.syncsFail) throw new ImportError('the extraction failed');
		const {integration, pages} = targetOf(sync, model);
		const writer = new PageWriter(integration, pages, switches);
		for (const steps = importer(writer, model); !steps.next().done; targetOf(sync, model)) yield;
		if (switches.staling) makeStale(pages, writer.seen);
		if (switches.lastRunMoves) integration.lastRun = integration.updatedAt = new Date().toISOString();
		sync.status = 'done';
	} catch (error) {
		fail(sync, error);
		if (!(error instanceof ImportError)) throw error;
	}
}

/** Runs one sync, with pauses between its steps. */
export async function runSync(
	sync: SandboxSync,
	importer: Importer,
	model: SandboxModel,
	switches: SandboxSwitches,
	signal: AbortSignal,
): Promise<void> {
	const pause = () => (switches.syncMs === 0 ? turn() : delay(switches.syncMs / (stepCount + 2), undefined, {signal}));
	try {
		for (const steps = syncSteps(sync, importer, model, switches); !steps.next().done; ) await pause();
	} catch (error) {
		fail(sync, error);
		if (!signal.aborted) throw error;
	}
}

function fail(sync: SandboxSync, error: unknown): void {
	sync.status = 'failed';
	sync.message = error instanceof Error ? error.message : String(error);
}

/** Returns the integration of a sync and its pages. @throws ImportError if it was deleted */
function targetOf({integrationId}: SandboxSync, {integrations, resources}: SandboxModel) {
	const integration = integrations.get(integrationId);
	const pages = resources.get(integrationId);
	if (integration === undefined || pages === undefined) throw new ImportError('the integration was deleted');
	return {integration, pages};
}

/** Archives and hides the pages that are not in the upload [doc]. */
function makeStale(pages: ReadonlyMap<string, SandboxPage>, seen: ReadonlySet<string>): void {
	for (const page of pages.values()) {
		if (!seen.has(page.databuilderId)) page.archived = page.stale = true;
	}
}

import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {makeFolder} from '../files/make-folder.ts';
import {replaceFile} from '../files/replace-file.ts';
import type {SandboxEdge, SandboxIntegration, SandboxModel, SandboxPage} from './model.ts';

type Saved = {
	readonly integrations: SandboxIntegration[];
	readonly resources: SandboxPage[];
	/** By the ID of the integration. Absent in data of earlier versions. */
	readonly edges?: ReadonlyArray<readonly [integration: string, edges: readonly SandboxEdge[]]>;
};

/** Loads the data of an earlier sandbox from a folder. Returns false if the folder has no data. */
export async function loadModel(model: SandboxModel, folder: string): Promise<boolean> {
	makeFolder(folder);
	const text = await readFile(join(folder, 'sandbox.json'), 'utf8').catch(() => undefined);
	if (text === undefined) return false;
	// Trusted, because this program writes the file atomically.
	const saved: Saved = JSON.parse(text);
	for (const integration of saved.integrations) {
		model.integrations.set(integration.id, integration);
		model.resources.set(integration.id, new Map());
	}

	for (const resource of saved.resources)
		model.resources.get(resource.integrationId)?.set(resource.databuilderId, resource);
	for (const [integration, edges] of saved.edges ?? []) model.edges.set(integration, edges);
	return true;
}

/** Saves all data to a folder. */
export async function saveModel(model: SandboxModel, folder: string): Promise<void> {
	const saved: Saved = {
		integrations: [...model.integrations.values()],
		resources: [...model.pages()],
		edges: [...model.edges],
	};
	await replaceFile(join(folder, 'sandbox.json'), {
		write: file => file.write(Buffer.from(JSON.stringify(saved))),
		existing: 'replace',
		access: {kind: 'inherit', mode: 0o666},
	});
}

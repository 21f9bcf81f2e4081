import {copyFile, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Opened} from '../../app/services.ts';
import {parseAddress} from '../../catalog/address.ts';
import {type Catalog, connect} from '../../catalog/client.ts';
import {examplePath} from '../../entries.ts';
import {openState, type State} from '../../profiles/state/state.ts';
import {type Sandbox, startSandbox} from '../../sandbox/sandbox.ts';

type Running = {
	readonly folder: string;
	readonly sandbox: Sandbox;
	readonly state: State;
	readonly catalog: Catalog;
	/** A copy of the example file. */
	readonly file: string;
};

const waitMs = 60_000;

/** A sandbox in this process, with a copy of the example file and a history of its own. It is gone when it is closed. */
export class SandboxForApp {
	#running: Promise<Running> | undefined;

	/** Starts it, unless it runs. */
	start(): Promise<Running> {
		this.#running ??= run();
		return this.#running;
	}

	async open(): Promise<Opened> {
		const {sandbox, state, catalog, file} = await this.start();
		const upload = {catalog, state, integration: sandbox.integration, waitMs};
		return {file, reading: {}, upload, safeFixes: false, howToConnect: ''};
	}

	async close(): Promise<void> {
		const running = await this.#running?.catch(() => undefined);
		if (running === undefined) return;
		running.state.close();
		await running.sandbox.close();
		await rm(running.folder, {recursive: true, force: true});
	}
}

async function run(): Promise<Running> {
	const folder = await mkdtemp(join(tmpdir(), 'secoda-upload-demo-'));
	const sandbox = await startSandbox();
	const state = await openState(join(folder, 'state'));
	const file = join(folder, 'warehouse.csv');
	await copyFile(examplePath('warehouse.csv'), file);
	const catalog = connect({address: parseAddress(sandbox.url), token: sandbox.token});
	return {folder, sandbox, state, catalog, file};
}

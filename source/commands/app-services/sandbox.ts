import {copyFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {OpenTarget} from '../../app/services/open-target.ts';
import type {UploadDestination} from '../../app/start-job.ts';
import {parseAddress} from '../../catalog/address.ts';
import {type Catalog, connect} from '../../catalog/client.ts';
import {examplePath} from '../../program-files.ts';
import {makeTemporaryFolder} from '../../records/source/temporary-folder.ts';
import type {Sandbox} from '../../sandbox/sandbox.ts';
import {openState, type State} from '../../state/state.ts';
import {messages} from '../messages.ts';
import {journalsOf} from './journals.ts';

type RunningSandbox = {
	readonly sandbox: Sandbox;
	readonly state: State;
	readonly catalog: Catalog;
	/** A copy of the example file. */
	readonly file: string;
	/** Stops the sandbox and removes its folder. */
	close(): Promise<void>;
};

const waitMs = 60_000;

/** A sandbox in this process, with a copy of the example file and its own history. Removed when it is closed. */
export class AppSandbox {
	#running: Promise<RunningSandbox> | undefined;

	/** Starts the sandbox unless it is running. */
	start(): Promise<RunningSandbox> {
		this.#running ??= run().catch(error => {
			this.#running = undefined;
			throw error;
		});
		return this.#running;
	}

	async open(): Promise<OpenTarget & {readonly upload: UploadDestination}> {
		const {sandbox, state, catalog, file} = await this.start();
		const upload = {catalog, state, integration: sandbox.integration, waitMs};
		const journals = journalsOf(state);
		return {
			files: [file],
			reading: {},
			upload,
			safeFixes: false,
			journals,
			isTemporary: true,
			greeting: messages.demoGreeting,
		};
	}

	async close(): Promise<void> {
		const running = await this.#running?.catch(() => undefined);
		await running?.close();
	}
}

async function run(): Promise<RunningSandbox> {
	const cleanups: Array<() => unknown> = [];
	const close = async () => {
		for (const task of cleanups.splice(0).reverse()) await task();
	};
	try {
		const folder = await makeTemporaryFolder('secoda-upload-demo-');
		cleanups.push(() => rm(folder, {recursive: true, force: true}));
		const {startSandbox} = await import('../../sandbox/sandbox.ts');
		const sandbox = await startSandbox();
		cleanups.push(() => sandbox.close());
		const state = await openState(join(folder, 'state'));
		cleanups.push(() => state.close());
		const file = join(folder, 'warehouse.csv');
		await copyFile(examplePath('warehouse.csv'), file);
		const catalog = connect({address: parseAddress(sandbox.url), token: sandbox.token});
		return {sandbox, state, catalog, file, close};
	} catch (error) {
		await close();
		throw error;
	}
}

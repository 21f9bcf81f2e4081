import {execFile} from 'node:child_process';
import {copyFile, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {type Sandbox, startSandbox} from '../../source/sandbox/sandbox.ts';
import {readRows} from '../../test/examples/mend.ts';
import {startCloud} from '../../test/support/cloud.ts';
import {answerReads, serve} from '../../test/support/fault-server.ts';
import type {Scope} from '../../test/support/folder.ts';
import {programPath} from '../../test/support/program.ts';
import {header, recordLine} from '../../test/support/session.ts';
import {keys, type TerminalOptions} from '../../test/terminal/terminal.ts';

const execute = promisify(execFile);
const example = new URL('../../examples/warehouse.csv', import.meta.url);
const token = 'shown-in-no-picture';

/** Rows of the example that no safe fix mends. */
export const unmendableRows = [71, 80, 87, 114, 123, 139, 159, 179, 300, 301];

type Begun = Omit<TerminalOptions, 'columns' | 'rows'>;

/** What the program starts with before a picture is taken. */
export const beginnings = {
	/** The example file, with a place to send it to. */
	async file(scope: Scope): Promise<Begun> {
		const {folder, env, sandbox} = await desk(scope);
		await copyFile(example, join(folder, 'warehouse.csv'));
		const place = ['--url', 'eu', '--integration', sandbox.integration];
		return {args: [programPath, 'warehouse.csv', ...place], cwd: folder, env: {...env, SECODA_API_TOKEN: token}};
	},
	/** Nothing but a file whose headers say little. */
	async newcomer(scope: Scope): Promise<Begun> {
		const {folder, env} = await desk(scope);
		await mkdir(join(folder, 'exports'));
		await copyFile(example, join(folder, 'exports', 'warehouse.csv'));
		const text = await readFile(example, 'utf8');
		const odd = text
			.replace('col_name', 'Feld')
			.replace('col_description', 'Erklärung')
			.replace('database', '資料庫')
			.replace('last_updated_time', 'Stand');
		await writeFile(join(folder, 'exports', 'odd.csv'), odd);
		return {args: [programPath], cwd: folder, env};
	},
	/** A file from which most of what the catalog holds is missing. */
	async truncated(scope: Scope): Promise<Begun> {
		const {folder, env, sandbox} = await desk(scope);
		await copyFile(example, join(folder, 'crm.csv'));
		const place = ['--url', 'eu', '--integration', sandbox.integration];
		const whole = {...env, SECODA_API_TOKEN: token};
		const text = await mended(folder);
		await writeFile(join(folder, 'warehouse.csv'), text);
		await execute(process.execPath, [programPath, 'upload', 'warehouse.csv', ...place], {
			cwd: folder,
			env: {...process.env, ...whole},
		});
		await writeFile(join(folder, 'warehouse.csv'), text.split('\n').slice(0, 40).join('\n'));
		return {args: [programPath, 'warehouse.csv', ...place], cwd: folder, env: whole};
	},
	/** A workspace that takes the beginning of a file and then no more. */
	async stuck(scope: Scope): Promise<Begun> {
		const {folder, env} = await desk(scope);
		const {url} = await serve(scope, (request, response) => {
			if (!answerReads(request, response)) request.once('data', () => request.pause());
		});
		const lines = Array.from({length: 60_000}, (_, at) =>
			recordLine({col_name: `column_${at}`, col_description: 'x'.repeat(200)}),
		);
		await writeFile(join(folder, 'warehouse.csv'), [header, ...lines, ''].join('\n'));
		const place = ['--url', url, '--integration', 'x'];
		return {args: [programPath, 'warehouse.csv', ...place], cwd: folder, env: {...env, SECODA_API_TOKEN: token}};
	},
	/** The example as a spreadsheet of Windows may have written it. */
	async 'other-encoding'(scope: Scope): Promise<Begun> {
		const {folder, env} = await desk(scope);
		const bytes = Buffer.from(`\uFEFF${await readFile(example, 'utf8')}`, 'utf16le');
		await writeFile(join(folder, 'warehouse.csv'), bytes);
		return {args: [programPath, 'warehouse.csv'], cwd: folder, env};
	},
	/** Profiles that were used. */
	async home(scope: Scope): Promise<Begun> {
		const {folder, env, sandbox} = await desk(scope);
		await copyFile(example, join(folder, 'crm.csv'));
		await writeFile(join(folder, 'warehouse.csv'), await mended(folder));
		const {integration} = sandbox;
		const profiles = {
			'crm-staging': {file: 'crm.csv', integrationName: 'CRM (Staging)', integration: 'crm'},
			nightly: {file: 'warehouse.csv', integrationName: 'Warehouse 倉庫', integration},
			quarterly: {file: 'finance.csv', integrationName: 'Finance', integration: 'finance'},
		};
		await mkdir(join(folder, 'profiles'));
		for (const [name, {file, ...more}] of Object.entries(profiles)) {
			const profile = {url: 'eu', file: join(folder, file), ...more};
			await writeFile(join(folder, 'profiles', `${name}.json`), JSON.stringify(profile));
		}

		const whole = {...env, SECODA_API_TOKEN: token};
		await execute(process.execPath, [programPath, 'run', 'nightly'], {cwd: folder, env: {...process.env, ...whole}});
		return {args: [programPath], cwd: folder, env: whole};
	},
} as const;

export type BeginningName = keyof typeof beginnings;

type Desk = {
	readonly folder: string;
	readonly sandbox: Sandbox;
	readonly env: Readonly<Record<string, string>>;
};

/** A folder with a short name, for it is seen in pictures, and a cloud of which the EU region knows the token. */
async function desk(scope: Scope): Promise<Desk> {
	const folder = join(tmpdir(), 'lake');
	await mkdir(folder);
	scope.after(() => rm(folder, {recursive: true, force: true}));
	const [us, eu] = await Promise.all([startSandbox(), startSandbox({token, switches: {syncMs: 3000}})]);
	eu.model.addIntegration('Warehouse 倉庫', 'custom');
	eu.model.addIntegration('Finance', 'custom');
	eu.model.teams.push({id: 'data', name: 'Data'}, {id: 'finance', name: 'Finance'});
	scope.after(() => Promise.all([us.close(), eu.close()]));
	const cloud = await startCloud(scope, {'api.secoda.co': us.url, 'eapi.secoda.co': eu.url});
	const own = {HOME: folder, SECODA_UPLOAD_HOME: folder, DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/none`};
	return {folder, sandbox: eu, env: {...own, ...cloud}};
}

/** The example without its errors. */
async function mended(folder: string): Promise<string> {
	const path = join(folder, 'fixed.csv');
	await execute(process.execPath, [programPath, 'fix', join(folder, 'crm.csv'), '-o', path]).catch(() => undefined);
	const rows = readRows(await readFile(path, 'utf8'));
	await rm(path);
	return rows
		.filter((_, at) => !unmendableRows.includes(at + 1))
		.map(cells => `${cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`)
		.join('');
}

/** The token as it is typed in a picture. */
export const pastedToken = keys.paste(`Bearer ${token}\n`);

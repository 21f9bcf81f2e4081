import assert from 'node:assert/strict';
import {type ChildProcess, execFile, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import type {TestContext} from 'node:test';
import {promisify} from 'node:util';
import {programPath, type Ran} from './program.ts';

const execute = promisify(execFile);
const found = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** Why tests with a real Secret Service cannot run here; `false` where they can. */
export const noSecretService =
	found('gnome-keyring-daemon') && found('dbus-daemon') && found('dbus-send')
		? false
		: 'NOT TESTED HERE: no Secret Service (gnome-keyring and dbus) on this machine';

/** A user session with an unlocked keyring. */
export type Desk = {
	readonly home: string;
	/** The environment of a program in this session. */
	readonly env: NodeJS.ProcessEnv;
	/** Process id of the keyring. */
	readonly daemon: number;
	run(args: readonly string[], input?: string): Promise<Ran>;
	/** Locks the keyring, as a screen that is locked does. */
	lock(): Promise<void>;
};

/** A bus and an unlocked keyring of the test's own. */
export async function openDesk(t: TestContext): Promise<Desk> {
	const home = await mkdtemp(join(tmpdir(), 'secoda-upload-test-'));
	const processes: ChildProcess[] = [];
	// The folder is removed once no process writes into it.
	t.after(async () => {
		for (const child of processes) child.kill('SIGKILL');
		await Promise.all(processes.map(child => child.exitCode ?? child.signalCode ?? once(child, 'exit')));
		await rm(home, {recursive: true, force: true});
	});
	const env: NodeJS.ProcessEnv = {
		PATH: process.env.PATH,
		HOME: home,
		XDG_RUNTIME_DIR: home,
		XDG_DATA_HOME: home,
		SECODA_UPLOAD_HOME: home,
	};
	const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
		env,
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	processes.push(bus);
	const [address] = (await once(createInterface(bus.stdout), 'line')) as [string];
	env.DBUS_SESSION_BUS_ADDRESS = address;
	const keyring: ChildProcess = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
		env,
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	processes.push(keyring);
	keyring.stdin?.end('password');
	while (!(await hasSecretService(env))) assert.equal(keyring.exitCode, null, 'the keyring has ended');
	return {
		home,
		env,
		daemon: keyring.pid ?? 0,
		run: (args, input = '') => runAt(args, input, home, env),
		lock: () => lockKeyring(env),
	};
}

/** True if the keyring is on the bus. */
async function hasSecretService(env: NodeJS.ProcessEnv): Promise<boolean> {
	const question = [
		'--dest=org.freedesktop.DBus',
		'/',
		'org.freedesktop.DBus.NameHasOwner',
		'string:org.freedesktop.secrets',
	];
	const {stdout} = await execute('dbus-send', ['--session', '--print-reply=literal', ...question], {env});
	return stdout.includes('true');
}

async function lockKeyring(env: NodeJS.ProcessEnv): Promise<void> {
	const login = '/org/freedesktop/secrets/collection/login';
	const lock = ['/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.Lock', `array:objpath:${login}`];
	const {stdout} = await execute(
		'dbus-send',
		['--session', '--print-reply', '--dest=org.freedesktop.secrets', ...lock],
		{
			env,
		},
	);
	assert.match(stdout, new RegExp(login), 'the keyring is not locked');
}

/** Runs the built program with exactly these variables. */
export async function runAt(args: readonly string[], input: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Ran> {
	const child = spawn(process.execPath, [programPath, ...args], {cwd, env, stdio: ['pipe', 'pipe', 'pipe']});
	let [stdout, stderr] = ['', ''];
	child.stdout.on('data', chunk => {
		stdout += chunk;
	});
	child.stderr.on('data', chunk => {
		stderr += chunk;
	});
	child.stdin.on('error', () => undefined);
	child.stdin.end(input);
	const [code] = (await once(child, 'close')) as [number];
	return {code, stdout, stderr};
}

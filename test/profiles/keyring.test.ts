import assert from 'node:assert/strict';
import {type ChildProcess, execFile, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import test, {type TestContext} from 'node:test';
import {promisify} from 'node:util';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath, type Ran} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const execute = promisify(execFile);
const token = 'canary-keyring-7d1';
const found = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
const skip =
	found('gnome-keyring-daemon') && found('dbus-daemon') && found('dbus-send')
		? false
		: 'no Secret Service (gnome-keyring and dbus) here';

type Desk = {
	readonly home: string;
	run(args: readonly string[], input?: string): Promise<Ran>;
	readonly daemon: number;
};

/** A bus and an unlocked keyring of the test's own. */
async function openDesk(t: TestContext): Promise<Desk> {
	const home = await mkdtemp(join(tmpdir(), 'secoda-upload-test-'));
	const processes: ChildProcess[] = [];
	// The folder goes when nobody writes into it any more.
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
	return {home, daemon: keyring.pid ?? 0, run: (args, input = '') => run(args, input, home, env)};
}

/** Whether the keyring is on the bus by now. */
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

async function run(args: readonly string[], input: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Ran> {
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
	assert.ok(!stdout.includes(token) && !stderr.includes(token), 'the token is in the output');
	return {code, stdout, stderr};
}

test('a token is stored in a real keyring, used by its profile, and taken out again', {skip}, async t => {
	const {home, run} = await openDesk(t);
	const sandbox = await start(t, {token});
	await writeFile(join(home, 'a.csv'), `${header}\n${recordLine()}\n`);
	assert.equal(
		(
			await run([
				'profiles',
				'add',
				'test',
				'--url',
				sandbox.url,
				'--integration',
				sandbox.integration,
				'--file',
				'a.csv',
			])
		).code,
		0,
	);
	assert.equal((await run(['upload', 'test'])).code, 4);
	const stored = await run(['login', 'test', '--with-token'], `Bearer ${token}\r\n`);
	assert.deepEqual([stored.code, stored.stderr], [0, '']);
	assert.match((await run(['profiles', 'list'])).stdout, /test .* token in the keyring/);
	const sent = await run(['upload', 'test']);
	assert.deepEqual([sent.code, /Confirmed/.test(sent.stdout)], [0, true]);
	// The keyring encrypts its own files: in none of any kind is the token to be read.
	for (const entry of await readdir(home, {recursive: true, withFileTypes: true})) {
		if (entry.isFile()) assert.ok(!(await readFile(join(entry.parentPath, entry.name))).includes(token), entry.name);
	}

	const elsewhere = await run(['upload', 'test', '--url', 'http://localhost:1']);
	assert.deepEqual(
		[elsewhere.code, /no API token/.test(elsewhere.stderr)],
		[4, true],
		'a stored token is for its own host',
	);
	assert.equal((await run(['logout', 'test'])).code, 0);
	assert.equal((await run(['upload', 'test'])).code, 4);
});

test('a keyring that hangs is given up after three seconds', {skip}, async t => {
	const {run, daemon} = await openDesk(t);
	await run(['profiles', 'add', 'test', '--url', 'http://127.0.0.1:1', '--integration', 'i']);
	process.kill(daemon, 'SIGSTOP');
	const {code, stderr} = await run(['login', 'test'], token);
	assert.deepEqual([code, /did not answer within 3 seconds/.test(stderr)], [4, true]);
});

test('without a bus it is said that the keyring cannot be used, and what else can be', {skip}, async t => {
	const home = await temporaryFolder(t);
	const env = {
		PATH: process.env.PATH,
		HOME: home,
		SECODA_UPLOAD_HOME: home,
		DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/none`,
	};
	await run(['profiles', 'add', 'test', '--url', 'http://127.0.0.1:1', '--integration', 'i'], '', home, env);
	const {code, stderr} = await run(['login', 'test'], token, home, env);
	assert.deepEqual([code, /keyring/.test(stderr), /SECODA_API_TOKEN/.test(stderr)], [4, true, true]);
});

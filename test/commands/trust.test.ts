import assert from 'node:assert/strict';
import {chmod, chown, lchown, mkdir, readdir, rename, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {distrustReason} from '../../source/profiles/trust.ts';
import {start} from '../sandbox/client.ts';
import {runAt} from '../support/desk.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const token = 'canary-trust-6b2';
const stranger = 54_321;
const noOwners = process.platform === 'win32' ? 'Windows has no owners of this kind' : false;
const notRoot = noOwners || (process.geteuid?.() === 0 ? false : 'only root can give a file to another user');

/** A folder with a project file above it that leads to a sandbox, and what a program is started with in it. */
async function projectAbove(t: TestContext) {
	const home = await temporaryFolder(t);
	const sandbox = await start(t, {token});
	const folder = join(home, 'work');
	await mkdir(folder);
	await writeFile(join(folder, 'w.csv'), `${header}\n${recordLine()}\n`);
	const project = join(home, 'secoda-upload.json');
	await writeFile(project, JSON.stringify({url: sandbox.url, integration: sandbox.integration}));
	const env = {PATH: process.env.PATH, HOME: home, SECODA_UPLOAD_HOME: home, SECODA_API_TOKEN: token};
	const run = (...args: string[]) => runAt(args, '', folder, env);
	return {home, folder, project, sandbox, run};
}

const commands = [
	['upload', 'w.csv'],
	['upload', 'w.csv', '--quiet'],
	['check', 'w.csv'],
	['fix', 'w.csv', '--dry-run'],
	['integrations', 'list'],
];

test("another user's project file is not used, unless an option names it", {skip: notRoot}, async t => {
	const {project, sandbox, run} = await projectAbove(t);
	await chown(project, stranger, stranger);
	for (const args of commands) {
		const {code, stdout} = await run(...args, ...(args[0] === 'check' ? [] : ['--yes']));
		assert.deepEqual([code, stdout], [2, ''], args.join(' '));
	}

	const refused = await run('upload', 'w.csv', '--json');
	assert.equal(JSON.parse(refused.stdout).error.code, 'untrusted-settings');
	assert.equal(sandbox.uploads.length, 0);
	assert.equal((await run('check', 'w.csv', '--no-project')).code, 0);
	const named = await run('upload', 'w.csv', '--project', project);
	assert.deepEqual([named.code, sandbox.uploads.length], [0, 1], named.stderr);
});

test("another user's link to a project file is not used", {skip: notRoot}, async t => {
	const {home, project, run} = await projectAbove(t);
	await rename(project, join(home, 'mine.json'));
	await symlink('mine.json', project);
	assert.equal((await run('check', 'w.csv')).code, 0);
	await lchown(project, stranger, stranger);
	assert.equal((await run('check', 'w.csv')).code, 2);
});

test('a project file, a profile and a folder of tokens that others may change are not used', {
	skip: noOwners,
}, async t => {
	const {home, project, sandbox, run} = await projectAbove(t);
	const code = async (...args: string[]) => (await run(...args)).code;
	await chmod(project, 0o666);
	for (const args of commands) assert.equal(await code(...args), 2, args.join(' '));
	await chmod(project, 0o664);
	assert.equal(await code('check', 'w.csv'), 0, "the user's own group may write");
	const place = ['--url', sandbox.url, '--integration', sandbox.integration, '--file', 'w.csv'];
	assert.equal(await code('profiles', 'add', 'nightly', ...place), 0);
	const profile = join(home, 'profiles', 'nightly.json');
	for (const open of [profile, join(home, 'profiles')]) {
		await chmod(open, 0o777);
		assert.equal(await code('upload', 'nightly'), 2, open);
		await chmod(open, 0o700);
	}

	assert.equal(await code('upload', 'nightly'), 0);
	const login = () =>
		runProgram(['login', 'nightly', '--insecure-storage'], {home, input: token, env: {SECODA_API_TOKEN: ''}});
	assert.equal((await login()).code, 0);
	const tokens = join(home, 'tokens');
	const withoutVariable = () => runProgram(['upload', 'nightly'], {home, env: {SECODA_API_TOKEN: ''}});
	assert.equal((await withoutVariable()).code, 0);
	await chmod(tokens, 0o777);
	const uploads = sandbox.uploads.length;
	const {code: refused, stderr} = await withoutVariable();
	assert.deepEqual([refused, sandbox.uploads.length], [4, uploads], stderr);
	const before = await readdir(tokens);
	assert.equal((await login()).code, 4, 'no token is put there either');
	assert.deepEqual(await readdir(tokens), before);
	const [advice = ''] = /chmod 700 \S+/.exec(stderr) ?? [];
	assert.equal(advice, `chmod 700 ${tokens}`);
});

test('trust: the own user and root, the own group, nobody else', {skip: noOwners}, () => {
	const [uid, gid] = [process.geteuid?.() ?? 0, process.getegid?.() ?? 0];
	for (const [stats, trusted] of [
		[{uid, gid, mode: 0o600}, true],
		[{uid, gid: gid + 1, mode: 0o644}, true],
		[{uid: 0, gid: 0, mode: 0o644}, true],
		[{uid, gid, mode: 0o664}, true],
		[{uid, gid: gid + 1, mode: 0o664}, false],
		[{uid, gid, mode: 0o602}, false],
		[{uid: uid + 1, gid, mode: 0o600}, false],
		[{uid: 0, gid: 0, mode: 0o666}, false],
	] as const) {
		assert.equal(distrustReason(stats) === undefined, trusted, JSON.stringify(stats));
	}
});

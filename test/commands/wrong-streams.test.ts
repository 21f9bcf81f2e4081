import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {cleanEnvironment, programPath, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const place = ['--url', 'http://127.0.0.1:1', '--integration', 'i'];
const size = 128 * 1024;
const filled = (start: string | Buffer, byte: number | string = ' ') => {
	const head = Buffer.from(start);
	return Buffer.concat([head, Buffer.alloc(size - head.length, byte)]);
};

/** Runs a command on a stream of which the writer never closes its end, where no temporary copy can be written. */
async function runOnOpenStream(t: TestContext, args: readonly string[], first: Buffer) {
	const home = await temporaryFolder(t);
	const child = spawn(process.execPath, [programPath, ...args], {
		cwd: home,
		env: {
			...cleanEnvironment(),
			HOME: home,
			SECODA_UPLOAD_HOME: home,
			SECODA_API_TOKEN: 'token-wrong-streams',
			TMPDIR: join(home, 'nowhere'),
		},
		timeout: 10_000,
		killSignal: 'SIGKILL',
	});
	child.stdin.on('error', () => undefined);
	child.stdin.write(first);
	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', chunk => {
			output += chunk;
		});
	const code = await new Promise<number | null>(resolve => child.on('exit', resolve));
	child.stdin.destroy();
	return {code, output};
}

for (const [what, first, options, found] of [
	['binary data', filled('', 0), [], 'format-error'],
	['a spreadsheet', filled('PK\u0003\u0004'), [], 'format-error'],
	['OpenLineage', filled('{"eventType": "START", "job": {}}\n'), [], 'wrong-kind'],
	['a file of the workspace', filled('id,title,entity_type\n', 'x'), [], 'wrong-kind'],
	['UTF-16', filled(Buffer.from(`\uFEFF${header}\n`, 'utf16le'), 0x41), [], 'encoding-error'],
	['binary data under another encoding', filled('', 0), ['--encoding', 'windows-1252'], 'format-error'],
	['bytes of no such encoding', filled('', 0xd8), ['--encoding', 'utf-16le'], 'encoding-error'],
] as const) {
	test(`a stream of ${what} is refused by its first bytes: nothing is copied and no more is read`, async t => {
		const commands = [
			['check', '-', '--json'],
			['fix', '-', '-o', 'out.csv', '--json'],
			['upload', '-', ...place, '--json'],
		];
		await Promise.all(
			commands.map(async args => {
				const {code, output} = await runOnOpenStream(t, [...args, ...options], first);
				assert.equal(code, 3, `${args.join(' ')}\n${output}`);
				assert.ok(output.includes(found), output);
			}),
		);
	});
}

test('a stream of nothing is an empty file and needs no copy', async t => {
	const home = await temporaryFolder(t);
	for (const input of ['', '\n', '\uFEFF\r\n \n']) {
		const {code, stdout} = await runProgram(['fix', '-', '-o', 'out.csv', '--json'], {
			home,
			input,
			env: {TMPDIR: join(home, 'nowhere')},
		});
		assert.deepEqual([code, JSON.parse(stdout).error.code], [3, 'empty-file'], JSON.stringify(input));
	}
});

test('every byte of a stream that begins well is read, in whatever pieces and encoding it comes', async t => {
	const home = await temporaryFolder(t);
	const text = `${header}\n${Array.from({length: 4000}, (_, at) => recordLine({col_name: `c${at}`})).join('\n')}\n`;
	const blank = `${' '.repeat(70_000)}\n`;
	for (const [input, options] of [
		[Buffer.from(text), []],
		[Buffer.from(text, 'utf16le'), ['--encoding', 'utf-16le']],
		[Buffer.from(text.slice(0, 100_000), 'latin1'), ['--encoding', 'windows-1252']],
	] as const) {
		const {stdout, stderr} = await runProgram(['fix', '-', ...options], {home, input});
		const expected = options[1] === 'windows-1252' ? text.slice(0, 100_000) : text;
		assert.equal(stdout, expected, stderr.slice(0, 300));
	}

	// Blank lines alone are no empty file while more may follow.
	const late = await runProgram(['fix', '-', '--encoding', 'utf-16le', '--json', '-o', 'out.csv'], {
		home,
		input: Buffer.from(blank + text, 'utf16le'),
	});
	assert.notEqual(late.code, 70, late.stderr);
	assert.doesNotMatch(late.stdout, /empty-file/);
});
